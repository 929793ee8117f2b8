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
import java.util.Optional;

/** The submitted reports. */
public final class ReportTable {

    private final Database database;

    public ReportTable(Database database) {
        this.database = database;
    }

    /** The next receipt of a year. It is taken by {@link #add}, or, where somebody was quicker, the turn begins again. */
    public Receipt next(int year) {
        return database.read(tx -> new Receipt(
                year, 1 + tx.count("SELECT COALESCE(MAX(number), 0) AS n FROM report WHERE year = ?", year)));
    }

    /**
     * Keeps a report and gives it its number.
     *
     * @throws Conflict where the receipt was given to another report in the meantime
     */
    public static long add(Tx tx, Receipt receipt, SubmittedAnswers arrival, Person reporter, Instant now) {
        Submission submission = arrival.submission();
        long report = tx.insert(
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
        AnswerIndex.write(tx, report, arrival.sealed().xml(), arrival.sealed().seals());
        return report;
    }

    /**
     * Puts another edition in the place of a report's answers; the earlier one is kept.
     *
     * @throws Conflict where the report changed in the meantime
     */
    public static void replace(Tx tx, Report report, SubmittedAnswers arrival, Instant now) {
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
                ReportStatus.RETURNED);
        if (changed == 0) {
            throw new Conflict(report.receipt() + " was changed in the meantime");
        }
        AnswerIndex.write(
                tx, report.id(), arrival.sealed().xml(), arrival.sealed().seals());
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

    /** Who reviews a report has it, where nobody has it yet. */
    public static void claim(Tx tx, Report report, long member) {
        tx.update("UPDATE report SET assignee = ? WHERE id = ? AND assignee IS NULL", member, report.id());
    }

    /**
     * Gives a report to somebody.
     *
     * @throws Conflict where it changed in the meantime
     */
    public static void assign(Tx tx, Report report, long member) {
        int changed = tx.update(
                "UPDATE report SET assignee = ?, change_no = change_no + 1 WHERE id = ? AND change_no = ?",
                member,
                report.id(),
                report.change());
        if (changed == 0) {
            throw new Conflict(report.receipt() + " was changed in the meantime");
        }
    }

    static void remove(Tx tx, long report) {
        AnswerIndex.remove(tx, report);
        NewsTable.remove(tx, report);
        tx.update("DELETE FROM report_edition WHERE report_id = ?", report);
        tx.update("DELETE FROM report WHERE id = ?", report);
    }

    /** The numbers of reports that were sent before a moment, the first ones first. */
    public List<Long> sentBefore(Instant then, int most) {
        return database.read(tx -> tx.list(
                "SELECT id FROM report WHERE submitted_at < ? ORDER BY id LIMIT ?",
                row -> row.number("id"),
                then,
                most));
    }

    public Optional<Report> find(Receipt receipt) {
        return database.read(tx -> tx.one(
                "SELECT * FROM report WHERE year = ? AND number = ?",
                ReportTable::read,
                receipt.year(),
                receipt.number()));
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
                ReportStatus.WITHDRAWN));
    }

    /** The last report of a form that a unit has sent and that says something, whoever wrote it. */
    public Optional<Report> lastOf(String unit, String formId) {
        return database.read(tx -> tx.one(
                "SELECT * FROM report WHERE unit = ? AND form_id = ? AND nil = 0 AND status <> ?"
                        + " ORDER BY submitted_at DESC, id DESC LIMIT 1",
                ReportTable::read,
                unit,
                formId,
                ReportStatus.WITHDRAWN));
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

    private static ReportStatus status(String name) {
        for (ReportStatus status : ReportStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw new StorageException("a report has the status " + name);
    }
}
