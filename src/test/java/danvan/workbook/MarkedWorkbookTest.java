package danvan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.TestWorkbooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Faulty cells, coloured and with a note, in the author's own workbook. */
class MarkedWorkbookTest {
    private static XSSFWorkbook marked(byte[] content, MarkedWorkbook.Note... notes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(
                MarkedWorkbook.noted(content, List.of(notes)).orElseThrow()));
    }

    private static byte[] units() throws IOException {
        Map<String, Object[][]> sheets = new LinkedHashMap<>();
        sheets.put("Guide", new Object[][] {{"How to"}});
        sheets.put("Units", new Object[][] {{"Name ", "Parent unit"}, {"Xã A", "Huyện B"}});
        return TestWorkbooks.of(sheets);
    }

    private static String note(XSSFSheet sheet, String cell) {
        return sheet.getCellComment(new CellAddress(cell)).getString().getString();
    }

    @Test
    void aCellIsFoundBySheetRowAndHeading() throws IOException {
        try (XSSFWorkbook back = marked(
                units(),
                new MarkedWorkbook.Note("units", 2, "parent unit", "There is no such unit."),
                new MarkedWorkbook.Note("Units", 2, "Parent unit", "Nor was there."))) {
            XSSFSheet sheet = back.getSheet("Units");
            assertThat(note(sheet, "B2")).isEqualTo("There is no such unit.\n\nNor was there.");
            assertThat(sheet.getRow(1).getCell(1)).hasToString("Huyện B");
            assertThat(sheet.getRow(1)
                            .getCell(1)
                            .getCellStyle()
                            .getFillForegroundXSSFColor()
                            .getARGBHex())
                    .isEqualTo("FFFFC7CE");
            assertThat(sheet.getCellComments()).hasSize(1);
        }
    }

    @Test
    void whatHasNoCellOfItsOwnIsSaidAtTheNearest() throws IOException {
        try (XSSFWorkbook back = marked(
                units(),
                new MarkedWorkbook.Note("Units", 9, "", "The row."),
                new MarkedWorkbook.Note("Units", 1, "Unit code", "No such column."),
                new MarkedWorkbook.Note("Members", 0, "", "No such sheet."))) {
            assertThat(note(back.getSheet("Units"), "A9")).isEqualTo("The row.");
            assertThat(note(back.getSheet("Units"), "A1")).isEqualTo("No such column.");
            assertThat(note(back.getSheet("Guide"), "A1")).isEqualTo("No such sheet.");
        }
    }

    @Test
    void anEarlierNoteOfTheCellIsKept() throws IOException {
        MarkedWorkbook.Note first = new MarkedWorkbook.Note("Units", 2, "Name", "First.");
        byte[] once = MarkedWorkbook.noted(units(), List.of(first)).orElseThrow();
        try (XSSFWorkbook back = marked(once, new MarkedWorkbook.Note("Units", 2, "Name", "Second."))) {
            assertThat(note(back.getSheet("Units"), "A2")).isEqualTo("First.\n\nSecond.");
        }
    }

    @Test
    void whatMustNotBeOpenedIsNotMarked() throws IOException {
        assertThat(MarkedWorkbook.noted(TestWorkbooks.zipped("xl/vbaProject.bin", 10), List.of()))
                .isEmpty();
        assertThat(MarkedWorkbook.noted(new byte[0], List.of())).isEmpty();
    }

    /** A faulty workbook of a million rows, 2.4 MB as a file, took more memory than the bot has. */
    @Test
    void aWorkbookThatMemoryIsTooSmallForIsLeftToWords() throws IOException {
        Object[][] rows = new Object[150_000][];
        Arrays.fill(rows, new Object[] {"a name that is long enough", "another one"});
        byte[] content = TestWorkbooks.of(new LinkedHashMap<>(Map.of("Units", rows)));
        assertThat(MarkedWorkbook.noted(content, List.of(new MarkedWorkbook.Note("Units", 2, "", "x"))))
                .isEmpty();
    }

    @Test
    void ofManyFaultsTheFirstAreMarked() throws IOException {
        Object[][] rows = new Object[2_000][];
        Arrays.fill(rows, new Object[] {"x"});
        byte[] content = TestWorkbooks.of(new LinkedHashMap<>(Map.of("Units", rows)));
        MarkedWorkbook.Note[] notes = IntStream.rangeClosed(1, 2_000)
                .mapToObj(row -> new MarkedWorkbook.Note("Units", row, "", "wrong"))
                .toArray(MarkedWorkbook.Note[]::new);
        try (XSSFWorkbook back = marked(content, notes)) {
            assertThat(back.getSheet("Units").getCellComments()).hasSize(1_000);
            assertThat(note(back.getSheet("Units"), "A1")).isEqualTo("wrong");
        }
    }
}
