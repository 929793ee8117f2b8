package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.SecretWatch;
import danvan.report.store.KeyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of personal answers is changed from the command line. */
class KeysTest {
    @TempDir
    private Path folder;

    private String printed = "";

    @Test
    void aNewKeyStandsBeforeTheOldOnesAndNoneIsShown() throws IOException {
        Path file = folder.resolve("data").resolve("report.key");
        assertThat(keys("")).isZero();
        List<String> first = KeyFile.read(file);
        assertThat(keys("")).as(printed).isZero();
        List<String> both = KeyFile.read(file);
        assertThat(both).hasSize(2).element(1).isEqualTo(first.get(0));
        assertThat(both.get(0)).isNotEqualTo(first.get(0));
        assertThat(printed).contains(file.toString(), "start the bot again").doesNotContain(both.get(0), both.get(1));
    }

    /** The file would not be what seals, and whoever reads the line would believe it was. */
    @Test
    void aKeyOfTheSettingsIsChangedThere() throws IOException {
        assertThat(keys("reports: {key: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='}"))
                .isEqualTo(1);
        assertThat(printed).contains("reports.key", "openssl rand -base64 32");
        assertThat(folder.resolve("data").resolve("report.key")).doesNotExist();
    }

    private int keys(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("bot.yml"), settings);
        PrintStream before = System.out;
        PrintStream errorsBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return BotCommand.execute(
                    "keys",
                    "rotate",
                    "--config",
                    file.toString(),
                    "--data",
                    folder.resolve("data").toString());
        } finally {
            System.setOut(before);
            System.setErr(errorsBefore);
            printed = SecretWatch.clean(out.toString(StandardCharsets.UTF_8));
        }
    }
}
