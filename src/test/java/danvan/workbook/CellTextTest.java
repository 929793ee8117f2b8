package danvan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Excel shows is what is read, whether a workbook counts its days from 1900 or, as a Mac's, from 1904. */
class CellTextTest {
    static byte[] workbook(boolean from1904, Consumer<XSSFCell> edit) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(from1904);
            edit.accept(workbook.createSheet("s").createRow(0).createCell(0));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static XSSFCell formatted(XSSFCell cell, String format) {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }

    private record Read(String program, String people, String number) {}

    private static Read read(byte[] content) throws IOException {
        try (var workbook = OpenedWorkbook.of(content)) {
            Cell cell = workbook.getFirstSheet().read().get(0).getCell(0);
            CellText cells = workbook.cells();
            return new Read(
                    cells.of(cell).orElse(""),
                    cells.shown(cell).orElse(""),
                    cells.number(cell).orElse(""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-05T00:00:00       | dd/mm/yyyy                  | 2024-03-05
            2024-03-05T00:00:00       | [$-42A]d mmmm yyyy;@        | 2024-03-05
            2024-03-05T00:00:00       | "ngày" dd "tháng" mm        | 2024-03-05
            2024-03-05T00:00:00       | mmmm                        | 2024-03-05
            2024-03-05T00:00:00       | dd/mm/yyyy hh:mm            | 2024-03-05
            2024-03-05T07:30:00       | dd/mm/yyyy hh:mm            | 2024-03-05T07:30:00
            2024-03-05T07:30:00       | dd/mm/yyyy                  | 2024-03-05
            2024-03-05T07:30:00       | h:mm                        | 07:30:00
            2024-02-29T23:59:59.9999  | dd/mm/yyyy                  | 2024-03-01
            2024-02-29T23:59:59.9999  | yyyy-mm-dd hh:mm:ss.000     | 2024-03-01
            2024-12-31T12:34:56.4     | yyyy\\-mm\\-dd hh:mm:ss     | 2024-12-31T12:34:56
            1904-01-02T00:00:00       | yyyy-mm-dd                  | 1904-01-02
            9999-12-31T00:00:00       | yyyy-mm-dd                  | 9999-12-31
            """)
    void aDateIsTheDateWhereverItsDaysAreCountedFrom(String moment, String format, String read) throws IOException {
        for (boolean from1904 : new boolean[] {false, true}) {
            double value = DateUtil.getExcelDate(LocalDateTime.parse(moment).withNano(0), from1904)
                    + LocalDateTime.parse(moment).get(ChronoField.NANO_OF_SECOND) / 86_400e9;
            Read cell = read(workbook(from1904, c -> formatted(c, format).setCellValue(value)));

            assertThat(cell).as("from 1904: %s", from1904).isEqualTo(new Read(read, read, ""));
        }
    }

    /** POI writes «true» there and Excel «1»; the reader's own answer takes that for no. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "0", "false", ""})
    void aWorkbookSaysInSeveralWaysWhereItsDaysAreCountedFrom(String says) throws IOException {
        byte[] written = workbook(true, c -> formatted(c, "yyyy-mm-dd").setCellValue(100));
        byte[] content = TestParts.changed(
                written,
                "xl/workbook.xml",
                xml -> xml.replaceFirst("date1904=\"[a-z]*\"", says.isEmpty() ? "" : "date1904=\"" + says + "\""));

        assertThat(read(content).program())
                .isEqualTo(List.of("1", "true").contains(says) ? "1904-04-10" : "1900-04-09");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.5                 | 0%               | 50%       | 50%        | 0.5
            0.125               | 0.0%             | 12.5%     | 12.5%      | 0.125
            2                   | 0.00             | 2         | 2.00       | 2
            1.1                 | 0.00             | 1.1       | 1.10       | 1.1
            1000                | #,##0            | 1000      | 1,000      | 1000
            1234.5              | #,##0.00         | 1234.5    | 1,234.50   | 1234.5
            7                   | 000              | 007       | 007        | 007
            912345678           | 0000000000       | 0912345678 | 0912345678 | 0912345678
            0.1                 | General          | 0.1       | 0.1        | 0.1
            12345678901         | General          | 12345678901 | 12345678901 | 12345678901
            -3                  | General          | -3        | -3         | -3
            1.5                 | #,##0.0 "ha"     | 1.5       | 1.5 ha     | 1.5
            5000                | #,##0\\ [$₫-42A] | 5000      | 5,000 ₫    | 5000
            3                   | 0 "ngày"         | 3         | 3 ngày     | 3
            1.25                | [h]:mm           | 30:00     | 30:00      | ''
            """)
    void aNumberIsWhatExcelShowsToPeopleAndAPlainOneToPrograms(
            double value, String format, String program, String people, String number) throws IOException {
        assertThat(read(workbook(false, c -> formatted(c, format).setCellValue(value))))
                .isEqualTo(new Read(program, people, number));
    }

    @Test
    void binaryFractionsAreNotWrittenOut() throws IOException {
        assertThat(read(workbook(false, c -> c.setCellValue(0.1 + 0.2))).program())
                .isEqualTo("0.30000000000000004");
        assertThat(read(workbook(false, c -> c.setCellValue(0.7))).program()).isEqualTo("0.7");
    }

    @Test
    void aNumberWithoutEndIsLeftAsItIsWritten() throws IOException {
        byte[] written = workbook(false, c -> c.setCellValue(5));
        byte[] content = TestParts.changed(
                written, "xl/worksheets/sheet1.xml", xml -> xml.replace("<v>5.0</v>", "<v>1E999999999</v>"));

        assertThat(read(content).program()).isEqualTo("1E+999999999");
    }

    @Test
    void aFormulaCountsAsItsResultAndWithoutOneAsBroken() throws IOException {
        byte[] date = workbook(true, c -> {
            formatted(c, "dd/mm/yyyy").setCellFormula("43890+4");
            c.getSheet()
                    .getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(c);
        });
        byte[] none = workbook(false, c -> c.setCellFormula("1+1"));
        byte[] error = workbook(false, c -> {
            c.setCellFormula("1/0");
            c.getSheet()
                    .getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(c);
        });

        assertThat(read(date).program()).isEqualTo("2024-03-05");
        assertThat(brokenText(none)).isEqualTo("=1+1");
        assertThat(brokenText(error)).isEqualTo("#DIV/0!");
        assertThat(read(none)).isEqualTo(new Read("", "", ""));
    }

    private static String brokenText(byte[] content) throws IOException {
        try (var workbook = OpenedWorkbook.of(content)) {
            Cell cell = workbook.getFirstSheet().read().get(0).getCell(0);
            assertThat(CellText.broken(cell)).isTrue();
            return CellText.brokenText(cell);
        }
    }

    /** A copy with notes still counts from where the author's did: its dates are the same. */
    @Test
    void aMarkedCopyKeepsItsDates() throws IOException {
        byte[] content = workbook(
                true,
                c -> formatted(c, "dd/mm/yyyy")
                        .setCellValue(DateUtil.getExcelDate(LocalDateTime.of(2024, 3, 5, 0, 0), true)));
        byte[] marked = MarkedWorkbook.noted(content, List.of(new MarkedWorkbook.Note("s", 1, "", "?")))
                .orElseThrow();

        assertThat(read(marked).program()).isEqualTo("2024-03-05");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getLocalDateTimeCellValue())
                    .isEqualTo("2024-03-05T00:00");
        }
    }
}
