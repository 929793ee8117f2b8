package danvan.report.store;

import danvan.report.Period;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The submitted reports with their answers, read a page at a time: as many as there are, in little memory. A report belongs
 * to the period it was sent for; one that names none to the month in which it was sent.
 */
public final class ReportPages {
    private static final int PAGE = 500;
    /** More of them are compared here: a statement takes no endless list. */
    private static final int MOST_UNITS = 500;

    private static final String REVIEWED = """
            SELECT r.*, (SELECT MAX(at) FROM report_event e WHERE e.report_id = r.id
                AND e.kind IN ('IN_REVIEW', 'RESOLVED', 'RETURNED')) AS reviewed_at FROM report r""";

    /**
     * A submitted report.
     *
     * @param nil whether it says that there is nothing to report
     * @param reviewedAt when it was last taken into review, resolved or returned
     * @param answers opened as far as they can be
     * @param files by each file's name, the names of all that answer the same question
     */
    public record Entry(
            long id,
            String receipt,
            String form,
            String version,
            String unit,
            Instant submittedAt,
            Period period,
            String status,
            boolean nil,
            Optional<Instant> reviewedAt,
            AnswerTree answers,
            Map<String, List<String>> files) {
        /** The names of all files of a question, whose answer names the first one. */
        public List<String> filesBeside(String answer) {
            return files.getOrDefault(answer, List.of(answer));
        }
    }

    private final Database database;
    private final ZoneId zone;
    private final AnswerCipher cipher;

    ReportPages(Database database, ZoneId zone, AnswerCipher cipher) {
        this.database = database;
        this.zone = zone;
        this.cipher = cipher;
    }

    /** The number of the last report there is. */
    public long last() {
        return database.read(tx -> tx.count("SELECT COALESCE(MAX(id), 0) AS n FROM report"));
    }

    /** How many there are of these; where there are very many units, at most. */
    public long count(ReportQuery query) {
        List<Object> arguments = new ArrayList<>();
        String where = where(query, 0, arguments);
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM report r" + where, arguments.toArray()));
    }

    /** Which of these reports are added up. */
    public CountedReports counted(ReportQuery query) {
        List<Object> arguments = new ArrayList<>();
        String where = where(query, 0, arguments);
        List<CountedReports.Sent> sent = database.read(tx -> tx.list(
                "SELECT DISTINCT form_id, unit, period, CASE WHEN period = '' THEN submitted_at END AS sent_at FROM report r"
                        + where + " AND nil = 0",
                row -> new CountedReports.Sent(
                        row.text("form_id"),
                        row.text("unit"),
                        // Only the report that names no period has the time in it.
                        period(row.text("period"), row.instantIfAny("sent_at").orElse(Instant.EPOCH))),
                arguments.toArray()));
        return new CountedReports(
                sent.stream().filter(one -> query.counts(one.unit())).toList());
    }

    /** Hands over the reports in the order in which they came. */
    public void each(ReportQuery query, Consumer<Entry> use) {
        long from = 0;
        while (true) {
            long after = from;
            List<Read> page = database.read(tx -> page(tx, query, after));
            page.forEach(read -> read.entry().ifPresent(use));
            if (page.size() < PAGE) {
                return;
            }
            from = page.get(page.size() - 1).id();
        }
    }

    /** A row that was read; without a report where its unit does not count. */
    private record Read(long id, Optional<Entry> entry) {}

    private List<Read> page(Tx tx, ReportQuery query, long after) {
        List<Object> arguments = new ArrayList<>();
        String where = where(query, after, arguments);
        FileNames files = FileNames.of(tx, where + " ORDER BY id LIMIT " + PAGE, arguments);
        return tx.list(
                REVIEWED + where + " ORDER BY id LIMIT " + PAGE,
                row -> {
                    long id = row.number("id");
                    return new Read(
                            id,
                            query.counts(row.text("unit")) ? Optional.of(entry(row, files.of(id))) : Optional.empty());
                },
                arguments.toArray());
    }

    private String where(ReportQuery query, long after, List<Object> arguments) {
        StringBuilder where = new StringBuilder(" WHERE id > ? AND id <= ?");
        arguments.add(after);
        arguments.add(query.upTo());
        if (!query.forms().isEmpty()) {
            where.append(" AND ").append(in("form_id", query.forms(), arguments));
        }
        if (query.criteria().isPresent()) {
            where.append(" AND ").append(query.criteria().get().where(arguments));
        } else {
            where.append(" AND status <> 'WITHDRAWN'");
        }
        if (query.criteria().isEmpty() && query.units().size() <= MOST_UNITS) {
            where.append(" AND ").append(in("unit", query.units(), arguments));
        }
        query.months().ifPresent(months -> {
            // A report without a period is older than the record of it.
            where.append(" AND (")
                    .append(in("period", months.codes(), arguments))
                    .append(" OR (period = '' AND submitted_at >= ? AND submitted_at < ?))");
            arguments.add(months.start(zone));
            arguments.add(months.end(zone));
        });
        return where.toString();
    }

    static String in(String column, Collection<String> values, List<Object> arguments) {
        return ReportCriteria.in(column, values, arguments);
    }

    private Entry entry(Row row, Map<String, List<String>> files) {
        // The receipt as the reporter knows it.
        String receipt = new Receipt((int) row.number("year"), row.number("number")).toString();
        SealedPaths sealed = SealedPaths.read(row.textIfAny("sealed"));
        AnswerTree answers = AnswerTree.read(row.text("instance_xml"), (path, text) -> cipher.read(sealed, path, text));
        answers.each((path, leaf) -> {
            if (!leaf.readable()) {
                cipher.warn(receipt, path);
            }
        });
        Instant submittedAt = row.instant("submitted_at");
        return new Entry(
                row.number("id"),
                receipt,
                row.text("form_id"),
                row.text("form_version"),
                row.text("unit"),
                submittedAt,
                period(row.text("period"), submittedAt),
                row.text("status"),
                row.flag("nil"),
                row.instantIfAny("reviewed_at"),
                answers,
                files);
    }

    private Period period(String code, Instant submittedAt) {
        return Period.of(code).orElseGet(() -> Period.of(YearMonth.from(submittedAt.atZone(zone))));
    }

    /** The names of the files of a page of reports. */
    private record FileNames(Map<Long, Map<String, List<String>>> byReport) {
        static FileNames of(Tx tx, String page, List<Object> arguments) {
            Map<Long, Map<String, List<String>>> byQuestion = new HashMap<>();
            Map<Long, Map<String, List<String>>> byName = new HashMap<>();
            tx.list(
                            "SELECT report_id, ref, name FROM report_file WHERE report_id IN (SELECT id FROM report r"
                                    + page + ") ORDER BY id",
                            row -> new NamedFile(row.number("report_id"), row.text("ref"), row.text("name")),
                            arguments.toArray())
                    .forEach(file -> {
                        List<String> names = byQuestion
                                .computeIfAbsent(file.report(), any -> new HashMap<>())
                                .computeIfAbsent(file.ref(), any -> new ArrayList<>());
                        names.add(file.name());
                        byName.computeIfAbsent(file.report(), any -> new HashMap<>())
                                .put(file.name(), names);
                    });
            return new FileNames(byName);
        }

        Map<String, List<String>> of(long report) {
            return byReport.getOrDefault(report, Map.of());
        }
    }

    private record NamedFile(long report, String ref, String name) {}
}
