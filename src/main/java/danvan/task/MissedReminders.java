package danvan.task;

import danvan.storage.Tx;
import java.util.List;

/** Told of reminders that were not sent. */
@FunctionalInterface
public interface MissedReminders {

    /**
     * Told once of each, in the transaction that writes it down, so that the office is told if and only if it is kept.
     *
     * @param missed oldest first
     */
    void missed(Tx tx, List<Missed> missed);
}
