package danvan.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.report.Period;
import danvan.report.export.ReportFixture;
import danvan.report.store.SealedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodReportTest {
    @TempDir
    Path folder;

    private ReportFixture shelf;

    @BeforeEach
    void open() throws IOException {
        shelf = new ReportFixture(folder);
        shelf.report("1", "xa-a", "2023-12-20", "<so_cuoc>4</so_cuoc>");
        shelf.report("1", "xa-a", "2024-01-31", "<so_cuoc>1000</so_cuoc><muc>a</muc>");
        shelf.report("2", "xa-b", "2024-02-10", "<so_cuoc>8</so_cuoc><muc>b</muc>");
        shelf.report(
                "1",
                "xa-a",
                "2024-03-05",
                "<so_cuoc>10</so_cuoc><tien>2.5</tien><muc>a</muc><noi_dung>Dân đồng tình</noi_dung>"
                        + "<lien_he>bà Sáu</lien_he><ho><nguoi>4</nguoi></ho><ho><nguoi>3</nguoi></ho>");
        shelf.report("2", "xa-b", "2024-03-31", "<so_cuoc>2</so_cuoc><muc>a</muc>");
        shelf.report("2", "xa-b", "2024-04-01", "<so_cuoc>500</so_cuoc>");
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void figuresAreTheSumsOfThePeriodTheOneBeforeAndTheYearSoFar() {
        Map<String, String> values = filling("huyen", "2024-03").values();
        assertThat(values)
                .containsEntry("thang.so_cuoc", "12")
                .containsEntry("thang.so_cuoc.truoc", "8")
                .containsEntry("thang.so_cuoc.thay_doi", "+4 (+50%)")
                .containsEntry("thang.so_cuoc.nam", "1.020")
                .containsEntry("thang.tien", "2,5")
                .containsEntry("thang.nguoi", "7")
                .containsEntry("thang.muc=a", "2")
                .containsEntry("thang.muc=a.nam", "3")
                .containsEntry("so_bao_cao", "2")
                .containsEntry("so_don_vi_bao_cao", "2")
                .containsEntry("ky", "tháng 3 năm 2024");
    }

    /** Two communes said 5 % and 5 %, and the period's report 10 %. */
    @Test
    void figuresThatAreNoSumsArePutTogetherAsTheirFormSays() throws IOException {
        try (ReportFixture other = new ReportFixture(folder.resolve("totals"))) {
            other.report(
                    "ty-le",
                    "1",
                    "xa-a",
                    "2024-02-05",
                    "<ho>100</ho><ngheo>20</ngheo><dung_han>90</dung_han><ton>7</ton><moc>3</moc><doan>5</doan>");
            other.report(
                    "ty-le",
                    "1",
                    "xa-a",
                    "2024-03-05",
                    "<ho>100</ho><ngheo>5</ngheo><dung_han>90</dung_han><ton>9</ton><moc>3</moc><doan>5</doan>"
                            + "<thon><nguoi>1</nguoi><tuoi>10</tuoi></thon><thon><nguoi>3</nguoi><tuoi>20</tuoi></thon>"
                            + "<thon><tuoi>90</tuoi></thon>");
            other.report(
                    "ty-le",
                    "1",
                    "xa-b",
                    "2024-03-06",
                    "<ho>300</ho><ngheo>9</ngheo><dung_han>95</dung_han><ton>4</ton><moc>4</moc><doan>5</doan>");
            other.report("ty-le", "1", "xa-b", "2024-03-20", "<ho>300</ho><ngheo>9</ngheo><ton>2</ton>");
            TemplateValues filling = filling(other, "huyen", "2024-03");
            assertThat(filling.values())
                    .containsEntry("ty-le.ho", "700")
                    .containsEntry("ty-le.ngheo", "8,43")
                    .containsEntry("ty-le.ngheo.truoc", "20")
                    .containsEntry("ty-le.ngheo.thay_doi", "-11,57")
                    .containsEntry("ty-le.dung_han", "92,5")
                    .containsEntry("ty-le.ton", "11")
                    .containsEntry("ty-le.ton.truoc", "7")
                    .containsEntry("ty-le.ton.nam", "11")
                    .containsEntry("ty-le.moc", "–")
                    .containsEntry("ty-le.doan", "–")
                    .containsEntry("ty-le.tuoi", "17,5");
            assertThat(filling.lists().get("ct"))
                    .extracting(row -> row.get("ct.ten"))
                    .contains("Tỷ lệ hộ nghèo (bình quân gia quyền)", "Đúng hạn (bình quân)", "Đơn tồn (số cuối kỳ)")
                    .doesNotContain("Mốc", "Đoàn viên, %");
            assertThat(filling.lists().get("dv"))
                    .extracting(row -> row.get("dv.ty-le.ngheo") + " " + row.get("dv.ty-le.ton"))
                    .containsExactly("5 9", "9 2");
            assertThat(filling(other, "huyen", "2023-03").values())
                    .as("nobody reported: nobody knows")
                    .containsEntry("ty-le.ngheo", "–");
        }
    }

    /** Only the row tells what is sealed: anybody can type what looks like a sealed text. */
    @Test
    void sealedAnswersAreNoFiguresAndWhatOnlyLooksSealedIsAText() throws IOException {
        try (ReportFixture other = new ReportFixture(folder.resolve("sealed"))) {
            other.report("1", "xa-a", "2024-05-01", "<noi_dung>sealed1:AAAA</noi_dung><so_cuoc>1</so_cuoc>");
            other.report(
                    "1",
                    "xa-a",
                    "2024-05-03",
                    "<lien_he>" + SealedText.of(other.cipher, "bà Bảy") + "</lien_he><so_cuoc>2</so_cuoc>");
            other.sealed("/data/lien_he");
            TemplateValues values = filling(other, "huyen", "2024-05");
            assertThat(values.values()).containsEntry("thang.so_cuoc", "3");
            assertThat(values.lists().toString()).contains("sealed1:AAAA").doesNotContain("bà Bảy");
        }
    }

    @Test
    void thePeriodBeforeTheFirstOfAYearIsThatOfTheYearBefore() {
        assertThat(filling("huyen", "2024-Q1").values())
                .containsEntry("thang.so_cuoc", "1.020")
                .containsEntry("thang.so_cuoc.truoc", "4")
                .containsEntry("thang.so_cuoc.nam", "1.020")
                .containsEntry("ky_truoc", "quý IV năm 2023");
    }

    /** Sent in April for the quarter before, it was counted in the second quarter by the report and in the first by sums. */
    @Test
    void aReportCountsForThePeriodItIsForAndNotForTheDayItWasSent() {
        shelf.isFor("6", "2024-Q1");
        assertThat(filling("huyen", "2024-Q1").values())
                .as("the quarter's in the place of the same commune's months")
                .containsEntry("thang.so_cuoc", "1.510")
                .containsEntry("so_bao_cao", "5");
        assertThat(filling("huyen", "2024-04").values())
                .as("nobody reported for April")
                .containsEntry("thang.so_cuoc", "0")
                .containsEntry("so_bao_cao", "0");
        assertThat(filling("huyen", "2024-03").values())
                .as("a quarter is no part of a month")
                .containsEntry("thang.so_cuoc", "12");
    }

    /** The third reader of periods did not know the first nine months, and whoever asked for them was told so. */
    @Test
    void theFirstNineMonthsAreAPeriodOfTheirOwn() {
        shelf.isFor("6", "2024-9M");
        assertThat(filling("huyen", "2024-9M").values())
                .containsEntry("ky", "9 tháng đầu năm 2024")
                .containsEntry("ky_truoc", "9 tháng đầu năm 2023")
                .containsEntry("den_ngay", "30/9/2024")
                .containsEntry("thang.so_cuoc", "1.510");
        assertThat(filling("huyen", "2024-H1").values()).containsEntry("thang.so_cuoc", "1.020");
    }

    /** A commune reported for the first quarter, the half-year and the year, and the year's report held January three times. */
    @Test
    void whatAUnitSaysForPeriodsThatOverlapIsAddedUpOnce() throws IOException {
        try (ReportFixture other = new ReportFixture(folder.resolve("overlap"))) {
            other.report("1", "xa-a", "2024-04-02", "<so_cuoc>10</so_cuoc><muc>a</muc><noi_dung>Quý một</noi_dung>");
            other.report("1", "xa-a", "2024-07-02", "<so_cuoc>25</so_cuoc><muc>a</muc>");
            other.report("1", "xa-a", "2024-12-30", "<so_cuoc>70</so_cuoc><muc>b</muc>");
            other.report("1", "xa-b", "2024-01-20", "<so_cuoc>1</so_cuoc>");
            other.report("1", "xa-b", "2024-01-25", "<so_cuoc>2</so_cuoc>");
            other.report("1", "xa-b", "2024-04-02", "<so_cuoc>4</so_cuoc>");
            other.isFor("1", "2024-Q1");
            other.isFor("2", "2024-H1");
            other.isFor("3", "2024");
            other.isFor("6", "2024-Q2");
            TemplateValues year = filling(other, "huyen", "2024");
            assertThat(year.values())
                    .as("the year of the one; of the other January's two reports and the quarter behind")
                    .containsEntry("thang.so_cuoc", "77")
                    .containsEntry("thang.so_cuoc.nam", "77")
                    .containsEntry("thang.muc=a", "0")
                    .containsEntry("thang.muc=b", "1")
                    .as("each is a report, and its words are its own")
                    .containsEntry("so_bao_cao", "6");
            assertThat(year.lists().get("dv"))
                    .extracting(row -> row.get("dv.thang.so_cuoc"))
                    .containsExactly("70", "7");
            assertThat(filling(other, "huyen", "2024-H1").values()).containsEntry("thang.so_cuoc", "32");
            assertThat(filling(other, "huyen", "2024-Q1").values()).containsEntry("thang.so_cuoc", "13");
            assertThat(filling(other, "huyen", "2024-Q2").values())
                    .containsEntry("thang.so_cuoc", "4")
                    .containsEntry("thang.so_cuoc.truoc", "13")
                    .as("the half-year up to the end of the second quarter")
                    .containsEntry("thang.so_cuoc.nam", "32");
        }
    }

    /** The report of January was sent in again after that of March, and the state at the end of the quarter was January's. */
    @Test
    void theLastWordIsThatOfTheLatestPeriodAndNotOfTheLatestArrival() throws IOException {
        try (ReportFixture other = new ReportFixture(folder.resolve("last"))) {
            other.report("ty-le", "1", "xa-a", "2024-03-30", "<ton>2</ton>");
            other.report("ty-le", "1", "xa-a", "2024-04-05", "<ton>9</ton>");
            other.report("ty-le", "1", "xa-b", "2024-10-02", "<ton>30</ton>");
            other.report("ty-le", "1", "xa-b", "2025-01-02", "<ton>40</ton>");
            other.isFor("2", "2024-01");
            other.isFor("3", "2024-9M");
            other.isFor("4", "2024-Q4");
            assertThat(filling(other, "huyen", "2024-Q1").values()).containsEntry("ty-le.ton", "2");
            assertThat(filling(other, "huyen", "2024").values()).containsEntry("ty-le.ton", "42");
        }
    }

    /** What a form's defaults say in a report without anything to report is nobody's figure, and hides nobody's. */
    @Test
    void nothingToReportHasNoFiguresAndTakesNoReportsPlace() throws IOException {
        try (ReportFixture other = new ReportFixture(folder.resolve("nil"))) {
            other.report("1", "xa-a", "2024-03-30", "<so_cuoc>3</so_cuoc>");
            other.report("1", "xa-a", "2024-04-05", "<so_cuoc>500</so_cuoc>");
            other.isFor("2", "2024-Q1");
            other.nil("2");
            assertThat(filling(other, "huyen", "2024-Q1").values())
                    .containsEntry("thang.so_cuoc", "3")
                    .containsEntry("so_bao_cao", "2");
        }
    }

    /** Of an order the first place is counted: that a choice was put last is no vote for it. */
    @Test
    void ofAnOrderTheFirstPlacesAreCounted() throws IOException {
        try (ReportFixture other = new ReportFixture(folder.resolve("order"))) {
            other.report("uu-tien", "1", "xa-a", "2024-03-05", "<viec>nuoc dien duong</viec>");
            other.report("uu-tien", "1", "xa-b", "2024-03-06", "<viec>nuoc duong dien</viec>");
            assertThat(filling(other, "huyen", "2024-03").lists().get("ct"))
                    .extracting(row -> row.get("ct.ten") + " " + row.get("ct.ky"))
                    .containsExactly("ƯU TIÊN ", "Số báo cáo 2", "Thứ tự ưu tiên (xếp thứ nhất) – Nước 2");
        }
    }

    /** A form that asks how many reports a unit had lost the answers to the number of its own reports. */
    @Test
    void aQuestionMayBeCalledAsTheNumberOfReportsIs() throws IOException {
        try (ReportFixture other = new ReportFixture(folder.resolve("named"))) {
            other.report("dem", "1", "xa-a", "2024-03-05", "<so_bao_cao>40</so_bao_cao>");
            other.report("dem", "1", "xa-b", "2024-03-06", "<so_bao_cao>2</so_bao_cao>");
            TemplateValues filling = filling(other, "huyen", "2024-03");
            assertThat(filling.values())
                    .containsEntry("dem.so_bao_cao", "42")
                    .containsEntry("dem:so_bao_cao", "2")
                    .containsEntry("so_bao_cao", "2");
            assertThat(filling.lists().get("ct"))
                    .extracting(row -> row.get("ct.ten") + " " + row.get("ct.ky"))
                    .containsExactly("ĐẾM ", "Số báo cáo 2", "Số báo cáo 42");
            assertThat(filling.lists().get("dv"))
                    .extracting(row -> row.get("dv.so_bao_cao") + " " + row.get("dv.dem.so_bao_cao"))
                    .containsExactly("1 40", "1 2");
        }
        assertThat(filling("huyen", "2024-03").values())
                .as("a form without such a question keeps its placeholder")
                .containsEntry("thang.so_bao_cao", "2")
                .containsEntry("thang.so_bao_cao.truoc", "1");
    }

    /** Raw questions stood in a document that an office signs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bao nhiêu hộ cần giúp ngay? | Số hộ cần giúp ngay",
                "Khoảng bao nhiêu người tham gia? | Số người tham gia",
                "Đã tổ chức bao nhiêu buổi tuyên truyền? | Số buổi tuyên truyền (đã tổ chức)",
                "Vận động được bao nhiêu triệu đồng? | Vận động được (triệu đồng)",
                "Tổng kinh phí là bao nhiêu? | Tổng kinh phí",
                "Số cuộc họp | Số cuộc họp",
                "Có ai bị thương không? | Có ai bị thương không",
                "? | ''",
                "bao nhiêu | bao nhiêu"
            })
    void aFigureIsCalledByANounAndNotByItsQuestion(String question, String name) {
        assertThat(FigureName.of(question)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "tỉnh Thái Bình, Tỉnh ủy Thái Bình, Ban Dân vận",
        "thành phố Thái Bình, Thành ủy Thái Bình, Ban Dân vận",
        "huyện Hưng Hà, Huyện ủy Hưng Hà, Ban Dân vận",
        "xã Tiến Đức, Đảng ủy xã Tiến Đức, Khối Dân vận",
        "Phường 3, Đảng ủy Phường 3, Khối Dân vận"
    })
    void whoIssuesAPartyReportIsToldFromTheUnit(String unit, String above, String organ) {
        assertThat(Issuer.ofParty(unit, LocalDate.parse("2024-04-02"))).isEqualTo(new Issuer(above, organ, ""));
    }

    /** The commissions were joined: a report of March 2025 was headed with the name of one that was no more. */
    @Test
    void theCommissionIsCalledAsItIsOnTheDayOfTheReport() {
        assertThat(Issuer.ofParty("tỉnh Thái Bình", LocalDate.parse("2025-02-05"))
                        .organ())
                .isEqualTo("Ban Dân vận");
        assertThat(Issuer.ofParty("tỉnh Thái Bình", LocalDate.parse("2025-02-06"))
                        .organ())
                .isEqualTo("Ban Tuyên giáo và Dân vận");
    }

    /** The province's name stood where the agency's belongs, and nobody could change it but in a template. */
    @Test
    void theSettingsSayWhoIssues() throws IOException {
        Issuers issuers = new Issuers(
                ReportFixture.ORGANIZATION,
                Map.of("huyen", new Issuer("Ban Thường vụ Huyện ủy Hưng Hà", "Hội Nông dân huyện", "HND")),
                Map.of(
                        "tinh",
                        new Issuer("", "Ủy ban nhân dân tỉnh", "UBND"),
                        "xa-a",
                        new Issuer("", "Hội đồng xã", "")));
        String party = issued(issuers, true, "huyen");
        assertThat(party)
                .contains("BAN THƯỜNG VỤ HUYỆN ỦY HƯNG HÀ\tHỘI NÔNG DÂN HUYỆN", "-BC/HND", "T/M HỘI NÔNG DÂN HUYỆN")
                .contains("- Ban Thường vụ Huyện ủy Hưng Hà (để báo cáo)", "- Lưu Hội Nông dân huyện.");
        assertThat(issued(issuers, false, "huyen"))
                .as("the committee above is called as it is set")
                .contains(
                        "ỦY BAN NHÂN DÂN TỈNH\tỦY BAN NHÂN DÂN HUYỆN\u00A0HƯNG\u00A0HÀ",
                        "/BC-UBND",
                        "- Ủy ban nhân dân tỉnh (");
    }

    /** An empty line stood above the province's committee, and "-  (để báo cáo)" named nobody. */
    @Test
    void whereNobodyIsAboveThereIsNoLineForThem() throws IOException {
        String text = issued(Issuers.toldByNames(ReportFixture.ORGANIZATION), false, "tinh");
        assertThat(text)
                .startsWith("2\nỦY BAN NHÂN DÂN TỈNH\u00A0THÁI\u00A0BÌNH")
                .contains("- … (để báo cáo);");
    }

    /** The head of a commission signs as such; "T/M" belongs to a committee or a bloc. */
    @Test
    void aCommissionIsNotSignedForAllOfIt() throws IOException {
        assertThat(issued(Issuers.toldByNames(ReportFixture.ORGANIZATION), true, "huyen"))
                .doesNotContain("T/M");
        assertThat(issued(Issuers.toldByNames(ReportFixture.ORGANIZATION), true, "xa-a"))
                .contains("T/M KHỐI DÂN VẬN");
    }

    private String issued(Issuers issuers, boolean party, String unit) throws IOException {
        Period period = Period.of("2024-03").orElseThrow();
        PeriodFigures figures =
                PeriodFigures.of(shelf.store().pages(), shelf.forms, ReportFixture.ORGANIZATION, unit, period, "vi");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(DocxTemplate.fill(
                        new ByteArrayInputStream(StarterTemplate.of(party)),
                        TemplateValues.of(figures, issuers, unit, period, LocalDate.parse("2024-04-02")),
                        out))
                .isEmpty();
        return text(out.toByteArray()).strip();
    }

    @Test
    void eachUnitBelowHasItsRow() {
        assertThat(filling("huyen", "2024-03").lists().get("dv"))
                .extracting(row -> row.get("dv.ten") + " " + row.get("dv.thang.so_cuoc"))
                .containsExactly("xã Hồng Minh 10", "xã Tiến Đức 2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStarterTemplateFillsIntoAReport(boolean party) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> unknown = DocxTemplate.fill(
                new ByteArrayInputStream(StarterTemplate.of(party)), filling("huyen", "2024-03"), out);
        assertThat(unknown).isEmpty();
        Path kept = Files.createDirectories(Path.of("target/exports"))
                .resolve(party ? "period-party.docx" : "period-state.docx");
        Files.write(kept, out.toByteArray());
        String text = text(out.toByteArray());
        assertThat(text)
                .contains(party ? "ĐẢNG CỘNG SẢN VIỆT NAM" : "Độc lập - Tự do - Hạnh phúc")
                .contains(
                        party ? "HUYỆN ỦY HƯNG HÀ\tBAN DÂN VẬN" : "ỦY BAN NHÂN DÂN HUYỆN\u00A0HƯNG\u00A0HÀ",
                        "Hưng Hà, ngày 02 tháng 4 năm 2024",
                        "I\tBÁO CÁO THÁNG",
                        "1\tSố báo cáo\t2\t1\t+1 (+100%)\t4")
                .contains("Số cuộc họp\t12\t8\t+4 (+50%)\t1.020")
                .contains("xã Tiến Đức\t1\t1\t2")
                .contains("- xã Hồng Minh – Nội dung: Dân đồng tình")
                .contains(party ? "I- Số liệu tổng hợp" : "I. Số liệu tổng hợp")
                .doesNotContain("{{")
                .doesNotContain("bà Sáu");
    }

    @Test
    void aPlaceholderThatWordHasSplitUpIsFilledAndAnUnknownOneIsToldAndLeft() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFParagraph paragraph = document.createParagraph();
            for (String part :
                    new String[] {"Tổng: {", "{thang", ".so_cuoc}", "} cuộc; {{khong_biet}} {{thang.chua_co}}"}) {
                XWPFRun run = paragraph.createRun();
                run.setText(part);
            }
            document.write(template);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> unknown =
                DocxTemplate.fill(new ByteArrayInputStream(template.toByteArray()), filling("huyen", "2024-03"), out);
        assertThat(unknown).containsExactly("khong_biet");
        assertThat(text(out.toByteArray())).contains("Tổng: 12 cuộc; {{khong_biet}} 0");
    }

    /** A template of 1.6 MB that unfolded to gigabytes took all memory and ended the thread of all reports. */
    @Test
    void aTemplateThatUnfoldsIsRefusedBeforeItIsOpened() throws IOException {
        for (String part : List.of("word/document.xml", "word/hidden.bin", "word/media/picture.png")) {
            byte[] bomb = unfolding(part, 300 << 20);
            assertThat(bomb.length).isLessThan(2 << 20);
            assertThatThrownBy(() -> DocxTemplate.fill(
                            new ByteArrayInputStream(bomb), filling("huyen", "2024-03"), new ByteArrayOutputStream()))
                    .as(part)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("UNFOLDS");
        }
        byte[] text = unfolding("word/hidden.bin", 9 << 20);
        assertThatThrownBy(() -> DocxTemplate.fill(
                        new ByteArrayInputStream(text), filling("huyen", "2024-03"), new ByteArrayOutputStream()))
                .as("text under another name")
                .hasMessageContaining("UNFOLDS");
    }

    private static byte[] unfolding(String part, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = "<w:p></w:p>".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            for (int written = 0; written < bytes; written += piece.length) {
                zip.write(piece);
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatIsNoWordDocumentIsRefused() {
        assertThatThrownBy(() -> DocxTemplate.fill(
                        new ByteArrayInputStream("không phải".getBytes(StandardCharsets.UTF_8)),
                        filling("huyen", "2024-03"),
                        new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a Word document");
    }

    private TemplateValues filling(String unit, String period) {
        return filling(shelf, unit, period);
    }

    private static TemplateValues filling(ReportFixture from, String unit, String period) {
        Period wanted = Period.of(period).orElseThrow();
        PeriodFigures figures =
                PeriodFigures.of(from.store().pages(), from.forms, ReportFixture.ORGANIZATION, unit, wanted, "vi");
        return TemplateValues.of(
                figures, Issuers.toldByNames(ReportFixture.ORGANIZATION), unit, wanted, LocalDate.parse("2024-04-02"));
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }
}
