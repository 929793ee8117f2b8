package danvan;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads all that the tests and the bots in them say on standard output and standard error, the log with it: a class in whose time a
 * secret was said fails, whatever it tests. Known by META-INF/services, so that no test can be without it.
 */
public final class SecretWatch implements BeforeAllCallback, AfterAllCallback {
    /** A bot's token, also as it stands in an encoded address; and the secret of the tests' own watchers. */
    private static final Pattern SECRET = Pattern.compile(
            "(?<![0-9])[0-9]{6,12}(?::|%3A|%3a)[A-Za-z0-9_-]{30,64}|a-secret-of-the-watchers-[0-9]{10}");

    private static final int LONGEST = 100;
    private static final int SHOWN = 80;

    /** Of all streams of this process: what was said where no class of tests was running is the next one's. */
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    private static final AtomicBoolean WATCHES = new AtomicBoolean();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (WATCHES.compareAndSet(false, true)) {
            System.setOut(watched(System.out, FOUND));
            System.setErr(watched(System.err, FOUND));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        failIfAny();
    }

    static void failIfAny() {
        fail(FOUND);
    }

    /** What a process of its own said, for whom it is read; it must hold no secret. */
    public static String clean(String said) {
        Queue<String> found = new ConcurrentLinkedQueue<>();
        search(said, found);
        fail(found);
        return said;
    }

    static void fail(Queue<String> found) {
        if (!found.isEmpty()) {
            String said = String.join("\n", found);
            found.clear();
            throw new AssertionError("a secret was said on standard output or error, or in the log, behind:\n" + said);
        }
    }

    static PrintStream watched(PrintStream to, Queue<String> found) {
        return new PrintStream(new Tee(to, found), true, StandardCharsets.UTF_8);
    }

    private static void search(CharSequence said, Queue<String> found) {
        Matcher secret = SECRET.matcher(said);
        while (secret.find()) {
            // Not the secret itself: this is said, too.
            found.add(said.subSequence(Math.max(0, secret.start() - SHOWN), secret.start()) + "…");
        }
    }

    /** Hands all on and looks at each line as it ends, or as soon as it has become long. */
    private static final class Tee extends OutputStream {
        private static final int MOST = 8_192;
        private final PrintStream to;
        private final Queue<String> found;
        private final StringBuilder line = new StringBuilder();

        private Tee(PrintStream to, Queue<String> found) {
            this.to = to;
            this.found = found;
        }

        @Override
        public synchronized void write(int sign) {
            to.write(sign);
            add((char) (sign & 0xFF));
        }

        @Override
        public synchronized void write(byte[] signs, int from, int count) {
            to.write(signs, from, count);
            for (int i = from; i < from + count; i++) {
                add((char) (signs[i] & 0xFF));
            }
        }

        @Override
        public void flush() {
            to.flush();
        }

        private void add(char sign) {
            if (sign == '\n') {
                search(line, found);
                line.setLength(0);
                return;
            }
            line.append(sign);
            if (line.length() >= MOST) {
                search(line, found);
                // A secret that is cut here is found with what follows.
                line.delete(0, line.length() - LONGEST);
            }
        }
    }
}
