package danvan.report.store;

import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports as the lines of a table, without their answers. Safe for use by several threads. */
public final class ReportListing {
    private static final String COLUMNS =
            "r.id, r.year, r.number, r.form_id, r.form_version, r.form_title, r.member_id,"
                    + " r.unit, r.submitted_at, r.urgent, r.nil, r.status, r.change_no, r.assignee, r.period, r.edition,"
                    + " (SELECT COUNT(*) FROM report_file f WHERE f.report_id = r.id) AS files";

    /** Nobody looks through more lines than that; a table of a hundred thousand says so at once. */
    private static final long MOST_COUNTED = 10_000;

    private final Database database;

    ReportListing(Database database) {
        this.database = database;
    }

    /** A report without its answers. */
    public record Line(
            long id,
            Receipt receipt,
            String formId,
            String version,
            String title,
            long member,
            String unit,
            Instant submittedAt,
            boolean urgent,
            boolean nil,
            ReportStatus status,
            long change,
            Optional<Long> assignee,
            String period,
            int edition,
            long files) {}

    /** By what lines are ordered. */
    public enum By {
        RECEIPT("r.year, r.number", "r.year DESC, r.number DESC", true),
        SUBMITTED("r.submitted_at", "r.submitted_at DESC", true),
        FORM("r.form_title, r.id", "r.form_title DESC, r.id DESC"),
        UNIT(" LEFT JOIN unit s ON s.code = r.unit"),
        REPORTER(" LEFT JOIN member s ON s.id = r.member_id"),
        PERIOD("r.period, r.id", "r.period DESC, r.id DESC"),
        STATE("r.status, r.id", "r.status DESC, r.id DESC"),
        ASSIGNEE(" LEFT JOIN member s ON s.id = r.assignee");

        private final String up;
        private final String down;
        private final boolean indexed;
        private final String join;

        By(String up, String down) {
            this(up, down, false);
        }

        /** By the name of what is joined as {@code s}; nobody's name stands last, whichever database it is. */
        By(String join) {
            this.up = "CASE WHEN s.name IS NULL THEN 1 ELSE 0 END, s.name, r.id";
            this.down = "CASE WHEN s.name IS NULL THEN 1 ELSE 0 END, s.name DESC, r.id DESC";
            this.indexed = false;
            this.join = join;
        }

        By(String up, String down, boolean indexed) {
            this.join = "";
            this.up = up;
            this.down = down;
            this.indexed = indexed;
        }
    }

    /**
     * The order of the lines.
     *
     * @param answer the path of an answer to order by, in the place of {@code by}
     */
    public record Order(By by, Optional<String> answer, boolean up) {
        public static final Order LATEST = new Order(By.RECEIPT, Optional.empty(), false);
    }

    public long count(ReportCriteria wanted) {
        List<Object> arguments = new ArrayList<>();
        String where = wanted.where(arguments);
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM report r WHERE " + where, arguments.toArray()));
    }

    /**
     * Some of the lines.
     *
     * @param total how many there are, as far as they were counted
     * @param more whether there are more than that
     */
    public record Page(List<Line> lines, long total, boolean more) {}

    /** Some of the lines, and how many there are: counted up to ten thousand, and as far as the lines go. */
    public Page page(ReportCriteria wanted, Order order, int most, long from) {
        long counted = Math.max(MOST_COUNTED, from + most);
        List<Object> arguments = new ArrayList<>();
        String where = wanted.where(arguments);
        if (order.answer().isPresent() || !order.by().indexed || from + most > MOST_COUNTED) {
            arguments.add(counted + 1);
            long total = database.read(tx -> tx.count(
                    "SELECT COUNT(*) AS n FROM (SELECT 1 FROM report r WHERE " + where + " LIMIT ?) s",
                    arguments.toArray()));
            return new Page(lines(wanted, order, most, from), Math.min(total, counted), total > counted);
        }
        // What was searched for is looked for once, in the index that has the order.
        String by = order.up() ? order.by().up : order.by().down;
        String sql = "WITH hit AS MATERIALIZED (SELECT r.id, r.year, r.number, r.submitted_at FROM report r WHERE "
                + where
                + " ORDER BY " + by + " LIMIT ?) SELECT r.id, (SELECT COUNT(*) FROM hit) AS total FROM hit r ORDER BY "
                + by + " LIMIT ? OFFSET ?";
        arguments.addAll(List.of(counted + 1, most, from));
        return database.read(tx -> {
            long[] all = new long[1];
            List<Long> ids = tx.list(
                    sql,
                    row -> {
                        all[0] = row.number("total");
                        return row.number("id");
                    },
                    arguments.toArray());
            // Behind the last one there is no line to say it.
            long total = ids.isEmpty() && from > 0 ? count(wanted) : all[0];
            return new Page(ids.isEmpty() ? List.of() : lines(tx, ids), Math.min(total, counted), total > counted);
        });
    }

