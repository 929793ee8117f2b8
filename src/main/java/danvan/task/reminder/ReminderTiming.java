package danvan.task.reminder;

import java.time.LocalDate;

/** Why the members of a batch are told at its time. */
public sealed interface ReminderTiming {

    /** So many days before the deadline, as the programme says. */
    record DaysBefore(int days) implements ReminderTiming {
        public DaysBefore {
            if (days < 0) {
                throw new IllegalArgumentException(days + " days before a deadline");
            }
        }
    }

    /**
     * The deadline has passed, and those above are told.
     *
     * @param step 1 for the leads, 2 for the level above
     */
    record EscalationStep(int step) implements ReminderTiming {
        /** How often the deadline's passing is told. */
        public static final int LAST = 2;

        public EscalationStep {
            if (step < 1 || step > LAST) {
                throw new IllegalArgumentException("escalation has no step " + step);
            }
        }
    }

    /** Put off by the member, to a day. */
    record SnoozedTo(LocalDate day) implements ReminderTiming {
        public SnoozedTo {
            if (day.toEpochDay() <= EscalationStep.LAST) {
                throw new IllegalArgumentException("no reminder is put off to " + day);
            }
        }
    }
}
