package danvan.library.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.config.Config;
import danvan.library.Finding;
import danvan.library.Library;
import danvan.library.Question;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.reading.Reading;
import danvan.library.imports.shelving.Shelving;
import danvan.storage.Files;
import danvan.storage.TestDatabase;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** From a file to an answer, over real files, a real database and a real index. */
class ImportsTest extends ImportsContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.sqlite(folder);
    }

    @Test
    void anImportedDocumentAnswersAtOnceAndItsFileIsHandedOut() throws Exception {
        Imports.Result result = bring("quyet-dinh.pdf", TestFiles.pdf(List.of(TestFiles.DECISION)));
        assertThat(result.outcome()).isEqualTo(Imports.Outcome.NEW);
        long before = System.nanoTime();
        shelving.step();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        Finding.Found found = (Finding.Found) ask("nha van hoa thon mo cua may gio");
        assertThat(found.best().passage().text()).contains("6 giờ 30 phút đến 21 giờ");
        assertThat(found.best().passage().article()).contains("Điều 1 (trang 1)");
        assertThat(found.best().document().number()).contains("45/2025/QĐ-UBND");
        var original = imports.of(found.best().passage()).orElseThrow();
        assertThat(original.name()).isEqualTo("quyet-dinh.pdf");
        assertThat(original.page()).isEqualTo(1);
        assertThat(new Files(database, Clock.systemUTC()).open(original.file()).readAllBytes())
                .isEqualTo(java.nio.file.Files.readAllBytes(folder.resolve("quyet-dinh.pdf")));
        // The number is the whole question: the opening says what the document is.
        assertThat(((Finding.Found) ask("45/2025/QĐ-UBND")).best().document().id())
                .isEqualTo(result.imported().document());
    }

    @Test
    void aBadFileLeavesNothingBehindAndTheRestIsFound() throws Exception {
        bring("qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8));
        Path bomb = TestFiles.file(folder, "bom.docx", TestFiles.bomb());
        assertThatThrownBy(() -> imports(Reading.usual()).bring(bomb, "bom.docx", true))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.failure()).isEqualTo(ImportFailure.TOO_HUNGRY));
        assertThatThrownBy(() -> bring("cuoi.docx", TestFiles.laughs())).isInstanceOf(UnreadableFile.class);
        Path large = folder.resolve("lon.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertThatThrownBy(() -> imports.bring(large, "lon.pdf", true))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("larger than the library takes")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> imports.bring(folder.resolve("khong-co.pdf"), "khong-co.pdf", true))
                .isInstanceOf(UnreadableFile.class);
        shelving.step();
        assertThat(imported()).hasSize(1);
        assertThat(ask("nha van hoa thon mo cua may gio")).isInstanceOf(Finding.Found.class);
    }

    @Test
    void whoReadsTooLongIsStopped() throws Exception {
        Imports impatient = imports(new Reading(Duration.ofMillis(50), 1 << 20, "tesseract"));
        assertThatThrownBy(() -> impatient.bring(
                        TestFiles.file(folder, "qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8)),
                        "qd.txt",
                        true))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.failure()).isEqualTo(ImportFailure.TOO_LONG));
    }

    @Test
    void aScanIsRecognisedWhereTesseractIsAndToldWhereItIsNot() throws Exception {
        assertThatThrownBy(() -> imports(new Reading(Duration.ofMinutes(1), 1 << 20, "no-such-tesseract"))
                        .bring(TestFiles.file(folder, "anh.pdf", TestFiles.scan()), "anh.pdf", true))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.failure()).isEqualTo(ImportFailure.NO_TEXT));
        Path script = folder.resolve("tesseract");
        java.nio.file.Files.writeString(script, """
                #!/bin/sh
                if [ "$1" = --list-langs ]; then echo vie; exit; fi
                test -s "$1" && cat "$(dirname "$0")/seen.txt"
                """);
        java.nio.file.Files.writeString(folder.resolve("seen.txt"), TestFiles.DECISION);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Imports.Result result = imports(new Reading(Duration.ofMinutes(1), 1 << 20, script.toString()))
                .bring(TestFiles.file(folder, "anh.pdf", TestFiles.scan()), "anh.pdf", true);
        assertThat(result.imported().recognised()).isTrue();
        assertThat(result.imported().metadata().number()).isEqualTo("45/2025/QĐ-UBND");
        shelving.step();
        assertThat(((Finding.Found) ask("nha van hoa thon mo cua may gio"))
                        .best()
                        .passage()
                        .label())
                .contains("đọc từ bản chụp, có thể sai chữ");
    }

    /** What a kill leaves: everything before the one transaction, or everything after it. */
    @Test
    @DisabledIfSystemProperty(named = "danvan.postgres", matches = "true", disabledReason = "needs a SQLite file")
    void afterAKillTheOldVersionOrTheNewOneIsThereAndNeverHalf() throws Exception {
        bring("qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8));
        String newer = TestFiles.DECISION.replace("21 giờ", "22 giờ");
        Path file = TestFiles.file(folder, "moi.txt", newer.getBytes(StandardCharsets.UTF_8));
        // The last statement of the transaction fails, as a process that dies before its commit would.
        database.change(
                tx -> tx.update(
                        "CREATE TRIGGER dies BEFORE UPDATE ON library_document WHEN NEW.state = 'LIVE' BEGIN SELECT RAISE(ABORT, 'killed'); END"));
        assertThatThrownBy(() -> imports.bring(file, "moi.txt", true)).hasMessageContaining("library_document");
        database.change(tx -> tx.update("DROP TRIGGER dies"));
        shelving.step();
        assertThat(((Finding.Found) ask("nha van hoa thon mo cua may gio"))
                        .best()
                        .passage()
                        .text())
                .contains("21 giờ");
        assertThat(
                        database.<Long>read(
                                tx -> tx.count(
                                        "SELECT COUNT(*) AS n FROM library_passage WHERE document_id NOT IN (SELECT id FROM library_document)")))
                .isZero();
        assertThat(imports.waiting()).isEmpty();
        assertThat(imports.bring(file, "moi.txt", true).outcome()).isEqualTo(Imports.Outcome.NEW_VERSION);
        Library afterAStart = Library.open(folder.resolve("kb"), problem -> {});
        new Shelving(database, afterAStart).step();
        assertThat(afterAStart.find(new Question("nha van hoa thon mo cua may gio", "vi", TODAY)))
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.best().passage().text()).contains("22 giờ"));
        afterAStart.close();
    }
}
