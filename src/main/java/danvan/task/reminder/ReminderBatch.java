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
 * @param lead days before the deadline; negative for what is no programme's lead time, see {@link #snoozedTo} and {@link
 *     #escalated}
 * @param moved whether the deadline is a later one that some members were granted; the round is theirs only
 * @param at when they go out
 */
public record ReminderBatch(Task task, Occurrence occurrence, int lead, boolean moved, Instant at) {
    public static final Comparator<ReminderBatch> OLDEST_FIRST = Comparator.comparing(ReminderBatch::at)
            .thenComparing(round -> round.occurrence().due())
            .thenComparing(round -> round.task().key());
    /** So much after its hour a reminder still counts as on time. */
    public static final Duration ON_TIME = Duration.ofMinutes(10);
    /** How often the deadline's passing is told: to the lead, then to the level above. */
    public static final int STEPS = 2;

    /** What the ledger calls it. */
    public record Key(String task, LocalDate due, int lead) {}

    /** The lead of a reminder that was put off to a day. Days before 1971 do not occur, so it never is another lead. */
    public static int snoozedTo(LocalDate day) {
        return Math.toIntExact(-day.toEpochDay());
    }

    static LocalDate dayOfSnooze(int lead) {
        return LocalDate.ofEpochDay(-lead);
    }

    /** The lead of a step of escalation. */
    static int escalated(int step) {
        return -step;
    }

    public boolean escalation() {
        return lead < 0 && lead >= -STEPS;
    }

    /** Which step of escalation it is. */
    int step() {
        return -lead;
    }

    public boolean snoozed() {
        return lead < -STEPS;
    }

    public Key key() {
        return new Key(task.key(), occurrence.due(), lead);
    }
}
