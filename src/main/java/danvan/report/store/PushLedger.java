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

    /**
     * A copy that the other server does not have.
     *
     * @param refused whether it is not tried any more
     * @param due when it is tried next
     */
    public record Open(
            Receipt receipt, boolean refused, int attempts, Instant due, Optional<Instant> refusedAt, String reason) {}

    /** Copies that were refused, and those that were tried in vain, the latest reports first. */
    public List<Open> open(int most) {
        return database.read(tx -> tx.list(
                """
                SELECT r.year, r.number, p.state, p.attempts, p.due_at, p.done_at, p.reason
                FROM report_push p JOIN report r ON r.id = p.report_id
                WHERE p.state = 'REFUSED' OR (p.state = 'WAITING' AND p.reason IS NOT NULL)
                ORDER BY p.report_id DESC LIMIT ?
                """,
                row -> new Open(
                        new Receipt((int) row.number("year"), row.number("number")),
                        row.text("state").equals("REFUSED"),
                        (int) row.number("attempts"),
                        row.instant("due_at"),
                        row.instantIfAny("done_at"),
                        row.textIfAny("reason").orElse("")),
                most));
    }

    /** Has a copy tried once more, from now on; false where the server has it, or nothing was tried yet. */
    public static boolean tryAgain(Tx tx, Receipt receipt, Instant now) {
        return tx.update("""
                        UPDATE report_push SET state = 'WAITING', attempts = 0, due_at = ?, done_at = NULL
                        WHERE state IN ('REFUSED', 'WAITING') AND report_id =
                            (SELECT id FROM report WHERE year = ? AND number = ?)
                        """, now, receipt.year(), receipt.number()) == 1;
    }
}
