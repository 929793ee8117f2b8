package danvan.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

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

    /** The same, all of it text, as the bot's own exports are written: Java reads no such file as a stream. */
    static byte[] asOurs(Map<String, Object[][]> sheets) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "Dan Van Bot", "1.0")) {
                sheets.forEach((name, rows) -> {
                    var sheet = workbook.newWorksheet(name);
                    for (int row = 0; row < rows.length; row++) {
                        for (int column = 0; column < rows[row].length; column++) {
                            sheet.value(row, column, rows[row][column].toString());
                        }
                    }
                });
            }
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
