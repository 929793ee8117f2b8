package danvan.task;

import danvan.text.Texts;
import java.time.Instant;

/** What the digest tells of reports. */
@FunctionalInterface
public interface WeekReports {
    /** How many came in, how many of them say that there was nothing, and how many are still to be dealt with. */
    record Figures(long sent, long nil, long open) {
        public static final Figures NONE = new Figures(0, 0, 0);

        /** A line of the digest's, with a break before it; empty where there is nothing to tell. */
        public String line(Texts.Phrases phrases) {
            return equals(NONE) ? "" : "\n" + phrases.say("task.digestReports", "sent", sent, "nil", nil, "open", open);
        }
    }

    /**
     * The figures of a unit with all below it.
     *
     * @param unit its code; empty for everything
     * @param from when those came in that are counted as sent, to the moment before {@code to}
     */
    Figures of(String unit, Instant from, Instant to);
}
