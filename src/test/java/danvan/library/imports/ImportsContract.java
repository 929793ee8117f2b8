package danvan.library.imports;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import danvan.library.Document;
import danvan.library.Finding;
import danvan.library.Library;
import danvan.library.Question;
import danvan.storage.Database;
import danvan.storage.Files;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of documents that are brought, on every database. */
abstract class ImportsContract {
    /** The knowledge base's own, of which somebody may bring a newer version. */
    private static final String HELD = """
            ---
            number: "08-ĐA/TU"
            kind: "Đề án"
            title: "Mô hình chính quyền thân thiện"
            short: "Đề án 08"
            issuer: "Ban Thường vụ Tỉnh ủy Thái Bình"
            issued: 2023-07-05
            verification: V1
            ---
            # Đề án 08

            ## Nơi làm thí điểm
            <!-- {id: "noi-lam", status: V1} -->
            Đề án được làm thí điểm ở bảy xã của huyện Hưng Hà.
            """;

    static final LocalDate TODAY = LocalDate.of(2025, 11, 1);

    @TempDir
    Path folder;

    Database database;
    Library library;
    Imports imports;
    Shelving shelving;

    abstract Config.Storage storage();

    @BeforeEach
    void open() throws IOException {
        Path held = folder.resolve("kb/documents/de-an-08");
        java.nio.file.Files.createDirectories(held);
        java.nio.file.Files.writeString(held.resolve("vi.md"), HELD);
        database = Database.open(storage());
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
        assertThat(imported()).hasSize(1);
        assertThat(((Finding.Found) ask("nhà văn hóa thôn mở cửa đến mấy giờ"))
                        .best()
                        .passage()
                        .text())
                .contains("22 giờ");
        assertThat(superseded()).isEqualTo(1);
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
        assertThat(imported()).isEmpty();
        assertThat(ask("bảng giá cũ")).isInstanceOf(Finding.NotFound.class);
    }

    /** Every commune has a decision 10/QĐ-UBND: a neighbour's was ended, and called replaced. */
    @Test
    void anotherCommunesDocumentOfTheReplacedNumberStaysInForce() throws Exception {
        String old =
                "ỦY BAN NHÂN DÂN\n%s\nSố: 10/QĐ-UBND\n%s, ngày 01 tháng 02 năm 2020\nQUYẾT ĐỊNH\nVề bảng giá\nĐiều 1. Giá\nGiá là 5.";
        bring("an-lac.txt", bytes(old.formatted("XÃ AN LẠC", "An Lạc")));
        bring("an-binh.txt", bytes(old.formatted("XÃ AN BÌNH", "An Bình")));
        bring(
                "moi.txt",
                bytes(old.formatted("XÃ AN LẠC", "An Lạc")
                                .replace("10/QĐ", "44/QĐ")
                                .replace("2020", "2024")
                        + "\nĐiều 2. Hiệu lực\nQuyết định này thay thế Quyết định số 10/QĐ-UBND."));
        shelving.step();
        assertThat(imported())
                .filteredOn(document -> document.inForce().to().isPresent())
                .extracting(Document::issuer)
                .containsExactly("Ủy ban nhân dân xã An Lạc");
    }

