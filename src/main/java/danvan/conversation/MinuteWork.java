package danvan.conversation;

import danvan.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What hangs on the time and on no date of its own, such as drafts that lie about. Nobody is written to in the quiet hours.
 *
 * @param clock the bot's time
 * @param quiet the hours in which nobody is written to
 */
public record MinuteWork(Clock clock, Predicate<Instant> quiet, Outbox outbox, List<Work> works) implements Runnable {

    /** A feature's part. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does what is due.
         *
         * @param quiet whether nobody may be written to now
         * @return whether messages wait in the outbox for it
         */
        boolean run(Instant now, boolean quiet);
    }

    public MinuteWork {
        works = List.copyOf(works);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        boolean told = false;
        for (Work work : works) {
            told |= work.run(now, quiet.test(now));
        }
        if (told) {
            outbox.dispatch();
        }
    }
}
