package danvan.task;

import danvan.storage.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What members did with their tasks: done, or put off. */
final class Doings {
    /** An occurrence, as the table names it. */
    record Mark(String task, String period) {
        static Mark of(Task task, Occurrence occurrence) {
            return new Mark(task.key(), occurrence.period());
        }
    }

    /** What a member has done, and when. */
    Map<Mark, Instant> doneBy(Tx tx, long member) {
        Map<Mark, Instant> done = new HashMap<>();
        tx.list(
                "SELECT task, period, done_at FROM task_done WHERE member_id = ?",
                row -> done.put(new Mark(row.text("task"), row.text("period")), row.instant("done_at")),
                member);
        return done;
    }

    /** Marks an occurrence done; false where it was. */
    boolean done(Tx tx, Mark mark, long member, Instant now) {
        return tx.update("""
                        INSERT INTO task_done (task, period, member_id, done_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, mark.task(), mark.period(), member, now) == 1;
    }

    /** Has the member reminded once more; nothing where that was asked for already. */
    void snooze(Tx tx, Round.Key round, long member, Instant now) {
        tx.update("""
                INSERT INTO task_snooze (task, due, lead, member_id, asked_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, round.task(), round.due().toString(), round.lead(), member, now);
    }

    /** The rounds that members asked for and that are not over. */
    List<Round.Key> snoozes(Tx tx) {
        return tx.list("""
                SELECT DISTINCT task, due, lead FROM task_snooze s WHERE NOT EXISTS (
                    SELECT 1 FROM reminder_round r WHERE r.task = s.task AND r.due = s.due AND r.lead = s.lead)
                """, Ledger::key);
    }

    /** Who asked for a round. */
    Set<Long> snoozers(Tx tx, Round.Key round) {
        return new HashSet<>(tx.list(
                "SELECT member_id FROM task_snooze WHERE task = ? AND due = ? AND lead = ?",
                row -> row.number("member_id"),
                round.task(),
                round.due().toString(),
                round.lead()));
    }
}