    /** Notices without a number: the second commune's took the first one's place. */
    @Test
    void twoIssuersNoticesOfOneSubjectAreTwo() throws Exception {
        String notice = "UBND XÃ %s\nTHÔNG BÁO\nVề lịch mở nhà văn hóa thôn\n\nNhà văn hóa mở cửa lúc %s giờ.";
        bring("mot.txt", bytes(notice.formatted("AN LẠC", "19")));
        assertThat(bring("hai.txt", bytes(notice.formatted("TÂN HÒA", "18"))).outcome())
                .isEqualTo(Imports.Outcome.NEW);
        assertThat(bring("mot-moi.txt", bytes(notice.formatted("AN LẠC", "20"))).outcome())
                .isEqualTo(Imports.Outcome.NEW_VERSION);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWaitsIsNotFoundBeforeItIsConfirmedAndACorrectionCounts() throws Exception {
        Imports.Result result = imports.bring(
                TestFiles.file(folder, "qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8)), "qd.txt", false);
        shelving.step();
        assertThat(imported()).isEmpty();
        ImportedDocument waiting = imports.waiting().get(0);
        database.change(tx -> imports.correct(
                tx, waiting.id(), waiting.metadata().with(DocumentMetadata.Field.NUMBER, "46/2025/QĐ-UBND")));
        ImportedDocument corrected = imports.find(result.imported().id()).orElseThrow();
        database.change(tx -> assertThat(imports.confirm(tx, corrected)).isTrue());
        database.change(tx ->
                assertThat(imports.confirm(tx, corrected)).as("a second tap").isFalse());
        shelving.step();
        assertThat(imported().get(0).number()).contains("46/2025/QĐ-UBND");
    }

    @Test
    void aVersionOfADocumentOfTheKnowledgeBaseTakesItsPlaceIfTheOfficeSaysSo() throws Exception {
        ImportedDocument newer = waiting(
                "moi.txt", "08-ĐA/TU", "05 tháng 7 năm 2023", "Đề án được làm thí điểm ở chín xã của huyện Hưng Hà.");
        Document held = imports.twin(newer, library.documents()).orElseThrow();
        assertThat(held.id()).isEqualTo("de-an-08");
        assertThat(imports.twin(
                        waiting("khac.txt", "08-ĐA/TU", "06 tháng 8 năm 2024", "Đề án khác."), library.documents()))
                .as("of another day")
                .isEmpty();
        database.change(tx -> assertThat(imports.confirmAs(tx, newer, held)).isTrue());
        shelving.step();
        assertThat(library.documents()).hasSize(1);
        assertThat(text("xã nào của huyện Hưng Hà làm thí điểm đề án 08")).contains("chín xã");

        ImportedDocument newest = waiting(
                "moi-nua.txt",
                "08-ĐA/TU",
                "05 tháng 7 năm 2023",
                "Đề án được làm thí điểm ở mười xã của huyện Hưng Hà.");
        database.change(tx -> imports.confirmAs(
                tx, newest, imports.twin(newest, library.documents()).orElseThrow()));
        shelving.step();
        assertThat(text("xã nào của huyện Hưng Hà làm thí điểm đề án 08")).contains("mười xã");
        assertThat(superseded()).isEqualTo(1);

        shelving.clear();
        assertThat(text("xã nào của huyện Hưng Hà làm thí điểm đề án 08"))
                .as("the old one was kept")
                .contains("bảy xã");
    }

    private ImportedDocument waiting(String name, String number, String day, String body)
            throws IOException, UnreadableFile {
        byte[] content = ("TỈNH ỦY THÁI BÌNH\nSố: " + number + "\nThái Bình, ngày " + day
                        + "\nĐỀ ÁN\nMô hình chính quyền thân thiện\nI- NƠI LÀM THÍ ĐIỂM\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        return imports.bring(TestFiles.file(folder, name, content), name, false).imported();
    }

    private String text(String question) {
        return ((Finding.Found) ask(question)).best().passage().text();
    }

    private long superseded() {
        return database.<Long>read(
                tx -> tx.count("SELECT COUNT(*) AS n FROM library_document WHERE state = 'SUPERSEDED'"));
    }

    Imports imports(Reading reading) {
        return new Imports(database, new Files(database, Clock.systemUTC()), reading, Clock.systemUTC());
    }

    Imports.Result bring(String name, byte[] content) throws IOException, UnreadableFile {
        return imports.bring(TestFiles.file(folder, name, content), name, true);
    }

    Finding ask(String question) {
        return library.find(new Question(question, "vi", TODAY));
    }

    Document document(String number) {
        return library.documents().stream()
                .filter(document -> document.number().orElse("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    static byte[] text(String number, String day, String body) {
        return ("ỦY BAN NHÂN DÂN\nXÃ TIẾN ĐỨC\nSố: " + number + "\nTiến Đức, ngày " + day
                        + "\nQUYẾT ĐỊNH\nVề bảng giá\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the library holds beside the knowledge base's own. */
    List<Document> imported() {
        return library.documents().stream()
                .filter(document -> !document.id().equals("de-an-08"))
                .toList();
    }
}
