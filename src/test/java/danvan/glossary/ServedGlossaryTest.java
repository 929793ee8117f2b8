package danvan.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import danvan.library.Glossary;
import danvan.library.Library;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import danvan.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The glossary as the office's room reads it is the one the library reads. */
class ServedGlossaryTest {
    @TempDir
    Path folder;

    @Test
    void theShippedFileIsSoundAndReadByBothAlike() throws IOException {
        Path file = Path.of("knowledge-base/glossary.yml");
        var written = GlossaryFile.read(Files.readString(file));
        assertThat(written.problems()).isEmpty();
        Files.createDirectories(folder.resolve("documents"));
        Files.copy(file, folder.resolve("glossary.yml"));
        try (Library library = Library.open(folder, problem -> {
            throw new AssertionError(problem.toString());
        })) {
            assertThat(ServedGlossary.glossary(written.book())).isEqualTo(library.glossary());
        }
    }

    @Test
    void aFileThatIsBrokenIsToldOnceAndTheOldOneGoesOnUntilItIsMended() throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        Path file = folder.resolve("glossary.yml");
        String sound = lists("  - {abbr: \"NTC\", full: \"năm tiêu chí\"}\n");
        Files.writeString(file, sound);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(ServedGlossary.class);
        logger.addAppender(log);
        log.start();
        try (Library library = Library.open(folder, problem -> {
                    throw new AssertionError(problem.toString());
                });
                Database database = Database.open(TestDatabase.sqlite(folder))) {
            Glossary before = library.glossary();
            ServedGlossary served = new ServedGlossary(file, database, new Texts());
            Files.writeString(file, lists("  - {abbr: \"NTC\"}\n"));
            for (int look = 0; look < 4; look++) {
                served.step(library);
            }
            assertThat(library.glossary()).isEqualTo(before);
            assertThat(log.list)
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage())
                            .contains("glossary.yml was changed and cannot be used")
                            .contains("abbreviations, row 1: the full form of “NTC” is missing"));
            Files.writeString(file, lists("  - {abbr: \"NTC\", full: \"năm tiêu chí\", variants: [\"5tc\"]}\n"));
            served.step(library);
            assertThat(library.glossary()).as("it may still be being written").isEqualTo(before);
            served.step(library);
            assertThat(library.glossary().abbreviations().get(0).shortForms()).containsExactly("NTC", "5tc");
            served.clear(library);
            assertThat(library.glossary()).isEqualTo(before);
        } finally {
            logger.detachAppender(log);
        }
    }

    private static String lists(String abbreviations) {
        return "abbreviations:\n" + abbreviations + "synonyms: []\nterms: []\n";
    }
}
