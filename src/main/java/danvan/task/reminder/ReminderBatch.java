package danvan.task.reminder;

import danvan.task.Occurrence;
import danvan.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * All reminders of one occurrence at one lead time, or all that is told to the leads about it at one step.
 *
 * @param timing why they are told at that time
 * @param moved whether the deadline is a later one that some members were granted; the round is theirs only
 * @param at when they go out
 */
public record ReminderBatch(Task task, Occurrence occurrence, ReminderTiming timing, boolean moved, Instant at) {
    public static final Comparator<ReminderBatch> OLDEST_FIRST = Comparator.comparing(ReminderBatch::at)
            .thenComparing(round -> round.occurrence().due())
            .thenComparing(round -> round.task().key());
    /** So much after its hour a reminder still counts as on time. */
    public static final Duration ON_TIME = Duration.ofMinutes(10);

    /** What the ledger calls it. */
    public record Key(String task, LocalDate due, ReminderTiming timing) {}

    /** Whether it is told to those above the members. */
    public boolean escalation() {
        return timing instanceof ReminderTiming.EscalationStep;
    }

    /** Whether members asked for it. */
    public boolean snoozed() {
        return timing instanceof ReminderTiming.SnoozedTo;
    }

    public Key key() {
        return new Key(task.key(), occurrence.due(), timing);
    }
}
