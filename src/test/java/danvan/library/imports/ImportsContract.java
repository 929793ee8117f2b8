package danvan.library.imports;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import danvan.library.Document;
import danvan.library.Finding;
import danvan.library.Hit;
import danvan.library.Library;
import danvan.library.Question;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.reading.Reading;
import danvan.library.imports.shelving.Shelving;
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

    private static final String GAPS = """
            - id: phu-cap
              topic: {vi: "phụ cấp của cán bộ dân vận"}
              typed:
                - "phụ cấp của tổ trưởng tổ dân vận là bao nhiêu"
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
        java.nio.file.Files.writeString(folder.resolve("kb/gaps.yml"), GAPS);
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

    /** Notices without a number: the second commune's took the first one's place, and a later one of the same commune too. */
    @Test
    void whatHasNoNumberNeverTakesAnothersPlaceByItself() throws Exception {
        String notice = "UBND XÃ %s\nTHÔNG BÁO\nVề lịch mở nhà văn hóa thôn\n\nNhà văn hóa mở cửa lúc %s giờ.";
        bring("mot.txt", bytes(notice.formatted("AN LẠC", "19")));
        assertThat(bring("hai.txt", bytes(notice.formatted("TÂN HÒA", "18"))).outcome())
                .isEqualTo(Imports.Outcome.NEW);
        Imports.Result later = bring("mot-moi.txt", bytes(notice.formatted("AN LẠC", "20")));
        assertThat(later.outcome()).isEqualTo(Imports.Outcome.NEW);
        shelving.step();
        assertThat(imported()).hasSize(3);
        assertThat(imports.twin(later.imported(), library.documents()))
                .as("the office is asked")
                .hasValueSatisfying(held -> assertThat(held.issuer()).isEqualTo("UBND xã An Lạc"));
    }

    /** Two plans of two bodies, number and day left blank, of one long title: the names were cut before the issuer. */
    @Test
    void plansWithBlankNumbersOfTwoBodiesAreTwo() throws Exception {
        String plan = """
                ỦY BAN MTTQ VIỆT NAM
                %s
                Số:      /KH-MTTQ-BTT
                %s, ngày     tháng     năm 2026
                KẾ HOẠCH
                Kiểm tra, giám sát công tác bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ mới
                I. MỤC ĐÍCH
                1. Kế hoạch của %s.
                """;
        bring("a.txt", bytes(plan.formatted("PHƯỜNG BẮC CAM", "Bắc Cam", "phường")));
        Imports.Result other = bring("b.txt", bytes(plan.formatted("XÃ LƯƠNG MINH", "Lương Minh", "xã")));
        assertThat(other.outcome()).isEqualTo(Imports.Outcome.NEW);
        shelving.step();
        assertThat(imported()).hasSize(2);
        assertThat(other.imported().metadata().number()).isEmpty();
        assertThat(other.imported().metadata().unsure())
                .contains(DocumentMetadata.Field.NUMBER, DocumentMetadata.Field.ISSUED);
    }

    /** "xã Thái Phương" and "xã Thái Phượng" have one name without marks. */
    @Test
    void twoCommunesThatDifferByAMarkOnlyKeepTheirDocuments() throws Exception {
        String decision =
                "ỦY BAN NHÂN DÂN\nXÃ %s\nSố: 5/2024/QĐ-UBND\n%s, ngày 02 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề giờ mở cửa\nĐiều 1. Giờ\nMở cửa lúc %s giờ.";
        bring("a.txt", bytes(decision.formatted("THÁI PHƯƠNG", "Thái Phương", "7")));
        assertThat(bring("b.txt", bytes(decision.formatted("THÁI PHƯỢNG", "Thái Phượng", "8")))
                        .outcome())
                .isEqualTo(Imports.Outcome.NEW);
        assertThat(bring("b2.txt", bytes(decision.formatted("THÁI PHƯỢNG", "Thái Phượng", "9")))
                        .outcome())
                .isEqualTo(Imports.Outcome.NEW_VERSION);
        shelving.step();
        assertThat(imported())
                .extracting(Document::issuer)
                .containsExactlyInAnyOrder("Ủy ban nhân dân xã Thái Phương", "Ủy ban nhân dân xã Thái Phượng");
    }

    @Test
    void aConfirmationNeverReplacesWhatTheOfficeWasNotAskedAbout() throws Exception {
        String decision = TestFiles.DECISION;
        ImportedDocument first = imports.bring(TestFiles.file(folder, "1.txt", bytes(decision)), "1.txt", false)
                .imported();
        ImportedDocument second = imports.bring(
                        TestFiles.file(folder, "2.txt", bytes(decision.replace("21 giờ", "22 giờ"))), "2.txt", false)
                .imported();
        database.change(tx -> assertThat(imports.decisions().confirm(tx, first)).isTrue());
        database.change(tx -> assertThat(imports.decisions().confirm(tx, second))
                .as("the first went live meanwhile")
                .isFalse());
        database.change(
                tx -> assertThat(imports.decisions().confirmBeside(tx, second)).isTrue());
        shelving.step();
        assertThat(imported()).hasSize(2);
    }

    @Test
    void aLawThatRepealsAClauseEndsTheClauseOnly() throws Exception {
        String law = "QUỐC HỘI\nLuật số: %s\nHà Nội, ngày %s\nLUẬT\n%s\n%s";
        bring(
                "cu.txt",
                bytes(law.formatted(
                        "39/2014/QH13", "28 tháng 6 năm 2014", "THỦ ĐÔ", "Điều 9. Biểu tượng\nLà khuê văn các.")));
        bring(
                "moi.txt",
                bytes(
                        law.formatted(
                                "72/2015/QH13",
                                "16 tháng 6 năm 2015",
                                "TỔ CHỨC CHÍNH QUYỀN",
                                "Điều 50. Bãi bỏ\nBãi bỏ khoản 2 Điều 9 và Điều 12 của Luật Thủ đô số 39/2014/QH13.\nĐiều 51. Hiệu lực\nLuật này có hiệu lực thi hành từ ngày 16 tháng 7 năm 2015.")));
        shelving.step();
        Document old = document("39/2014/QH13");
        assertThat(old.inForce().to()).isEmpty();
        assertThat(document("72/2015/QH13").replaces()).isEmpty();
        assertThat(old.repealed())
                .containsExactly(new Document.Repealed(
                        "khoản 2 Điều 9 và Điều 12",
                        "Luật 72/2015/QH13",
                        java.util.Optional.of(LocalDate.of(2015, 7, 16))));
    }

    /** The topic was on the list of what the bot holds nothing on; a resolution that the office brought since was passed over. */
    @Test
    void aKnownGapGivesWayToALiveDocumentThatAnswers() throws Exception {
        String question = "phụ cấp của tổ trưởng tổ dân vận là bao nhiêu";
        assertThat(((Finding.NotFound) ask(question)).gap()).isPresent();
        bring("nq.txt", bytes("""
                HỘI ĐỒNG NHÂN DÂN
                TỈNH HƯNG YÊN
                Số: 21/2025/NQ-HĐND
                Hưng Yên, ngày 10 tháng 7 năm 2025
                NGHỊ QUYẾT
                Quy định mức hỗ trợ ở thôn, tổ dân phố
                Điều 1. Đối tượng
                Nghị quyết áp dụng với người tham gia hoạt động ở thôn.
                Điều 2. Mức chi hằng tháng
                Phụ cấp của tổ trưởng tổ dân vận là 600.000 đồng, của bí thư chi bộ là 900.000 đồng.
                """));
        shelving.step();
        assertThat(text(question)).contains("600.000 đồng");
    }

    @Test
    void theDocumentsOwnWordsComeBeforeTheSummaryOfIt() throws Exception {
        String question = "xã nào của huyện Hưng Hà làm thí điểm đề án 08";
        assertThat(((Finding.Found) ask(question)).best().document().isSummary())
                .isTrue();
        ImportedDocument original = waiting(
                "goc.txt",
                "08-ĐA/TU",
                "05 tháng 7 năm 2023",
                "Đề án được làm thí điểm ở bảy xã, thị trấn của huyện Hưng Hà.");
        database.change(
                tx -> assertThat(imports.decisions().confirm(tx, original)).isTrue());
        shelving.step();
        assertThat(library.documents()).as("both are held").hasSize(2);
        assertThat(shown(question).passage().text()).contains("bảy xã, thị trấn");
        assertThat(shown(question).document().isSummary()).isFalse();
    }

    @Test
    void aLiveDocumentIsRedatedTakenOutAndBroughtBack() throws Exception {
        long id = bring("qd.txt", bytes(TestFiles.DECISION)).imported().id();
        shelving.step();
        ImportedDocument live = imports.find(id).orElseThrow();
        database.change(tx -> imports.decisions()
                .correctLive(tx, id, live.metadata().with(DocumentMetadata.Field.IN_FORCE, "2025-10-01")));
        assertThat(shelving.inStep()).isFalse();
        shelving.step();
        assertThat(imported().get(0).inForce().from()).contains(LocalDate.of(2025, 10, 1));
        database.change(tx -> assertThat(imports.decisions().withdraw(tx, id)).isTrue());
        shelving.step();
        assertThat(imported()).isEmpty();
        database.change(tx -> assertThat(imports.decisions().bringBack(tx, id)).isTrue());
        shelving.step();
        assertThat(imported()).hasSize(1);
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
        database.change(tx -> imports.decisions()
                .correct(tx, waiting.id(), waiting.metadata().with(DocumentMetadata.Field.NUMBER, "46/2025/QĐ-UBND")));
        ImportedDocument corrected = imports.find(result.imported().id()).orElseThrow();
        database.change(
                tx -> assertThat(imports.decisions().confirm(tx, corrected)).isTrue());
        database.change(tx -> assertThat(imports.decisions().confirm(tx, corrected))
                .as("a second tap")
                .isFalse());
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
        database.change(
                tx -> assertThat(imports.decisions().confirmAs(tx, newer, held)).isTrue());
        shelving.step();
        assertThat(library.documents()).hasSize(1);
        assertThat(text("xã nào của huyện Hưng Hà làm thí điểm đề án 08")).contains("chín xã");

        ImportedDocument newest = waiting(
                "moi-nua.txt",
                "08-ĐA/TU",
                "05 tháng 7 năm 2023",
                "Đề án được làm thí điểm ở mười xã của huyện Hưng Hà.");
        database.change(tx -> imports.decisions()
                .confirmAs(tx, newest, imports.twin(newest, library.documents()).orElseThrow()));
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

    /** What is shown, as sure or as nearest; nobody is asked which of two is meant. */
    private Hit shown(String question) {
        Finding finding = ask(question);
        return finding instanceof Finding.Likely likely ? likely.best() : ((Finding.Found) finding).best();
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

    /** Two processes on one database, each with its index on disk: one imports, both find; a start reads no row twice. */
    @Test
    void anotherInstanceFollowsAndAfterARestartHoldsWhatItHeld() throws Exception {
        Path index = folder.resolve("other-index");
        bring("qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8));
        shelving.step();
        Path files = index.resolve("copy-1");
        List<String> left;
        try (Library other = Library.open(folder.resolve("kb"), index, problem -> {})) {
            Shelving following = new Shelving(database, other);
            assertThat(following.inStep()).isFalse();
            following.step();
            assertThat(following.inStep()).isTrue();
            assertThat(found(other)).contains("21 giờ");
            bring("qd.txt", TestFiles.DECISION.replace("21 giờ", "22 giờ").getBytes(StandardCharsets.UTF_8));
            assertThat(following.inStep()).isFalse();
            following.step();
            assertThat(found(other)).contains("22 giờ");
            assertThat(other.imported()).hasSize(1);
        }
        left = names(files);
        try (Library other = Library.open(folder.resolve("kb"), index, problem -> {})) {
            assertThat(found(other)).contains("22 giờ");
            Shelving following = new Shelving(database, other);
            following.step();
            assertThat(following.inStep()).isTrue();
        }
        assertThat(names(files)).as("nothing is written that is there").isEqualTo(left);
        // While it stood still, the other one imported.
        bring("qd.txt", TestFiles.DECISION.replace("21 giờ", "23 giờ").getBytes(StandardCharsets.UTF_8));
        try (Library other = Library.open(folder.resolve("kb"), index, problem -> {})) {
            new Shelving(database, other).step();
            assertThat(found(other)).contains("23 giờ");
        }
    }

    private static String found(Library library) {
        return ((Finding.Found) library.find(new Question("nhà văn hóa thôn mở cửa đến mấy giờ", "vi", TODAY)))
                .best()
                .passage()
                .text();
    }

    private static List<String> names(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = java.nio.file.Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
