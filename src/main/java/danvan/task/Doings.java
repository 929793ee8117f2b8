package danvan.task;

import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What members did with their tasks: finished, or put off. */
final class Doings {
    /** An occurrence, as the table names it. */
    record Mark(String task, String period) {
        static Mark of(Task task, Occurrence occurrence) {
            return new Mark(task.key(), occurrence.period());
        }
    }

    /** How something was finished. Both end the reminders. */
    enum How {
        DONE,
        NOT_APPLICABLE
    }

    /**
     * A picture or a file that shows it.
     *
     * @param ref its name in the file store
     */
    record Evidence(String ref, String name, String mediaType) {}

    /**
     * That something is finished.
     *
     * @param note the evidence in words, the reason, or a report's receipt
     */
    record Finished(How how, Optional<String> note, Optional<Evidence> file, Instant at) {
        static Finished done(Instant at) {
            return new Finished(How.DONE, Optional.empty(), Optional.empty(), at);
        }
    }

    /** How a member stands. */
    Standing standing(Tx tx, long member) {
        Map<Mark, Finished> finished = new HashMap<>();
        tx.list(
                "SELECT * FROM task_done WHERE member_id = ?",
                row -> finished.put(new Mark(row.text("task"), row.text("period")), finished(row)),
                member);
        return new Standing(finished, Extensions.grantedTo(tx, member));
    }

    /** Who has finished an occurrence, by member. */
    Map<Long, Finished> finished(Tx tx, Mark mark) {
        Map<Long, Finished> finished = new HashMap<>();
        tx.list(
                "SELECT * FROM task_done WHERE task = ? AND period = ?",
                row -> finished.put(row.number("member_id"), finished(row)),
                mark.task(),
                mark.period());
        return finished;
    }

    /** Marks an occurrence finished; false where it was. */
    boolean finish(Tx tx, Mark mark, long member, Finished finished) {
        return tx.update(
                        """
                        INSERT INTO task_done
                            (task, period, member_id, done_at, how, note, file, file_name, file_type)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                        mark.task(),
                        mark.period(),
                        member,
                        finished.at(),
                        finished.how(),
                        finished.note(),
                        finished.file().map(Evidence::ref),
                        finished.file().map(Evidence::name),
                        finished.file().map(Evidence::mediaType))
                == 1;
    }

    /** Makes an occurrence open again; false where it was not finished. */
    boolean reopen(Tx tx, Mark mark, long member) {
        return tx.update(
                        "DELETE FROM task_done WHERE task = ? AND period = ? AND member_id = ?",
                        mark.task(),
                        mark.period(),
                        member)
                == 1;
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

    static LocalDate day(Row row, String column) {
        return LocalDate.parse(row.text(column));
    }

    private static Finished finished(Row row) {
        return new Finished(
                How.valueOf(row.text("how")),
                row.textIfAny("note"),
                row.textIfAny("file")
                        .map(ref -> new Evidence(
                                ref,
                                row.textIfAny("file_name").orElse(""),
                                row.textIfAny("file_type").orElse(""))),
                row.instant("done_at"));
    }
}
