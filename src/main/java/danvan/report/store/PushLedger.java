package danvan.report.store;

import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which reports another server has a copy of. A row is entered before the first attempt and says when the next one is due.
 * Several processes may claim at the same time: only one of them gets a report.
 */
public final class PushLedger {
    /** Reports that came in side by side are seen in another order than their numbers'. */
    private static final int LOOK_BACK = 1_000;

    private final Database database;

    PushLedger(Database database) {
        this.database = database;
    }

    /**
     * A report to be sent.
     *
     * @param attempts this one included
     */
    public record Due(long report, String xml, int attempts) {}

    /** Claims what is due, for as long as the lease says. */
    public List<Due> claim(Instant now, Duration lease, int most) {
        return database.write(tx -> claim(tx, now, lease, most));
    }

    private static List<Due> claim(Tx tx, Instant now, Duration lease, int most) {
        List<Due> due = tx.list(
                """
                SELECT r.id, r.instance_xml, COALESCE(p.attempts, 0) AS attempts
                FROM report r LEFT JOIN report_push p ON p.report_id = r.id
                WHERE (p.report_id IS NULL
                    AND r.id > (SELECT COALESCE(MAX(report_id), 0) FROM report_push) - ?)
                    OR (p.state = 'WAITING' AND p.due_at <= ?)
                ORDER BY r.id LIMIT ?
                """,
                row -> new Due(row.number("id"), row.text("instance_xml"), (int) row.number("attempts") + 1),
                LOOK_BACK,
                now,
                most);
        // Another process may claim the same one at this moment: only one of them changes the row.
        return due.stream()
                .filter(report -> tx.update("""
                                INSERT INTO report_push (report_id, state, attempts, due_at) VALUES (?, 'WAITING', 1, ?)
                                ON CONFLICT (report_id) DO UPDATE SET attempts = report_push.attempts + 1,
                                    due_at = excluded.due_at
                                WHERE report_push.state = 'WAITING' AND report_push.due_at <= ?
                                """, report.report(), now.plus(lease), now) == 1)
                .toList();
    }

    /**
     * The server has the report.
     *
     * @param note what it has it without
     */
    public void sent(long report, Instant now, Optional<String> note) {
        end(report, "SENT", now, note);
    }

    /** The server will never take the report. */
    public void refused(long report, Instant now, String reason) {
        end(report, "REFUSED", now, Optional.of(reason));
    }

    private void end(long report, String state, Instant now, Optional<String> reason) {
        database.change(tx -> tx.update(
                "UPDATE report_push SET state = ?, done_at = ?, reason = ? WHERE report_id = ?",
                state,
                now,
                reason,
                report));
    }

    /** The report is to be sent again. */
    public void again(long report, Instant due, String reason) {
        database.change(tx ->
                tx.update("UPDATE report_push SET due_at = ?, reason = ? WHERE report_id = ?", due, reason, report));
    }
}