    /** Some of the lines. */
    public List<Line> lines(ReportCriteria wanted, Order order, int most, long from) {
        List<Object> arguments = new ArrayList<>();
        String join = order.by().join;
        String by = order.up() ? order.by().up : order.by().down;
        if (order.answer().isPresent()) {
            join = " LEFT JOIN report_answer o ON o.report_id = r.id AND o.path = ? AND o.ord = 0";
            arguments.add(order.answer().get());
            // What has no answer stands last either way.
            by = order.up()
                    ? "CASE WHEN o.text IS NULL THEN 1 ELSE 0 END, o.number, o.text, r.id"
                    : "CASE WHEN o.text IS NULL THEN 1 ELSE 0 END, o.number DESC, o.text DESC, r.id DESC";
        }
        // The numbers first, which an index knows: sorting whole rows would read every instance.
        String sql = "SELECT r.id FROM report r" + join + " WHERE " + wanted.where(arguments) + " ORDER BY " + by
                + " LIMIT ? OFFSET ?";
        arguments.add(most);
        arguments.add(from);
        return database.read(tx -> {
            List<Long> ids = tx.list(sql, row -> row.number("id"), arguments.toArray());
            return ids.isEmpty() ? List.of() : lines(tx, ids);
        });
    }

    private static List<Line> lines(Tx tx, List<Long> ids) {
        List<Object> some = new ArrayList<>();
        Map<Long, Line> lines = new HashMap<>();
        for (Line line : tx.list(
                "SELECT " + COLUMNS + " FROM report r WHERE " + ReportCriteria.in("r.id", ids, some),
                ReportListing::line,
                some.toArray())) {
            lines.put(line.id(), line);
        }
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(lines.get(id)).stream())
                .toList();
    }

    /**
     * Some of the lines, in the order in which they came in.
     *
     * @param last the number of the one after which they begin
     * @param skip how many are left out
     */
    public List<Line> after(ReportCriteria wanted, long last, long skip, int most) {
        List<Object> arguments = new ArrayList<>();
        String where = wanted.where(arguments);
        arguments.addAll(List.of(last, most, skip));
        return database.read(tx -> {
            List<Long> ids = tx.list(
                    "SELECT r.id FROM report r WHERE " + where + " AND r.id > ? ORDER BY r.id LIMIT ? OFFSET ?",
                    row -> row.number("id"),
                    arguments.toArray());
            return ids.isEmpty() ? List.of() : lines(tx, ids);
        });
    }

    /** The receipts of them all, at most so many, in order. */
    public List<Receipt> receipts(ReportCriteria wanted, Order order, int most) {
        return lines(wanted, order, most, 0).stream().map(Line::receipt).toList();
    }

    /** The numbers of reports that came in since, by day as the caller cuts them. */
    public List<Instant> cameIn(ReportCriteria wanted) {
        List<Object> arguments = new ArrayList<>();
        String where = wanted.where(arguments);
        return database.read(tx -> tx.list(
                "SELECT r.submitted_at FROM report r WHERE " + where,
                row -> row.instant("submitted_at"),
                arguments.toArray()));
    }

    /** The versions of a form that reports were sent on, the latest first. */
    public List<String> versions(String form) {
        return database.read(tx -> tx.list(
                "SELECT form_version, MAX(id) AS latest FROM report WHERE form_id = ? GROUP BY form_version"
                        + " ORDER BY latest DESC",
                row -> row.text("form_version"),
                form));
    }

    /** A member, as a report names one. */
    public record Named(long id, String name) {}

    /** Who has sent reports, or has been given some, of those that count; by name. */
    public List<Named> members(ReportCriteria wanted, String column) {
        if (!column.equals("member_id") && !column.equals("assignee")) {
            throw new IllegalArgumentException("members stand in member_id and assignee, not in " + column);
        }
        List<Object> arguments = new ArrayList<>();
        String where = wanted.where(arguments);
        return database.read(tx -> tx.list(
                // An expression: the index of the column would look up each report for what the condition asks.
                "SELECT m.id, m.name FROM member m JOIN (SELECT DISTINCT (r." + column
                        + " + 0) AS id FROM report r WHERE " + where + ") s ON s.id = m.id ORDER BY m.name, m.id",
                row -> new Named(row.number("id"), row.text("name")),
                arguments.toArray()));
    }

    private static Line line(Row row) {
        return new Line(
                row.number("id"),
                new Receipt((int) row.number("year"), row.number("number")),
                row.text("form_id"),
                row.text("form_version"),
                row.text("form_title"),
                row.number("member_id"),
                row.text("unit"),
                row.instant("submitted_at"),
                row.flag("urgent"),
                row.flag("nil"),
                ReportStatus.valueOf(row.text("status")),
                row.number("change_no"),
                row.numberIfAny("assignee"),
                row.text("period"),
                (int) row.number("edition"),
                row.number("files"));
    }
}
