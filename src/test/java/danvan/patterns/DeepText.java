package danvan.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Texts of 100,000 letters whose brackets, marks and tags lie in each other as deep as they go. A reader that calls itself for
 * what lies within overflows its stack on them, and one that looks at the rest again for each takes minutes.
 */
public final class DeepText {
    private static final int LETTERS = 100_000;
    /** The smallest that a Java thread works with: what goes deep with its text shows here at once. */
    private static final long STACK = 256 << 10;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Something that reads text from outside. It may refuse the text in its own words. */
    @FunctionalInterface
    public interface Reader {
        void read(String text) throws Exception;
    }

    private DeepText() {}

    /** The texts, by what they are. */
    public static Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String[] pair : new String[][] {
            {"(", ")"},
            {"[", "]"},
            {"{", "}"},
            {"<b>", "</b>"},
            {"<i>một ", "</i> "},
            {"«", "»"},
            {"“", "”"},
            {"${", "}"},
            {"(a) và (", ") "},
            {"điểm a ", "khoản 1 "},
            {"[x](", ")"},
            {"> ", ""},
            {"1.", ""},
            {"'\"", ""},
            {"**", ""},
            {"trích (", ""}
        }) {
            int depth = LETTERS / (pair[0].length() + pair[1].length());
            texts.put(pair[0] + "…" + pair[1], pair[0].repeat(depth) + pair[1].repeat(depth));
            texts.put(pair[0] + "…", pair[0].repeat(LETTERS / pair[0].length()));
        }
        return texts;
    }

    /** Has a reader read all of them. */
    public static void readBy(String name, Reader reader) {
        all().forEach((what, text) -> readBy(name + " of " + what, text, reader));
    }

    /** Has a reader read one text of its own kind. */
    public static void readBy(String what, String text, Reader reader) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        reader.read(text);
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "deep text",
                STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            // Its own processor time: on a machine that is busy with other tests the clock on the wall says little.
            long end = System.nanoTime() + 15 * LONGEST.toNanos();
            while (thread.isAlive() && cpu(thread) < LONGEST.toNanos() && System.nanoTime() < end) {
                thread.join(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive())
                .as(what + " takes more processor time than " + LONGEST)
                .isFalse();
        assertThat(failure.get()).as(what).isNull();
    }

    /** In nanoseconds; less than none once it has ended. */
    private static long cpu(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }
}
