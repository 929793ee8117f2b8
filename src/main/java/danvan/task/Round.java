package danvan.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * All reminders of one occurrence at one lead time.
 *
 * @param lead days before the deadline; negative where members asked to be reminded again, see {@link #snoozedTo}
 * @param at when they go out
 */
record Round(Task task, Occurrence occurrence, int lead, Instant at) {
    static final Comparator<Round> OLDEST_FIRST = Comparator.comparing(Round::at)
            .thenComparing(round -> round.occurrence().due());

    /** What the ledger calls it. */
    record Key(String task, LocalDate due, int lead) {}

    /** The lead of a reminder that was put off to a day. Days before 1970 do not occur, so it never is a real lead. */
    static int snoozedTo(LocalDate day) {
        return Math.toIntExact(-day.toEpochDay());
    }

    static LocalDate dayOfSnooze(int lead) {
        return LocalDate.ofEpochDay(-lead);
    }

    boolean snoozed() {
        return lead < 0;
    }

    Key key() {
        return new Key(task.key(), occurrence.due(), lead);
    }
}
