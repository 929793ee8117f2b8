package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** What an office imported since answers better than the note that nothing is held. */
    @Test
    void aDocumentThatWasImportedSinceAnswers() throws IOException {
        write("verification: V2\n");
        Files.writeString(
                folder.resolve("gaps.yml"),
                "- {id: phu-cap, topic: {vi: \"phụ cấp cán bộ\"}, typed: [\"phụ cấp tổ trưởng dân vận bao nhiêu\"]}\n");
        try (LibraryFixture library = new LibraryFixture(folder)) {
            assertThat(library.gap(QUESTION)).map(Gap::id).contains("phu-cap");
            library.library.put(
                    imported(),
                    List.of(
                            imported("d1", "Điều 1. Phạm vi", "Nghị quyết này quy định mức chi ở thôn, tổ dân phố."),
                            imported(
                                    "d2",
                                    "Điều 2. Mức phụ cấp",
                                    "Phụ cấp tổ trưởng tổ dân vận bao nhiêu do xã quyết định, không quá 700.000 đồng.")));
            assertThat(library.answer(QUESTION)).isEqualTo("nq-12/d2");
            library.library.remove("nq-12", "vi");
            assertThat(library.gap(QUESTION)).map(Gap::id).contains("phu-cap");
        }
    }

    /** One that is only nearer to the question than the gap is shown as the nearest; one on something else leaves the gap. */
    @Test
    void aDocumentOnSomethingElseLeavesTheGap() throws IOException {
        write("verification: V2\n");
        Files.writeString(
                folder.resolve("gaps.yml"),
                "- {id: phu-cap, topic: {vi: \"phụ cấp cán bộ\"}, typed: [\"phụ cấp tổ trưởng dân vận bao nhiêu\"]}\n");
        try (LibraryFixture library = new LibraryFixture(folder)) {
            library.library.put(
                    imported(),
                    List.of(imported("d1", "Điều 1. Nhiệm vụ", "Tổ trưởng triệu tập họp mỗi quý một lần.")));
            assertThat(library.gap(QUESTION)).map(Gap::id).contains("phu-cap");
        }
    }

    private static Document imported() {
        return new Document(
                "nq-12",
                "vi",
                Optional.of("12/NQ-HĐND"),
                "Nghị quyết",
                "Mức chi ở thôn, tổ dân phố",
                "Mức chi ở thôn, tổ dân phố",
                "Hội đồng nhân dân tỉnh",
                Optional.of(LocalDate.of(2024, 1, 5)),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of("made"));
    }

    private static Passage imported(String id, String heading, String text) {
        return new Passage("nq-12", id, "vi", heading, text, Optional.empty(), Optional.empty(), "", Validity.ALWAYS);
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
