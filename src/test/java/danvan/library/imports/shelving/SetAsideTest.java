package danvan.library.imports.shelving;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.Library;
import danvan.library.imports.Imports;
import danvan.library.imports.TestFiles;
import danvan.library.imports.reading.Reading;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that overflows a stack or takes all memory ended the thread that shelves all the others. */
class SetAsideTest {
    private static final String DECISION = """
            ỦY BAN NHÂN DÂN
            XÃ %s
            Số: %s/QĐ-UBND
            QUYẾT ĐỊNH
            Về quy chế nhà văn hóa
            Điều 1. Giờ mở cửa
            %s
            """;

    @TempDir
    Path folder;

    private Database database;
    private Library library;
    private Imports imports;

    @BeforeEach
    void opens() throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("kb/documents"));
        database = Database.open(TestDatabase.sqlite(folder));
        library = Library.open(folder.resolve("kb"), problem -> {});
        imports =
                new Imports(database, new Files(database, Clock.systemUTC()), Reading.ofOwnFiles(), Clock.systemUTC());
    }

    @AfterEach
    void closes() {
        library.close();
        database.close();
    }

    @Test
    void aDocumentThatCannotBeShelvedIsSetAsideAfterTheSecondTimeAndTheOthersAreFound() throws Exception {
        bring("xau.txt", DECISION.formatted("AN LẠC", "11", "Mở từ 6 giờ."));
        bring("tot.txt", DECISION.formatted("AN BÌNH", "12", "Mở từ 7 giờ."));
        AtomicInteger tried = new AtomicInteger();
        for (int process = 0; process < 3; process++) {
            Shelving shelving = new Shelving(database, library, (document, passages, revision, touches) -> {
                if (document.number().orElse("").startsWith("11/")) {
                    tried.incrementAndGet();
                    throw new StackOverflowError();
                }
                library.put(document, passages, revision, touches);
            });
            for (int step = 0; step < 3; step++) {
                shelving.step();
            }
            assertThat(shelving.inStep()).as("in process %s", process).isTrue();
            shelving.clear();
        }
        assertThat(tried).hasValue(2);
        new Shelving(database, library).step();
        assertThat(library.documents())
                .extracting(document -> document.number().orElse(""))
                .containsExactly("12/QĐ-UBND");
    }

    @Test
    void aDocumentThatEndedItsProcessTwiceIsSetAside() throws Exception {
        Imports.Result result = bring("xau.txt", DECISION.formatted("AN LẠC", "11", "Mở từ 6 giờ."));
        ShelvingRows rows = new ShelvingRows(database);
        rows.beginShelving(result.imported().id());
        rows.beginShelving(result.imported().id());
        Shelving shelving = new Shelving(database, library);
        shelving.step();
        assertThat(library.documents()).isEmpty();
        assertThat(shelving.inStep()).isTrue();
    }

    @Test
    void aParagraphOfAMillionDotsIsShelvedAndTheRestOfItsDocumentIsRead() throws Exception {
        bring("cham.txt", DECISION.formatted("AN LẠC", "11", ".".repeat(1_000_000) + "\nMở từ 6 giờ."));
        bring("trang.txt", DECISION.formatted("AN BÌNH", "12", "a" + " .".repeat(300_000) + "1\nMở từ 7 giờ."));
        Shelving shelving = new Shelving(database, library);
        shelving.step();
        assertThat(shelving.inStep()).isTrue();
        assertThat(library.documents()).hasSize(2);
    }

    private Imports.Result bring(String name, String text) throws Exception {
        return imports.bring(TestFiles.file(folder, name, text.getBytes(StandardCharsets.UTF_8)), name, true);
    }
}
