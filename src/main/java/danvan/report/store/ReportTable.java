package danvan.report.store;

import danvan.chat.Person;
import danvan.form.Submission;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The submitted reports. */
public final class ReportTable {
    /**
     * The number a reporter is given, such as {@code BC-2024-0012}.
     *
     * @param number counts the year's reports from 1
     */
    public record Receipt(int year, long number) {
        private static final Pattern WRITTEN = Pattern.compile("BC-(\\d{4})-(\\d{4,12})");

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "BC-%d-%04d", year, number);
        }

        /** The receipt that a text names. */
        public static Optional<Receipt> read(String text) {
            Matcher matcher = WRITTEN.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Receipt(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        }
    }

    /** What became of a report. */
    public enum Status {
        RECEIVED,
        IN_REVIEW,
        RESOLVED,
        RETURNED,
        WITHDRAWN
    }

    /**
     * A report with its answers.
     *
     * @param change counts the changes of its status; buttons carry it
     * @param instanceXml as submitted; personal answers sealed
     */
    public record Report(
            long id,
            Receipt receipt,
            String formId,
            String version,
            String title,
            String instanceId,
            long member,
            String unit,
            Instant submittedAt,
            boolean urgent,
            boolean nil,
            Status status,
            long change,
            Optional<Long> assignee,
            String period,
            int edition,
            SummedFigures gathered,
            String instanceXml,
            SealedPaths seals) {}

    /** What is new about a report that comes in. */
    public record Arrival(
            Submission submission,
            SealedPaths.Sealed sealed,
            String title,
            boolean urgent,
            boolean nil,
            String period,
            SummedFigures gathered) {}

    private final Database database;

    public ReportTable(Database database) {
        this.database = database;
    }

    /** The next receipt of a year. It is taken by {@link #add}, or, where somebody was quicker, the turn begins anew. */
    public Receipt next(int year) {
        return database.read(tx -> new Receipt(
                year, 1 + tx.count("SELECT COALESCE(MAX(number), 0) AS n FROM report WHERE year = ?", year)));
    }

    /**
     * Keeps a report and gives it its number.
     *
     * @throws Conflict where the receipt was given to another report in the meantime
     */
    public static long add(Tx tx, Receipt receipt, Arrival arrival, Person reporter, Instant now) {
        Submission submission = arrival.submission();
        return tx.insert(
                        """
                INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,
                    submitted_at, urgent, instance_xml, sealed, nil, period, sources)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id
                """,
                        receipt.year(),
                        receipt.number(),
                        submission.formId(),
                        submission.version(),
                        arrival.title(),
                        submission.instanceId(),
                        reporter.id(),
                        reporter.unit(),
                        now,
                        arrival.urgent(),
                        arrival.sealed().xml(),
                        arrival.sealed().seals().written(),
                        arrival.nil(),
                        arrival.period(),
                        arrival.gathered().written())
                .orElseThrow(() -> new Conflict(receipt + " was given to another report"));
    }

    /**
     * Puts another edition in the place of a report's answers; the earlier one is kept.
     *
     * @throws Conflict where the report changed in the meantime
     */
    public static void replace(Tx tx, Report report, Arrival arrival, Instant now) {
        tx.update(
                "INSERT INTO report_edition (report_id, edition, instance_xml, sealed, submitted_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                report.id(),
                report.edition(),
                report.instanceXml(),
                report.seals().written(),
                report.submittedAt());
        int changed = tx.update(
                """
                UPDATE report SET instance_xml = ?, sealed = ?, urgent = ?, period = ?, sources = ?, edition = edition + 1, status = ?,
                    change_no = change_no + 1 WHERE id = ? AND change_no = ? AND status = ?
                """,
                arrival.sealed().xml(),
                arrival.sealed().seals().written(),
                arrival.urgent(),
                arrival.period(),
                arrival.gathered().written(),
                ReportOperation.CHANGE.after(report.status()),
                report.id(),
                report.change(),
                Status.RETURNED);
        if (changed == 0) {
            throw new Conflict(report.receipt() + " was changed in the meantime");
        }
    }

    /**
     * Changes a report's status, as its table has it.
     *
     * @throws Conflict where it changed in the meantime
     * @throws IllegalArgumentException where that is not done in its state
     */
    public static void move(Tx tx, Report report, ReportOperation deed) {
        if (!deed.in(report.status())) {
            throw new IllegalArgumentException(deed + " is nothing for a report that is " + report.status());
        }
        if (tx.update(
                        "UPDATE report SET status = ?, change_no = change_no + 1"
                                + " WHERE id = ? AND change_no = ? AND status = ?",
                        deed.after(report.status()),
                        report.id(),
                        report.change(),
                        report.status())
                == 0) {
            throw new Conflict(report.receipt() + " was changed in the meantime");
        }
    }

    public Optional<Report> find(Receipt receipt) {
        return database.read(tx -> tx.one(
                "SELECT * FROM report WHERE year = ? AND number = ?", ReportTable::read, receipt.year(), receipt.number()));
    }

    public Optional<Report> find(long id) {
        return database.read(tx -> tx.one("SELECT * FROM report WHERE id = ?", ReportTable::read, id));
    }

    /** A member's reports, the latest first. */
    public List<Report> of(long member, int most) {
        return database.read(tx -> tx.list(
                "SELECT * FROM report WHERE member_id = ? ORDER BY id DESC LIMIT ?", ReportTable::read, member, most));
    }

    /** The member's last report of a form that says something. */
    public Optional<Report> last(long member, String formId) {
        return database.read(tx -> tx.one(
                "SELECT * FROM report WHERE member_id = ? AND form_id = ? AND nil = 0 AND status <> ?"
                        + " ORDER BY id DESC LIMIT 1",
                ReportTable::read,
                member,
                formId,
                Status.WITHDRAWN));
    }

    public static Report read(Row row) {
        return new Report(
                row.number("id"),
                new Receipt((int) row.number("year"), row.number("number")),
                row.text("form_id"),
                row.text("form_version"),
                row.text("form_title"),
                row.text("instance_id"),
                row.number("member_id"),
                row.text("unit"),
                row.instant("submitted_at"),
                row.flag("urgent"),
                row.flag("nil"),
                status(row.text("status")),
                row.number("change_no"),
                row.numberIfAny("assignee"),
                row.text("period"),
                (int) row.number("edition"),
                SummedFigures.read(row.textIfAny("sources")),
                row.text("instance_xml"),
                SealedPaths.read(row.textIfAny("sealed")));
    }

    private static Status status(String name) {
        for (Status status : Status.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw new StorageException("a report has the status " + name);
    }
}
