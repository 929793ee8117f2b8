package danvan.task.reminder;

import java.time.LocalDate;

/**
 * How the database writes a {@link ReminderTiming}: in the column {@code lead} of the tables {@code reminder}, {@code
 * reminder_round} and {@code task_snooze}. Days before the deadline stand as they are, a step of escalation as −1 or −2,
 * a day that a reminder was put off to as the negative of its number since 1970.
 */
public final class TimingColumn {
    /** What is below is a reminder that was put off; what lies between this and zero, an escalation. */
    public static final int LAST_ESCALATION = -ReminderTiming.EscalationStep.LAST;

    private TimingColumn() {}

    static int number(ReminderTiming timing) {
        if (timing instanceof ReminderTiming.DaysBefore before) {
            return before.days();
        }
        if (timing instanceof ReminderTiming.EscalationStep escalation) {
            return -escalation.step();
        }
        return Math.toIntExact(-((ReminderTiming.SnoozedTo) timing).day().toEpochDay());
    }

    static ReminderTiming timing(long number) {
        if (number >= 0) {
            return new ReminderTiming.DaysBefore(Math.toIntExact(number));
        }
        return number >= LAST_ESCALATION
                ? new ReminderTiming.EscalationStep(Math.toIntExact(-number))
                : new ReminderTiming.SnoozedTo(LocalDate.ofEpochDay(-number));
    }
}
