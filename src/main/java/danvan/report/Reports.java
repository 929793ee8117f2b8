package danvan.report;

import danvan.chat.Person;
import danvan.form.Submission;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The submitted reports. */
final class Reports {
    /**
     * The number a reporter is given, such as {@code BC-2024-0012}.
     *
     * @param number counts the year's reports from 1
     */
    record Receipt(int year, long number) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "BC-%d-%04d", year, number);
        }
    }

    /** A line of a reporter's own list. */
    record Line(Receipt receipt, String formTitle, Instant submittedAt) {}

    private final Database database;

    Reports(Database database) {
        this.database = database;
    }

    /** The next receipt of a year. It is taken by {@link #add}, or, where somebody was quicker, the turn begins anew. */
    Receipt next(int year) {
        return database.read(tx -> new Receipt(
                year, 1 + tx.count("SELECT COALESCE(MAX(number), 0) AS n FROM report WHERE year = ?", year)));
    }

    /**
     * Keeps a report.
     *
     * @throws Conflict where the receipt was given to another report in the meantime
     */
    static void add(
            Tx tx, Receipt receipt, Submission submission, String title, Person reporter, boolean urgent, Instant now) {
        int added = tx.update(
                """
                INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,
                    submitted_at, urgent, instance_xml)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                receipt.year(),
                receipt.number(),
                submission.formId(),
                submission.version(),
                title,
                submission.instanceId(),
                reporter.id(),
                reporter.unit(),
                now,
                urgent,
                submission.instanceXml());
        if (added == 0) {
            throw new Conflict(receipt + " was given to another report");
        }
    }

    /** A member's reports, the latest first. */
    List<Line> of(long member, int most) {
        return database.read(tx -> tx.list(
                "SELECT year, number, form_title, submitted_at FROM report WHERE member_id = ? ORDER BY id DESC LIMIT ?",
                row -> new Line(
                        new Receipt((int) row.number("year"), row.number("number")),
                        row.text("form_title"),
                        row.instant("submitted_at")),
                member,
                most));
    }
}
