package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import danvan.ChildJvm;
import danvan.storage.Database;
import danvan.storage.PrivateFiles;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A bot that may not write to its data did not start, and said it in a stack trace, or advised to restore a backup, or
 * promised to go on by itself. It says in one line what may not be written, and what mends it.
 */
class ReadOnlyDataTest {
    /** To root nothing is read-only, unless it gives up these powers. */
    private static final List<String> WITHOUT_POWERS =
            List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void hasData() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
    }

    @AfterEach
    void canBeDeleted() throws IOException {
        rights(data, "rwx------");
    }

    @ParameterizedTest
    @CsvSource({
        "r-x------, r--------, false",
        "rwx------, r--------, true",
        "r-x------, rw-------, true",
        "r-x------, r--------, true"
    })
    void theBotSaysInOneLineWhatItMayNotWriteAndEnds(String ofFolder, String ofFile, boolean hasIndex)
            throws Exception {
        assumeTrue(canBeRefused(), "as root, files are refused to nobody here");
        Database.open(TestDatabase.sqlite(data)).close();
        Path file = data.resolve("danvan.db");
        if (hasIndex) {
            var unused = PrivateFiles.folder(data.resolve(PrivateFiles.SEARCH_INDEX));
        }
        byte[] before = Files.readAllBytes(file);
        rights(file, ofFile);
        rights(data, ofFolder);
        Path settings = Files.writeString(folder.resolve("bot.yml"), """
                rehearsal: true
                data: %s
                web:
                  enabled: false
                """.formatted(data));
        Process bot =
                new ProcessBuilder(command(settings)).redirectErrorStream(true).start();
        bot.getOutputStream().close();
        String said = new String(bot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bot.waitFor()).as(said).isNotZero();
        assertThat(said.lines().filter(line -> !line.contains(" INFO ") && !line.contains("JAVA_TOOL_OPTIONS")))
                .singleElement()
                .asString()
                .contains("cannot be written: this account may not write to " + (ofFolder.contains("w") ? file : data))
                .containsAnyOf("chown", "name another folder");
        rights(data, "rwx------");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private List<String> command(Path settings) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? WITHOUT_POWERS : List.of());
        command.addAll(ChildJvm.CLASS_PATH
                .process(
                        folder,
                        List.of("-XX:TieredStopAtLevel=1"),
                        "danvan.Main",
                        List.of("run", "--config", settings.toString()))
                .command());
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean canBeRefused() throws InterruptedException {
        if (!isRoot()) {
            return true;
        }
        try {
            return new ProcessBuilder(Stream.concat(WITHOUT_POWERS.stream(), Stream.of("true"))
                                    .toList())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void rights(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}
