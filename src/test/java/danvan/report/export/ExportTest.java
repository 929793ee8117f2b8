package danvan.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import danvan.report.Period;
import danvan.report.store.AnswerCipher;
import danvan.report.store.ReportQuery;
import danvan.report.store.SealedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ExportTest {
    private static final TableExport.Headings HEADINGS = new TableExport.Headings(
            "Số biên nhận",
            "Phiên bản",
            "Thời điểm gửi",
            "Mã đơn vị",
            "Đơn vị",
            "Trạng thái",
            "Xử lý lúc",
            "Không phát sinh",
            "có",
            "vĩ độ",
            "kinh độ",
            "Lần lặp",
            "… [cắt]",
            status -> status.equals("RECEIVED") ? "đã nhận" : "đã giải quyết",
            receipt -> "(không mở được, xem " + receipt + ")");

    @TempDir
    Path folder;

    private ReportFixture shelf;

    @BeforeEach
    void open() throws IOException {
        shelf = new ReportFixture(folder);
        shelf.report(
                "1",
                "xa-a",
                "2024-03-05",
                "<noi_dung>Đã họp thôn</noi_dung><so_cuoc>3</so_cuoc><tien>12.5</tien><ngay>2024-03-04</ngay>"
                        + "<muc>a</muc><lien_he>bà Sáu</lien_he>"
                        + "<ho><nguoi>4</nguoi><can>a b</can></ho><ho><nguoi>2</nguoi><can>b</can></ho>");
        shelf.report("2", "xa-b", "2024-04-05", "<so_cuoc>5</so_cuoc><muc>b</muc><moi>9</moi>");
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void aWorkbookHasASheetForTheFormAndOneForItsRepeatWithTheColumnsOfAllVersions() throws IOException {
        try (XSSFWorkbook book = workbook(order(true, false))) {
            XSSFSheet main = book.getSheetAt(0);
            assertThat(main.getSheetName()).isEqualTo("Báo cáo tháng");
            assertThat(texts(main, 0))
                    .containsExactly(
                            "Số biên nhận",
                            "Phiên bản",
                            "Thời điểm gửi",
                            "Mã đơn vị",
                            "Đơn vị",
                            "Trạng thái",
                            "Xử lý lúc",
                            "Không phát sinh",
                            "Nội dung",
                            "Số cuộc họp",
                            "Số tiền (triệu đồng)",
                            "Ngày",
                            "Mức",
                            "Câu mới");
            assertThat(texts(main, 1)).contains("BC-2024-0001", "xã Hồng Minh", "Đã họp thôn", "Tốt");
            assertThat(main.getRow(1).getCell(9).getNumericCellValue()).isEqualTo(3);
            assertThat(main.getRow(1).getCell(10).getNumericCellValue()).isEqualTo(12.5);
            assertThat(main.getRow(1).getCell(11).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2024-03-04T00:00"));
            assertThat(main.getRow(1).getCell(2).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2024-03-05T10:00"));
            assertThat(main.getRow(2).getCell(13).getNumericCellValue()).isEqualTo(9);

            XSSFSheet households = book.getSheetAt(1);
            assertThat(households.getSheetName()).isEqualTo("ho - Báo cáo tháng");
            assertThat(texts(households, 0)).containsExactly("Số biên nhận", "Lần lặp", "Số người", "Cần gì");
            assertThat(texts(households, 1)).containsExactly("BC-2024-0001", "1", "4.0", "Tốt; Khá");
            assertThat(texts(households, 2)).containsExactly("BC-2024-0001", "2", "2.0", "Khá");
            assertThat(households.getLastRowNum()).isEqualTo(2);
        }
    }

    @Test
    void whereAReportStandsIsAColumnAndWhoSentItIsNot() throws IOException {
        shelf.resolved("1", "2024-03-08");
        try (XSSFWorkbook book = workbook(order(true, true))) {
            XSSFSheet main = book.getSheetAt(0);
            assertThat(main.getRow(1).getCell(5).getStringCellValue()).isEqualTo("đã giải quyết");
            assertThat(main.getRow(1).getCell(6).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2024-03-08T10:00"));
            assertThat(main.getRow(2).getCell(5).getStringCellValue()).isEqualTo("đã nhận");
            assertThat(texts(main, 0)).noneMatch(heading -> heading.contains("Người gửi"));
        }
        assertThat(csv(order(false, false)).get(0)).contains(",RECEIVED,,");
    }

    @Test
    void codesAreWhatMachinesRead() throws IOException {
        try (XSSFWorkbook book = workbook(order(false, false))) {
            assertThat(texts(book.getSheetAt(0), 0)).contains("noi_dung", "so_cuoc", "muc");
            assertThat(texts(book.getSheetAt(0), 1)).contains("a");
            assertThat(texts(book.getSheetAt(1), 1)).contains("a b");
        }
    }

    @Test
    void personalDataGoesOnlyWhereItIsAskedFor() throws IOException {
        assertThat(all(order(true, false))).doesNotContain("bà Sáu").doesNotContain("Người liên hệ");
        assertThat(all(order(true, true))).contains("bà Sáu");
    }

    @Test
    void answersOfAFormThatIsGoneAreTreatedAsPersonal() throws IOException {
        shelf.report("cu", "7", "xa-a", "2024-03-06", "<ten>ông Ba</ten>");
        assertThat(all(order(true, false))).contains("BC-2024-0003").doesNotContain("ông Ba");
        assertThat(all(order(true, true))).contains("ông Ba");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(A1)", "\tcmd", "\r=1", "＝1+1"})
    void nothingThatPeopleTypeRunsAsAFormula(String typed) throws IOException {
        shelf.report("1", "xa-a", "2024-03-07", "<noi_dung><![CDATA[" + typed + "]]></noi_dung>");
        try (XSSFWorkbook book = workbook(order(true, false))) {
            XSSFCell cell = book.getSheetAt(0).getRow(3).getCell(8);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
        String csv = csv(order(true, false)).get(0);
        String shown = typed.replace("\r", "\n");
        assertThat(csv).contains("'" + shown.replace("\"", "\"\""));
    }

    @Test
    void csvBeginsWithTheMarkThatMakesExcelReadVietnamese() throws IOException {
        List<String> files = csv(order(true, false));
        assertThat(files).hasSize(2);
        assertThat(files.get(0)).startsWith("\uFEFFSố biên nhận,Phiên bản");
        assertThat(files.get(0))
                .contains("BC-2024-0001,1,2024-03-05 10:00,xa-a,xã Hồng Minh,đã nhận,,,Đã họp thôn,3,12.5");
    }

    /** A time was a text with an offset, a place one text of four numbers, 0012 became 12 at a double click. */
    /** An order is one cell that tells it; machines get the stored values. */
    @Test
    void anOrderIsWrittenAsIt() throws IOException {
        shelf.report("uu-tien", "1", "xa-a", "2024-06-05", "<viec>nuoc dien duong</viec>");
        assertThat(csv(order(true, false)))
                .anySatisfy(file -> assertThat(file).contains("Thứ tự ưu tiên?").contains("Nước › Điện › Đường"));
        assertThat(csv(order(false, false))).anySatisfy(file -> assertThat(file).contains("nuoc dien duong"));
    }

    @Test
    void timesPlacesAndFiguresThatAreTextAreWhatExcelShows() throws IOException {
        shelf.report(
                "noi",
                "1",
                "xa-a",
                "2024-06-05",
                "<gio>07:30:00.000+07:00</gio><cho>20.4461234 106.336 0.0 0.0</cho><ma>0012</ma>");
        shelf.report("noi", "1", "xa-b", "2024-06-06", "");
        shelf.nil("4");
        try (XSSFWorkbook book = workbook(order(true, false))) {
            XSSFSheet places = book.getSheet("Nơi họp");
            assertThat(texts(places, 0))
                    .endsWith("Không phát sinh", "Mấy giờ?", "Ở đâu? – vĩ độ", "Ở đâu? – kinh độ", "Mã hồ sơ");
            XSSFRow first = places.getRow(1);
            assertThat(first.getCell(8).getLocalDateTimeCellValue().toLocalTime())
                    .isEqualTo("07:30");
            assertThat(first.getCell(8).getCellStyle().getDataFormatString()).isEqualTo("hh:mm");
            assertThat(first.getCell(9).getNumericCellValue()).isEqualTo(20.4461234);
            assertThat(first.getCell(10).getNumericCellValue()).isEqualTo(106.336);
            assertThat(first.getCell(11).getStringCellValue()).isEqualTo("0012");
            assertThat(first.getCell(7)).isNull();
            assertThat(places.getRow(2).getCell(7).getStringCellValue()).isEqualTo("có");
            assertThat(places.getPrintSetup().getLandscape()).isTrue();
            assertThat(places.getRepeatingRows().getFirstRow()).isZero();
            assertThat(places.getColumnWidth(9)).isLessThan(places.getColumnWidth(2) * 2);
        }
        assertThat(csv(order(true, false)))
                .anySatisfy(file -> assertThat(file).contains(",,,07:30,20.4461234,106.336,'0012"));
        assertThat(csv(order(false, false)))
                .anySatisfy(file -> assertThat(file)
                        .contains(",,,07:30:00.000+07:00,20.4461234 106.336 0.0 0.0,0012")
                        .contains(",1,,,"));
    }

    @ParameterizedTest
    @CsvSource({
        "0012, true",
        "2/3, true",
        "1.10, true",
        "1e5, true",
        "12:30, true",
        "50%, true",
        "12, false",
        "0, false",
        "thôn 3, false",
        "2024, false",
        "123456789012, true",
        "BC-2024-1, false"
    })
    void onlyWhatExcelWouldChangeIsMarkedAsText(String text, boolean marked) {
        assertThat(new Cell.Text(text).looksLikeFigures()).isEqualTo(marked);
    }

    @Test
    void aUnitSeesItselfAndWhatIsBelow() throws IOException {
        ExportOrder order = order(true, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableExport export = export();
        ReportQuery wanted = shelf.all("xa-b");
        export.write(export.survey(wanted, order, any -> {}), wanted, order, out, any -> {});
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(1);
            assertThat(texts(book.getSheetAt(0), 1)).contains("BC-2024-0002");
        }
    }

    @Test
    void aTextLongerThanACellIsCutWithAMarkAndWholeInCsv() throws IOException {
        String text = "dài ".repeat(25_000) + "hết";
        shelf.report("1", "xa-a", "2024-03-07", "<noi_dung>" + text + "</noi_dung>");
        try (XSSFWorkbook book = workbook(order(true, false))) {
            assertThat(book.getSheetAt(0).getRow(3).getCell(8).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("… [cắt]");
        }
        assertThat(csv(order(true, false)).get(0)).contains("dài hết");
    }

    @Test
    void aTableLongerThanASheetGoesOnInTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxSheets sheets = new XlsxSheets(out, 3, "…")) {
            sheets.sheet("Một tên rất dài, dài hơn ba mươi mốt chữ [a/b]", List.of("Số"));
            for (int i = 1; i <= 5; i++) {
                sheets.row(List.of(new Cell.Figure(BigDecimal.valueOf(i))));
            }
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(texts(book.getSheetAt(2), 0)).containsExactly("Số");
            assertThat(texts(book.getSheetAt(2), 1)).containsExactly("5.0");
        }
    }

    /** Typed into any question it made every export and period report of the form fail for good, for other units too. */
    @Test
    void anAnswerThatLooksSealedIsWordsAndOneThatCannotBeOpenedSpoilsNothingElse() throws IOException {
        AnswerCipher cipher = shelf.cipher;
        shelf.report("1", "xa-a", "2024-05-01", "<noi_dung>sealed1:AAAA</noi_dung><so_cuoc>1</so_cuoc>");
        shelf.report(
                "1",
                "xa-a",
                "2024-05-02",
                "<noi_dung>khác</noi_dung><lien_he>"
                        + SealedText.of(cipher, "bà Sáu").replace("1:", "1:A") + "</lien_he>");
        shelf.report(
                "1",
                "xa-a",
                "2024-05-03",
                "<lien_he>" + SealedText.of(cipher, "bà Bảy") + "</lien_he><so_cuoc>2</so_cuoc>");
        shelf.sealed("/data/lien_he");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(AnswerCipher.class);
        logger.addAppender(log);
        log.start();
        try (XSSFWorkbook book = workbook(order(true, true))) {
            XSSFSheet main = book.getSheetAt(0);
            assertThat(texts(main, 3)).contains("sealed1:AAAA");
            assertThat(texts(main, 4)).contains("khác", "(không mở được, xem BC-2024-0004)");
            assertThat(texts(main, 5)).contains("bà Bảy");
        } finally {
            logger.detachAppender(log);
        }
        // Once for each report: an operator finds by it what to look at.
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("BC-2024-0004: /data/lien_he cannot be opened");
    }

    @Test
    void whatWasSealedIsPersonalEvenWhereTheFormHasForgottenIt() throws IOException {
        AnswerCipher cipher = shelf.cipher;
        shelf.report("1", "xa-a", "2024-05-03", "<noi_dung>" + SealedText.of(cipher, "bà Bảy") + "</noi_dung>");
        shelf.sealed("/data/noi_dung");
        try (XSSFWorkbook book = workbook(order(true, false))) {
            assertThat(texts(book.getSheetAt(0), 3)).doesNotContain("bà Bảy");
        }
        try (XSSFWorkbook book = workbook(order(true, true))) {
            assertThat(texts(book.getSheetAt(0), 3)).contains("bà Bảy");
        }
    }

    /** A report of the quarter that came in after its end is a report of the quarter. */
    @Test
    void anExportOfAPeriodHoldsTheReportsThatAreForIt() {
        shelf.report("1", "xa-a", "2024-04-05", "<so_cuoc>7</so_cuoc>");
        shelf.isFor("3", "2024-Q1");
        assertThat(of("2024-Q1")).contains("BC-2024-0003");
        assertThat(of("2024-04")).doesNotContain("BC-2024-0003");
        assertThat(of("2024-H1")).contains("BC-2024-0003");
    }

    private List<String> of(String period) {
        ReportQuery all = shelf.all("tinh");
        ReportQuery query =
                new ReportQuery(all.forms(), Period.of(period).map(Period::months), all.units(), Long.MAX_VALUE);
        List<String> receipts = new ArrayList<>();
        shelf.store().pages().each(query, report -> receipts.add(report.receipt()));
        assertThat(shelf.store().pages().count(query)).isEqualTo(receipts.size());
        return receipts;
    }

    private ExportOrder order(boolean labels, boolean personal) {
        return new ExportOrder("", "", "tinh", ExportOrder.Shape.XLSX, labels, personal, "vi");
    }

    private TableExport export() {
        return new TableExport(
                shelf.store().pages(), shelf.store().search(), shelf.served(), ReportFixture.UNITS, HEADINGS);
    }

    private byte[] written(ExportOrder order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableExport export = export();
        ReportQuery wanted = shelf.all("tinh");
        export.write(export.survey(wanted, order, any -> {}), wanted, order, out, any -> {});
        Path kept = Files.createDirectories(Path.of("target/exports")).resolve("export.xlsx");
        if (order.shape() == ExportOrder.Shape.XLSX) {
            Files.write(kept, out.toByteArray());
        }
        return out.toByteArray();
    }

    private XSSFWorkbook workbook(ExportOrder order) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written(order)));
    }

    private List<String> csv(ExportOrder order) throws IOException {
        List<String> files = new ArrayList<>();
        ExportOrder csv = new ExportOrder(
                order.form(),
                order.period(),
                order.unit(),
                ExportOrder.Shape.CSV,
                order.labels(),
                order.personal(),
                "vi");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(csv)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String all(ExportOrder order) throws IOException {
        StringBuilder all = new StringBuilder();
        try (XSSFWorkbook book = workbook(order)) {
            book.forEach(sheet ->
                    sheet.forEach(row -> row.forEach(cell -> all.append(cell).append('\n'))));
        }
        return all.toString();
    }

    private static List<String> texts(XSSFSheet sheet, int row) {
        List<String> texts = new ArrayList<>();
        sheet.getRow(row).forEach(cell -> texts.add(cell.toString()));
        return texts;
    }
}
