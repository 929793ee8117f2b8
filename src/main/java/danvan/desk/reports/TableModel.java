package danvan.desk.reports;

import danvan.desk.page.Query;
import danvan.desk.port.ReportFilter;
import danvan.desk.port.ReportShelf;
import danvan.organization.directory.UnitRef;
import java.util.List;

/**
 * The table of reports, as its template shows it.
 *
 * @param query the filters of the address
 * @param columns the answers that are shown
 * @param possible the answers that may be; empty where no form is chosen
 * @param choice the answer that is chosen, in words; empty for any
 * @param page from 1
 */
public record TableModel(
        Query query,
        List<String> problems,
        ReportShelf.Page found,
        List<ReportShelf.Column> columns,
        List<ReportShelf.Column> possible,
        List<ReportShelf.FormTitle> forms,
        List<String> versions,
        List<ReportShelf.Colleague> reporters,
        List<ReportShelf.Colleague> assignees,
        List<UnitRef> units,
        String choice,
        long page,
        long pages) {

    /** The fixed columns by which the table can be ordered. */
    private static final List<String> FIXED =
            List.of("receipt", "submitted", "form", "unit", "reporter", "period", "state", "assignee");

    /** Those that are shown: of one form, its name need not stand in each line. */
    public List<String> fixed() {
        return FIXED.stream()
                .filter(column -> !column.equals("form") || !query.has("form"))
                .toList();
    }

    /** The filter with another order: the other way round where it is the order already. */
    public String sortedBy(String column) {
        boolean now = isSortedBy(column);
        return query.with("sort", column)
                .with("up", now && !query.has("up") ? "on" : "")
                .written();
    }

    public boolean isSortedBy(String column) {
        return query.value("sort").equals(column) || (column.equals("receipt") && !query.has("sort"));
    }

    /** For the column's heading: {@code ascending}, {@code descending} or {@code none}. */
    public String direction(String column) {
        return !isSortedBy(column) ? "none" : query.has("up") ? "ascending" : "descending";
    }

    public String at(long number) {
        return query.with("page", number <= 1 ? "" : Long.toString(number)).written();
    }

    public boolean isIn(ReportFilter.State state) {
        return query.all("state").contains(state.name());
    }

    public boolean shows(ReportShelf.Column column) {
        return columns.stream().anyMatch(one -> one.path().equals(column.path()));
    }

    /** How many filters there are beside the words and the states. */
    public long more() {
        return FilterForm.NAMES.stream()
                .filter(name -> !List.of("sort", "up", "q", "state", "form", "unit", "exact", "period")
                        .contains(name))
                .filter(query::has)
                .count();
    }
}
