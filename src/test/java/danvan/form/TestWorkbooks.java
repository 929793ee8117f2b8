package danvan.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as an office may send them. */
public final class TestWorkbooks {
    private TestWorkbooks() {}

    /** A form in one language without a setting. */
    static byte[] workbook(Object[][] survey, Object[][] choices) throws IOException {
        var sheets = new LinkedHashMap<String, Object[][]>();
        sheets.put("Survey", survey);
        sheets.put("choices", choices);
        return of(sheets);
    }

    /** A form with an id and a version. */
    public static byte[] form(String id, String version, String title, Object[][] survey) throws IOException {
        var sheets = new LinkedHashMap<String, Object[][]>();
        sheets.put("survey", survey);
        sheets.put("settings", new Object[][] {{"form_id", "version", "form_title"}, {id, version, title}});
        return of(sheets);
    }

    /** Sheets by their names, in order. */
    public static byte[] of(Map<String, Object[][]> sheets) throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            sheets.forEach((name, rows) -> fill(workbook, name, rows));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(XSSFWorkbook workbook, String name, Object[][] rows) {
        var sheet = workbook.createSheet(name);
        for (int r = 0; r < rows.length; r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                var cell = row.createCell(c);
                if (rows[r][c] instanceof Double number) {
                    cell.setCellValue(number);
                } else if (rows[r][c] instanceof Boolean yes) {
                    cell.setCellValue(yes);
                } else {
                    cell.setCellValue(String.valueOf(rows[r][c]));
                }
            }
        }
    }

    /** A package of one part of this many zeros. */
    public static byte[] zipped(String part, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            var block = new byte[1 << 20];
            for (int left = size; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return out.toByteArray();
    }
}
