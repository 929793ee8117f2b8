package danvan.report.store;

import danvan.storage.Database;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds reports for those who deal with them. */
public final class ReportSearch {
    private final Database database;
    private final ZoneId zone;

    public ReportSearch(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** A page of reports, and how many there are on all pages. */
    public record Page(List<Report> reports, long total) {}

    /** A form that reports were sent on. */
    public record Kind(String id, String title) {}

    /**
     * ReportTable, the urgent and the latest first.
     *
     * @param units the codes that count; empty for all
     */
    public Page page(ReportFilter filter, Optional<Set<String>> units, long member, LocalDate today, int size) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE ").append(filter.state().condition);
        if (filter.state() == ReportFilter.State.MINE) {
            arguments.add(member);
        }
        units.ifPresent(codes -> where.append(" AND ").append(ReportPages.in("unit", codes, arguments)));
        if (!filter.form().isEmpty()) {
            List<String> ids = forms().stream()
                    .map(Kind::id)
                    .filter(id -> ReportFilter.key(id).equals(filter.form()))
                    .toList();
            where.append(" AND ").append(ReportPages.in("form_id", ids, arguments));
        }
        filter.span().from(today).ifPresent(day -> {
            where.append(" AND submitted_at >= ?");
            arguments.add(day.atStartOfDay(zone).toInstant());
        });
        filter.span().to(today).ifPresent(day -> {
            where.append(" AND submitted_at < ?");
            arguments.add(day.atStartOfDay(zone).toInstant());
        });
        return database.read(tx -> {
            long total = tx.count("SELECT COUNT(*) AS n FROM report" + where, arguments.toArray());
            arguments.add(size);
            arguments.add((long) size * filter.page());
            return new Page(
                    tx.list(
                            "SELECT * FROM report" + where + " ORDER BY CASE WHEN urgent = 1 AND status IN ('RECEIVED',"
                                    + " 'IN_REVIEW') THEN 0 ELSE 1 END, id DESC LIMIT ? OFFSET ?",
                            ReportTable::read,
                            arguments.toArray()),
                    total);
        });
    }

    /** The forms that reports were sent on, by the time of their first one. */
    public List<String> formIds() {
        return database.read(tx -> tx.list(
                "SELECT form_id, MIN(id) AS first FROM report GROUP BY form_id ORDER BY first",
                row -> row.text("form_id")));
    }

    /** The title that the latest report of a form was given. */
    public Optional<String> title(String form) {
        return database.read(tx -> tx.one(
                "SELECT form_title FROM report WHERE form_id = ? ORDER BY id DESC LIMIT 1",
                row -> row.text("form_title"),
                form));
    }

    /** The forms that reports were sent on, by their latest title. */
    public List<Kind> forms() {
        // From one form to the next in the index, not through all reports.
        return database.read(tx -> tx.list("""
                WITH RECURSIVE sent (form_id) AS (
                    SELECT MIN(form_id) FROM report
                    UNION ALL
                    SELECT (SELECT MIN(r.form_id) FROM report r WHERE r.form_id > sent.form_id) FROM sent
                    WHERE sent.form_id IS NOT NULL)
                SELECT form_id, (SELECT r.form_title FROM report r WHERE r.form_id = sent.form_id
                    ORDER BY r.year DESC, r.number DESC LIMIT 1) AS form_title
                FROM sent WHERE form_id IS NOT NULL ORDER BY 2, 1
                """, row -> new Kind(row.text("form_id"), row.text("form_title"))));
    }
}
