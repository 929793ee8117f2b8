package danvan.report.store;

import danvan.report.Period;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The submitted reports, read a page at a time: as many as there are, in little memory. */
public final class ReportPages {
    private static final int PAGE = 500;
    private static final String REVIEWED = """
            SELECT report.*, (SELECT MAX(at) FROM report_event e WHERE e.report_id = report.id
                AND e.kind IN ('IN_REVIEW', 'RESOLVED', 'RETURNED')) AS reviewed_at""";

    /**
     * A submitted report.
     *
     * @param reviewedAt when it was last taken into review, resolved or returned
     * @param answers opened as far as they can be
     * @param files by each file's name, the names of all that answer the same question
     */
    public record Report(
            long id,
            String receipt,
            String form,
            String version,
            String unit,
            Instant submittedAt,
            String status,
            Optional<Instant> reviewedAt,
            AnswerTree answers,
            Map<String, List<String>> files) {
        /** The names of all files of a question, whose answer names the first one. */
        public List<String> filesBeside(String answer) {
            return files.getOrDefault(answer, List.of(answer));
        }

        private Report with(Map<String, List<String>> itsFiles) {
            return new Report(id, receipt, form, version, unit, submittedAt, status, reviewedAt, answers, itsFiles);
        }
    }

    /**
     * Which reports.
     *
     * @param form empty for those of every form
     * @param period empty for those of all times
     * @param upTo the number of the last one; later ones came in while the file was being made
     */
   public record Wanted(Optional<String> form, Optional<Period> period, Set<String> units, long upTo) {
        public Wanted {
            units = Set.copyOf(units);
        }

        public Wanted of(String oneForm) {
            return new Wanted(Optional.of(oneForm), period, units, upTo);
        }
    }

    private final Database database;
    private final ZoneId zone;
    private final Unsealing unsealing;

    /**
     * The reports.
     *
     * @param unsealing opens personal answers
     */
    public ReportPages(Database database, ZoneId zone, Unsealing unsealing) {
        this.database = database;
        this.zone = zone;
        this.unsealing = unsealing;
    }

    /** The number of the last report there is. */
    public long last() {
        return database.read(tx -> tx.count("SELECT COALESCE(MAX(id), 0) AS n FROM report"));
    }

    /** The forms of which there are reports, by the time of their first one. */
    public List<String> forms() {
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

    public long count(Wanted wanted) {
        return wanted.period()
                .map(period -> database.read(tx -> tx.count(
                        "SELECT COUNT(*) AS n FROM report WHERE status <> 'WITHDRAWN' AND id <= ? AND submitted_at >= ? AND submitted_at < ?",
                        wanted.upTo(),
                        start(period),
                        end(period))))
                .orElseGet(() -> database.read(tx -> tx.count(
                        "SELECT COUNT(*) AS n FROM report WHERE status <> 'WITHDRAWN' AND id <= ?", wanted.upTo())));
    }

    /** Hands over the reports in the order in which they came. */
    public void each(Wanted wanted, Consumer<Report> report) {
        long from = 0;
        while (true) {
            List<Report> page = page(wanted, from);
            for (Report next : page) {
                if (wanted.units().contains(next.unit())) {
                    report.accept(next);
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            from = page.get(page.size() - 1).id();
        }
    }

    private List<Report> page(Wanted wanted, long from) {
        String form = wanted.form().isPresent() ? " AND form_id = ?" : " AND ? = ''";
        return database.read(tx -> withFiles(
                tx,
                tx.list(
                        REVIEWED
                                + " FROM report WHERE status <> 'WITHDRAWN' AND id > ? AND id <= ? AND submitted_at >= ? AND submitted_at < ?"
                                + form + " ORDER BY id LIMIT " + PAGE,
                        this::report,
                        from,
                        wanted.upTo(),
                        wanted.period().map(this::start).orElse(Instant.EPOCH),
                        wanted.period().map(this::end).orElse(Instant.ofEpochMilli(Long.MAX_VALUE)),
                        wanted.form().orElse(""))));
    }

    private static List<Report> withFiles(Tx tx, List<Report> reports) {
        if (reports.isEmpty()) {
            return reports;
        }
        Map<Long, Map<String, List<String>>> byQuestion = new HashMap<>();
        Map<Long, Map<String, List<String>>> byName = new HashMap<>();
        tx.list(
                        "SELECT report_id, ref, name FROM report_file WHERE report_id >= ? AND report_id <= ? ORDER BY id",
                        row -> new NamedFile(row.number("report_id"), row.text("ref"), row.text("name")),
                        reports.get(0).id(),
                        reports.get(reports.size() - 1).id())
                .forEach(file -> {
                    List<String> names = byQuestion
                            .computeIfAbsent(file.report(), any -> new HashMap<>())
                            .computeIfAbsent(file.ref(), any -> new ArrayList<>());
                    names.add(file.name());
                    byName.computeIfAbsent(file.report(), any -> new HashMap<>())
                            .put(file.name(), names);
                });
        return reports.stream()
                .map(report -> report.with(byName.getOrDefault(report.id(), Map.of())))
                .toList();
    }

    private record NamedFile(long report, String ref, String name) {}

    private Instant start(Period period) {
        return period.from().atStartOfDay(zone).toInstant();
    }

    private Instant end(Period period) {
        return period.to().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Report report(Row row) {
        // The receipt as the reporter knows it.
        String receipt = String.format(Locale.ROOT, "BC-%d-%04d", row.number("year"), row.number("number"));
        AnswerTree answers = AnswerTree.read(row.text("instance_xml"), unsealing.of(row.textIfAny("sealed")));
        answers.each((path, leaf) -> {
            if (!leaf.readable()) {
                unsealing.unreadable(receipt, path);
            }
        });
        return new Report(
                row.number("id"),
                receipt,
                row.text("form_id"),
                row.text("form_version"),
                row.text("unit"),
                row.instant("submitted_at"),
                row.text("status"),
                row.instantIfAny("reviewed_at"),
                answers,
                Map.of());
    }
}
