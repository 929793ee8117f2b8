package danvan;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.glossary.GlossaryFile;
import danvan.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The glossary as the office's room reads it is the one the library reads. */
class GlossaryServedTest {
    @TempDir
    Path folder;

    @Test
    void theShippedFileIsSoundAndReadByBothAlike() throws IOException {
        Path file = Path.of("knowledge-base/glossary.yml");
        var written = GlossaryFile.read(Files.readString(file));
        assertThat(written.faults()).isEmpty();
        Files.createDirectories(folder.resolve("documents"));
        Files.copy(file, folder.resolve("glossary.yml"));
        try (Library library = Library.open(folder, problem -> {
            throw new AssertionError(problem.toString());
        })) {
            assertThat(ServedGlossary.glossary(written.book())).isEqualTo(library.glossary());
        }
    }
}
