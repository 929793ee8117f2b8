package danvan.desk.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) as Excel opens them: with the mark by which it knows UTF-8, and without formulas. A
 * text that begins like one is marked as text.
 */
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private static final char MARK = '\uFEFF';
    private static final String FORMULA = "=+-@＝＋－＠";

    private final Appendable out;

    public Csv(Appendable out) {
        this.out = out;
        append(String.valueOf(MARK));
    }

    /** Adds a line of texts. */
    public void line(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            append(i == 0 ? "\"" : ",\"");
            append((runs(cell) ? "'" : "") + cell.replace("\"", "\"\""));
            append("\"");
        }
        append("\r\n");
    }

    /** Whether a spreadsheet would run the text; a negative number is none that runs. */
    private static boolean runs(String cell) {
        if (cell.isEmpty() || cell.matches("-\\d{1,15}(?:\\.\\d{1,6})?")) {
            return false;
        }
        return FORMULA.indexOf(cell.charAt(0)) >= 0 || cell.charAt(0) < ' ';
    }

    private void append(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing lines", e);
        }
    }
}
