package danvan.library.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.library.Document;
import danvan.library.Finding;
import danvan.library.Library;
import danvan.library.Question;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to an answer, over real files, a real database and a real index. */
class ImportsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 1);

    @TempDir
    Path folder;

    private Database database;
    private Library library;
    private Imports imports;
    private Shelving shelving;

    @BeforeEach
    void open() throws IOException {
        java.nio.file.Files.createDirectories(folder.resolve("kb/documents"));
        database = Database.open(TestDatabase.sqlite(folder));
        library = Library.open(folder.resolve("kb"), problem -> {});
        imports = imports(Reading.ofOwnFiles());
        shelving = new Shelving(database, library);
    }

    @AfterEach
    void close() {
        library.close();
        database.close();
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
                .isEqualTo(result.brought().document());
    }

    @Test
    void theSameFileTwiceIsOneDocumentAndANewVersionTakesItsPlace() throws Exception {
        byte[] first = TestFiles.DECISION.getBytes(StandardCharsets.UTF_8);
        bring("qd.txt", first);
        assertThat(bring("ten-khac.txt", first).outcome()).isEqualTo(Imports.Outcome.SAME);
        shelving.step();
        Imports.Result second =
                bring("qd.txt", TestFiles.DECISION.replace("21 giờ", "22 giờ").getBytes(StandardCharsets.UTF_8));
        assertThat(second.outcome()).isEqualTo(Imports.Outcome.NEW_VERSION);
        assertThat(shelving.inStep()).isFalse();
        shelving.step();
        assertThat(shelving.inStep()).isTrue();
        assertThat(library.documents()).hasSize(1);
        assertThat(((Finding.Found) ask("nhà văn hóa thôn mở cửa đến mấy giờ"))
                        .best()
                        .passage()
                        .text())
                .contains("22 giờ");
        assertThat(database.<Long>read(
                        tx -> tx.count("SELECT COUNT(*) AS n FROM library_document WHERE state = 'SUPERSEDED'")))
                .isEqualTo(1);
    }

    @Test
    void whatADocumentReplacesEndsAndWhatItAmendsSaysSo() throws Exception {
        bring("cu.txt", text("10/2020/QĐ-UBND", "01 tháng 02 năm 2020", "Điều 1. Cũ\nBảng giá cũ."));
        bring("goc.txt", text("11/2021/QĐ-UBND", "01 tháng 02 năm 2021", "Điều 1. Gốc\nBảng giá gốc."));
        bring(
                "moi.txt",
                text(
                        "12/2022/QĐ-UBND",
                        "01 tháng 02 năm 2022",
                        "Điều 1. Mới\nSửa đổi, bổ sung Quyết định số 11/2021/QĐ-UBND.\nĐiều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày 15 tháng 02 năm 2022, thay thế Quyết định số 10/2020/QĐ-UBND."));
        shelving.step();
        assertThat(document("10/2020/QĐ-UBND").inForce().to()).contains(LocalDate.of(2022, 2, 14));
        assertThat(document("11/2021/QĐ-UBND").amendedBy()).containsExactly("12/2022/QĐ-UBND");
        assertThat(document("12/2022/QĐ-UBND").inForce().from()).contains(LocalDate.of(2022, 2, 15));
        assertThat(document("12/2022/QĐ-UBND").replaces()).containsExactly("10/2020/QĐ-UBND");
        shelving.clear();
        assertThat(library.documents()).isEmpty();
        assertThat(ask("bảng giá cũ")).isInstanceOf(Finding.NotFound.class);
    }

    @Test
    void whatWaitsIsNotFoundBeforeItIsConfirmedAndACorrectionCounts() throws Exception {
        Imports.Result result = imports.bring(
                TestFiles.file(folder, "qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8)), "qd.txt", false);
        shelving.step();
        assertThat(library.documents()).isEmpty();
        Brought waiting = imports.waiting().get(0);
        database.change(tx -> imports.correct(
                tx, waiting.id(), waiting.particulars().with(Particulars.Field.NUMBER, "46/2025/QĐ-UBND")));
        Brought corrected = imports.find(result.brought().id()).orElseThrow();
        database.change(tx -> assertThat(imports.confirm(tx, corrected)).isTrue());
        database.change(tx ->
                assertThat(imports.confirm(tx, corrected)).as("a second tap").isFalse());
        shelving.step();
        assertThat(library.documents().get(0).number()).contains("46/2025/QĐ-UBND");
    }

    @Test
    void aBadFileLeavesNothingBehindAndTheRestIsFound() throws Exception {
        bring("qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8));
        Path bomb = TestFiles.file(folder, "bom.docx", TestFiles.bomb());
        assertThatThrownBy(() -> imports(Reading.usual()).bring(bomb, "bom.docx", true))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.TOO_HUNGRY));
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
        assertThat(library.documents()).hasSize(1);
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
                        UnreadableFile.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.TOO_LONG));
    }

    @Test
    void aScanIsRecognisedWhereTesseractIsAndToldWhereItIsNot() throws Exception {
        assertThatThrownBy(() -> imports(new Reading(Duration.ofMinutes(1), 1 << 20, "no-such-tesseract"))
                        .bring(TestFiles.file(folder, "anh.pdf", TestFiles.scan()), "anh.pdf", true))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.NO_TEXT));
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
        assertThat(result.brought().recognised()).isTrue();
        assertThat(result.brought().particulars().number()).isEqualTo("45/2025/QĐ-UBND");
        shelving.step();
        assertThat(((Finding.Found) ask("nha van hoa thon mo cua may gio"))
                        .best()
                        .passage()
                        .label())
                .contains("đọc từ bản chụp, có thể sai chữ");
    }

    /** What a kill leaves: everything before the one transaction, or everything after it. */
    @Test
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

    private Imports imports(Reading reading) {
        return new Imports(database, new Files(database, Clock.systemUTC()), reading, Clock.systemUTC());
    }

    private Imports.Result bring(String name, byte[] content) throws IOException, UnreadableFile {
        return imports.bring(TestFiles.file(folder, name, content), name, true);
    }

    private Finding ask(String question) {
        return library.find(new Question(question, "vi", TODAY));
    }

    private Document document(String number) {
        return library.documents().stream()
                .filter(document -> document.number().orElse("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] text(String number, String day, String body) {
        return ("ỦY BAN NHÂN DÂN\nXÃ TIẾN ĐỨC\nSố: " + number + "\nTiến Đức, ngày " + day
                        + "\nQUYẾT ĐỊNH\nVề bảng giá\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
