package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Who mistyped the name got the line that strangers get, and did not learn which names there are. */
    @Test
    void anUnknownNameInTheRehearsalIsToldWhichThereAre() throws Exception {
        assertThat(chatAs("nobody")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("--as: the rehearsal has no member nobody; there are lan, minh, hoa");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void anExampleMemberIsAnswered() throws Exception {
        assertThat(chatAs("minh")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Minh");
    }

    private int chatAs(String name) throws Exception {
        Path settings = Files.writeString(folder.resolve("bot.yml"), "rehearsal: true\n");
        InputStream in = System.in;
        PrintStream before = System.out;
        PrintStream errors = System.err;
        System.setIn(new ByteArrayInputStream("/ten\n".getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return BotCommand.execute(
                    "chat",
                    "--as",
                    name,
                    "--config",
                    settings.toString(),
                    "--data",
                    folder.resolve("data").toString());
        } finally {
            System.setIn(in);
            System.setOut(before);
            System.setErr(errors);
        }
    }
}
