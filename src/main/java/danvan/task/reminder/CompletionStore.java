package danvan.task.reminder;

import danvan.storage.Row;
import danvan.storage.Tx;
import danvan.task.OccurrenceKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What members did with their tasks: finished, or put off. */
public final class CompletionStore {
    /** How a member stands. */
    public MemberProgress standing(Tx tx, long member) {
        Map<OccurrenceKey, Completion> finished = new HashMap<>();
        tx.list(
                "SELECT * FROM task_done WHERE member_id = ?",
                row -> finished.put(new OccurrenceKey(row.text("task"), row.text("period")), finished(row)),
                member);
        return new MemberProgress(finished, Extensions.grantedTo(tx, member));
    }

    /** Who has finished an occurrence, by member. */
    public Map<Long, Completion> finished(Tx tx, OccurrenceKey key) {
        Map<Long, Completion> finished = new HashMap<>();
        tx.list(
                "SELECT * FROM task_done WHERE task = ? AND period = ?",
                row -> finished.put(row.number("member_id"), finished(row)),
                key.task(),
                key.period());
        return finished;
    }

    /** Marks an occurrence finished; false where it was. */
    public boolean finish(Tx tx, OccurrenceKey key, long member, Completion finished) {
        return tx.update(
                        """
                        INSERT INTO task_done
                            (task, period, member_id, done_at, how, note, file, file_name, file_type)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                        key.task(),
                        key.period(),
                        member,
                        finished.at(),
                        finished.how(),
                        finished.note(),
                        finished.file().map(Completion.Evidence::ref),
                        finished.file().map(Completion.Evidence::name),
                        finished.file().map(Completion.Evidence::mediaType))
                == 1;
    }

    /** Makes an occurrence open again; false where it was not finished. */
    public boolean reopen(Tx tx, OccurrenceKey key, long member) {
        return tx.update(
                        "DELETE FROM task_done WHERE task = ? AND period = ? AND member_id = ?",
                        key.task(),
                        key.period(),
                        member)
                == 1;
    }

    /** Has the member reminded once more; nothing where that was asked for already. */
    public void snooze(Tx tx, ReminderBatch.Key round, long member, Instant now) {
        tx.update("""
                INSERT INTO task_snooze (task, due, lead, member_id, asked_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, round.task(), round.due().toString(), TimingColumn.number(round.timing()), member, now);
    }

    /** The rounds that members asked for and that are not over. */
    List<ReminderBatch.Key> snoozes(Tx tx) {
        return tx.list("""
                SELECT DISTINCT task, due, lead FROM task_snooze s WHERE NOT EXISTS (
                    SELECT 1 FROM reminder_round r WHERE r.task = s.task AND r.due = s.due AND r.lead = s.lead)
                """, Ledger::key);
    }

    /** Who asked for a round. */
    Set<Long> snoozers(Tx tx, ReminderBatch.Key round) {
        return new HashSet<>(tx.list(
                "SELECT member_id FROM task_snooze WHERE task = ? AND due = ? AND lead = ?",
                row -> row.number("member_id"),
                round.task(),
                round.due().toString(),
                TimingColumn.number(round.timing())));
    }

    private static Completion finished(Row row) {
        return new Completion(
                Completion.How.valueOf(row.text("how")),
                row.textIfAny("note"),
                row.textIfAny("file")
                        .map(ref -> new Completion.Evidence(
                                ref,
                                row.textIfAny("file_name").orElse(""),
                                row.textIfAny("file_type").orElse(""))),
                row.instant("done_at"));
    }
}
