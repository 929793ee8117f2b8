package danvan.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook. A table longer than a sheet goes on in the next one. */
final class XlsxSheets implements Sheets {
    /** Excel's own limits. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final int MOST_NAME = 31;
    private static final int FLUSH = 200;
    private static final double NARROWEST = 9;
    private static final double WIDEST = 45;
    private static final String DAY = "dd/mm/yyyy";
    private static final String MOMENT = "dd/mm/yyyy hh:mm";
    private static final String CLOCK = "hh:mm";
    private static final double SECONDS_A_DAY = 86_400;
    /** "Text": what stands in such a cell is no formula, not even after somebody has edited it. */
    private static final String TEXT = "@";

    private final Workbook workbook;
    private final int mostRows;
    private final String cutMark;
    private final Set<String> names = new HashSet<>();
    private List<String> headings = List.of();
    private String name = "";
    private @Nullable Worksheet sheet;
    private int row;
    private int[] widths = {};
    private boolean fitted;

    /**
     * A workbook.
     *
     * @param mostRows rows of a sheet; Excel's limit but in tests
     * @param cutMark stands at the end of a text of which Excel can hold no more
     */
    XlsxSheets(OutputStream out, int mostRows, String cutMark) {
        this.workbook = new Workbook(out, "DanVanBot", "1.0");
        this.mostRows = mostRows;
        this.cutMark = cutMark;
    }

    XlsxSheets(OutputStream out, String cutMark) {
        this(out, Worksheet.MAX_ROWS, cutMark);
    }

    @Override
    public void sheet(String wantedName, List<String> wantedHeadings) throws IOException {
        if (wantedHeadings.size() > Worksheet.MAX_COLS) {
            throw new IOException(wantedName + " has " + wantedHeadings.size() + " columns, and Excel can hold "
                    + Worksheet.MAX_COLS);
        }
        finish();
        name = wantedName;
        headings = List.copyOf(wantedHeadings);
        Worksheet next = workbook.newWorksheet(free(wantedName));
        next.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            next.inlineString(0, column, headings.get(column));
            next.style(0, column)
                    .bold()
                    .wrapText(true)
                    .fillColor("E8EEF4")
                    .verticalAlignment("top")
                    .set();
        }
        widths = new int[headings.size()];
        printed(next);
        if (!headings.isEmpty()) {
            next.setAutoFilter(0, 0, headings.size() - 1);
        }
        sheet = next;
        fitted = false;
        row = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (row == mostRows) {
            sheet(name, headings);
        }
        Worksheet into = opened();
        for (int column = 0; column < cells.size(); column++) {
            widths[column] = Math.max(widths[column], length(cells.get(column)));
            put(into, column, cells.get(column));
        }
        row++;
        if (row % FLUSH == 0) {
            fit(into);
            into.flush();
        }
    }

    /** Across the page, as wide as it is, and with the headings on each. */
    private static void printed(Worksheet sheet) {
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
    }

    /** As wide as what stands in the first rows: the widths are written before them, and only once. */
    private void fit(Worksheet into) {
        if (fitted) {
            return;
        }
        fitted = true;
        for (int column = 0; column < widths.length; column++) {
            int heading = headings.get(column).length();
            into.width(column, Math.min(WIDEST, Math.max(NARROWEST, Math.max(widths[column] + 2.0, heading * 0.6))));
        }
    }

    /** In characters, of the longest line. */
    private static int length(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text().lines().mapToInt(String::length).max().orElse(0);
        }
        if (cell instanceof Cell.Figure figure) {
            return figure.value().toPlainString().length();
        }
        return cell instanceof Cell.Moment ? MOMENT.length() : DAY.length();
    }

    private void put(Worksheet into, int column, Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            into.value(row, column, figure.value());
        } else if (cell instanceof Cell.Day day) {
            into.value(row, column, day.day());
            into.style(row, column).format(DAY).set();
        } else if (cell instanceof Cell.Moment moment) {
            into.value(row, column, moment.at());
            into.style(row, column).format(MOMENT).set();
        } else if (cell instanceof Cell.TimeOfDay time) {
            into.value(row, column, time.at().toSecondOfDay() / SECONDS_A_DAY);
            into.style(row, column).format(CLOCK).set();
        } else if (cell instanceof Cell.Text text && !text.text().isEmpty()) {
            into.inlineString(row, column, shown(text.text()));
            if (text.runs()) {
                into.style(row, column).format(TEXT).set();
            }
        }
    }

    /** What XML and Excel can hold of a text. */
    private String shown(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !isSurrogate(c)))
                .forEach(clean::appendCodePoint);
        if (clean.length() <= MOST_CHARACTERS) {
            return clean.toString();
        }
        int end = MOST_CHARACTERS - cutMark.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + cutMark;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A name that Excel takes and that no other sheet has: two are the same also where only their case differs. */
    private String free(String wanted) {
        String clean = wanted.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", " ")
                .replaceAll("^'++|(?<!')'++$", "")
                .strip();
        String base = clean.isEmpty() ? "-" : clean;
        for (int number = 1; ; number++) {
            String end = number == 1 ? "" : " (" + number + ")";
            String tried = base.substring(0, Math.min(base.length(), MOST_NAME - end.length()))
                            .strip()
                    + end;
            if (names.add(tried.toLowerCase(Locale.ROOT))) {
                return tried;
            }
        }
    }

    private Worksheet opened() {
        if (sheet == null) {
            throw new IllegalStateException("no sheet was begun");
        }
        return sheet;
    }

    private void finish() throws IOException {
        if (sheet != null) {
            fit(sheet);
            sheet.finish();
            sheet = null;
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        workbook.finish();
    }
}
