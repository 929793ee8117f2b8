package danvan.report.store;

import danvan.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who has sent a form, and when, for coverage. Safe for use by several threads. */
public final class ReportArrivals {
    private final Database database;

    ReportArrivals(Database database) {
        this.database = database;
    }

    /** A report as coverage asks for it. */
    public record Arrival(Receipt receipt, String unit, String period, Instant at, boolean nil, boolean returned) {}

    /**
     * The reports of a form that came in since a moment and were not withdrawn, in the order in which they came.
     *
     * @param periods those that count; empty for all
     */
    public List<Arrival> arrivals(String form, Instant since, Set<String> periods) {
        List<Object> arguments = new ArrayList<>(List.of(form, since));
        String named = periods.isEmpty() ? "" : " AND " + ReportCriteria.in("period", periods, arguments);
        return database.read(tx -> tx.list(
                "SELECT year, number, unit, period, submitted_at, nil, status FROM report"
                        + " WHERE form_id = ? AND submitted_at >= ? AND status <> 'WITHDRAWN'" + named
                        // As they were numbered, which an index knows.
                        + " ORDER BY year, number",
                row -> new Arrival(
                        new Receipt((int) row.number("year"), row.number("number")),
                        row.text("unit"),
                        row.text("period"),
                        row.instant("submitted_at"),
                        row.flag("nil"),
                        row.text("status").equals(ReportStatus.RETURNED.name())),
                arguments.toArray()));
    }

    /** How many reports of a form each member has sent that name each of some periods. */
    public Map<Long, Map<String, Integer>> sentBy(String form, Set<String> periods) {
        List<Object> arguments = new ArrayList<>(List.of(form));
        String named = ReportCriteria.in("period", periods, arguments);
        Map<Long, Map<String, Integer>> all = new HashMap<>();
        database.read(tx -> tx.list(
                "SELECT member_id, period, COUNT(*) AS n FROM report WHERE form_id = ? AND status <> 'WITHDRAWN' AND "
                        + named + " GROUP BY member_id, period",
                row -> all.computeIfAbsent(row.number("member_id"), any -> new HashMap<>())
                        .put(row.text("period"), (int) row.number("n")),
                arguments.toArray()));
        return all;
    }

    /** When the first report of a form came in. */
    public Optional<Instant> first(String form) {
        return database.read(tx -> tx.one(
                        "SELECT MIN(submitted_at) AS first FROM report WHERE form_id = ?",
                        row -> row.instantIfAny("first"),
                        form))
                .flatMap(first -> first);
    }

    /** How many reports of a form name each period. */
    public Map<String, Integer> periods(String form) {
        Map<String, Integer> counts = new TreeMap<>();
        database.read(tx -> tx.list(
                "SELECT period, COUNT(*) AS n FROM report WHERE form_id = ? GROUP BY period",
                row -> counts.put(row.text("period"), (int) row.number("n")),
                form));
        return counts;
    }
}
