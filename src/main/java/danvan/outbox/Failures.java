package danvan.outbox;

import danvan.storage.DatabaseAway;
import danvan.storage.LastingWork;
import java.time.Duration;

/** What becomes of a message that could not be delivered. */
final class Failures {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** What a courier throws at so often, over some minutes, it will always throw at; and its chat waits behind it. */
    private static final int MOST_THROWN = 8;

    private Failures() {}

    /** A courier says what goes wrong outside; what it throws is more often the message's own fault. */
    static Delivery thrown(QueuedMessage parcel, Throwable failure) {
        return DatabaseAway.causes(failure) || parcel.attempts() + 1 < MOST_THROWN
                ? new Delivery.Failed(String.valueOf(failure.getMessage()))
                : new Delivery.Refused("failed " + MOST_THROWN + " times: " + LastingWork.words(failure));
    }

    /** One second, doubled at each failure, to five minutes. */
    static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 9));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
