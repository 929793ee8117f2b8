package danvan.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks with a part as other programs write it. */
public final class TestParts {
    private TestParts() {}

    /** From now on its days are counted as on a Mac; what stands there already keeps its number. */
    public static void countFrom1904(XSSFWorkbook workbook) {
        var book = workbook.getCTWorkbook();
        var settings = book.isSetWorkbookPr() ? book.getWorkbookPr() : book.addNewWorkbookPr();
        settings.setDate1904(true);
    }

    /** The workbook with the text of one of its parts changed. */
    public static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        boolean found = false;
        try (var from = new ZipInputStream(new ByteArrayInputStream(workbook));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = from.readAllBytes();
                if (entry.getName().equals(part)) {
                    found = true;
                    var text = new String(bytes, StandardCharsets.UTF_8);
                    bytes = change.apply(text).getBytes(StandardCharsets.UTF_8);
                }
                to.write(bytes);
            }
        }
        if (!found) {
            throw new IllegalArgumentException("no part " + part);
        }
        return out.toByteArray();
    }
}
