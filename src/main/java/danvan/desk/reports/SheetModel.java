package danvan.desk.reports;

import danvan.desk.page.Query;
import danvan.desk.port.ReportActions.Act;
import danvan.desk.port.ReportShelf;

/**
 * One report, as its template shows it.
 *
 * @param in the list one came from
 * @param previous the receipt before it in the list; empty where there is none
 * @param at its place in the list, from 1; 0 where it stands in none
 * @param personal whether personal answers are shown
 */
public record SheetModel(
        ReportShelf.Sheet sheet, Query in, String previous, String next, int at, int of, boolean personal, Kept kept) {

    /** What was typed and not taken, and why. */
    public record Kept(String why, String act, String words) {
        public String of(Act wanted) {
            return act.equals(wanted.name()) ? words : "";
        }
    }

    /** Whether words were typed for what cannot be done any more: they stand there to be copied. */
    public boolean hasLeftOver() {
        return !kept.words().isBlank()
                && sheet.open().stream().noneMatch(act -> act.name().equals(kept.act()));
    }

    public boolean may(Act act) {
        return sheet.open().contains(act);
    }

    /** The query by which a report of a list knows the list: that of all reports too, in its usual order. */
    public static String fromList(Query in) {
        return from(in.values().isEmpty() ? in.with("sort", "receipt") : in);
    }

    /** The query that keeps the list in mind. */
    public static String from(Query in) {
        return in.values().isEmpty() ? "" : "?in=" + Query.encoded(in.toString());
    }

    public String from() {
        return from(in);
    }
}
