package danvan.task.reminder;

import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Who was reminded of what, and which rounds are over. Decides whether a reminder is still to be sent. */
public final class Ledger {
    /** How a round ended. */
    enum Outcome {
        SENT,
        /** It was too late for it, for some of its members at least. */
        MISSED
    }

    /**
     * Enters a member, unless the member is entered already, has finished the task or was granted a later day. At a step
     * of escalation the row says that the leads were told of this member.
     *
     * @return whether the reminder is to be sent, in the same transaction
     */
    boolean enter(Tx tx, ReminderBatch round, long member, Instant now, boolean late) {
        String task = round.task().key();
        return tx.update(
                        """
                        INSERT INTO reminder (task, due, lead, member_id, entered_at, late)
                        SELECT ?, ?, ?, ?, ?, ?
                        WHERE NOT EXISTS (SELECT 1 FROM task_done WHERE task = ? AND period = ? AND member_id = ?)
                        AND NOT EXISTS (SELECT 1 FROM task_extension WHERE task = ? AND period = ? AND member_id = ?
                            AND state = 'GRANTED' AND until > ?)
                        ON CONFLICT DO NOTHING
                        """,
                        task,
                        round.occurrence().due().toString(),
                        TimingColumn.number(round.timing()),
                        member,
                        now,
                        late,
                        task,
                        round.occurrence().period(),
                        member,
                        task,
                        round.occurrence().period(),
                        member,
                        round.occurrence().due().toString())
                == 1;
    }

    /** Whether a member is still to do what a round is about, and by its day. */
    boolean concerns(Tx tx, ReminderBatch round, long member) {
        String task = round.task().key();
        String period = round.occurrence().period();
        return tx.count(
                                "SELECT COUNT(*) AS n FROM task_done WHERE task = ? AND period = ? AND member_id = ?",
                                task,
                                period,
                                member)
                        == 0
                && tx.count("""
                                SELECT COUNT(*) AS n FROM task_extension WHERE task = ? AND period = ? AND member_id = ?
                                AND state = 'GRANTED' AND until > ?
                                """, task, period, member, round.occurrence().due().toString()) == 0;
    }

    /** Ends a round: whoever is not entered now will not be reminded. */
    public boolean close(Tx tx, ReminderBatch round, Outcome outcome, Instant now) {
        return tx.update(
                        """
                        INSERT INTO reminder_round (task, due, lead, outcome, closed_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        round.task().key(),
                        round.occurrence().due().toString(),
                        TimingColumn.number(round.timing()),
                        outcome,
                        now)
                == 1;
    }

    boolean closed(Tx tx, ReminderBatch round) {
        return tx.count(
                        "SELECT COUNT(*) AS n FROM reminder_round WHERE task = ? AND due = ? AND lead = ?",
                        round.task().key(),
                        round.occurrence().due().toString(),
                        TimingColumn.number(round.timing()))
                > 0;
    }

    Set<ReminderBatch.Key> closed(Tx tx) {
        return new HashSet<>(tx.list("SELECT task, due, lead FROM reminder_round", Ledger::key));
    }

    static ReminderBatch.Key key(Row row) {
        return new ReminderBatch.Key(
                row.text("task"), LocalDate.parse(row.text("due")), TimingColumn.timing(row.number("lead")));
    }
}
