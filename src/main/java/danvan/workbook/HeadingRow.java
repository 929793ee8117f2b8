package danvan.workbook;

import java.util.List;
import java.util.function.ToIntFunction;

/** Which row of a sheet holds the headings. Offices put a title over a table, or two: those rows are skipped. */
public final class HeadingRow {
    /** So many rows from the top are looked at. */
    public static final int MOST_ABOVE = 20;

    private HeadingRow() {}

    /**
     * The row of headings among the first rows of a sheet: the one with the most of the columns, the first of several, and
     * the first row of all where none has one.
     *
     * @param rows the first rows; not empty
     * @param headings how many of the columns a row names
     * @return its place in the list
     */
    public static <R> int in(List<R> rows, ToIntFunction<R> headings) {
        int best = 0;
        int most = 0;
        for (int at = 0; at < Math.min(rows.size(), MOST_ABOVE); at++) {
            int named = headings.applyAsInt(rows.get(at));
            if (named > most) {
                best = at;
                most = named;
            }
        }
        return best;
    }
}
