package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said on a topic that the office has noted as one on which nothing verified is held. */
class KnownGapTest {
    private static final String QUESTION = "phụ cấp tổ trưởng dân vận bao nhiêu";

    @TempDir
    Path folder;

    /** A summary is the project's own words: what the office noted as unverified is not verified by them. */
    @Test
    void aSummaryDoesNotCountAgainstAKnownGap() throws IOException {
        write("verification: V2\n");
        try (LibraryFixture library = new LibraryFixture(folder)) {
            assertThat(library.answer(QUESTION)).as("no gap is noted yet").isEqualTo("muc-chi/p1");
        }
        Files.writeString(
                folder.resolve("gaps.yml"),
                "- {id: phu-cap, topic: {vi: \"phụ cấp cán bộ\"}, typed: [\"phụ cấp tổ trưởng dân vận bao nhiêu\"]}\n");
        try (LibraryFixture library = new LibraryFixture(folder)) {
            assertThat(library.gap(QUESTION)).map(Gap::id).contains("phu-cap");
            assertThat(((Finding.NotFound) library.ask(QUESTION)).nearMisses())
                    .as("it is offered, not given")
                    .isNotEmpty();
        }
        write("");
        try (LibraryFixture library = new LibraryFixture(folder)) {
            assertThat(library.answer(QUESTION))
                    .as("the document's own words do")
                    .isEqualTo("muc-chi/p1");
        }
    }

    private void write(String verification) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("documents/muc-chi")).resolve("vi.md"),
                "---\nkind: \"Nghị quyết\"\ntitle: \"Mức chi ở thôn\"\nissuer: \"Hội đồng nhân dân\"\n" + verification
                        + """
                ---
                ## Phụ cấp của tổ trưởng tổ dân vận mỗi tháng là mức nào
                Phụ cấp tổ trưởng tổ dân vận là 600.000 đồng một tháng.

                ## Bí thư chi bộ
                Bí thư chi bộ được 900.000 đồng.
                """);
    }
}
