package danvan.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One after the other: the next leaves when it is written down what came of the one before. So a process that is killed
 * leaves one message at most of which nobody knows whether it arrived. One that is under way for longer than patience
 * lasts holds up the others no more. One thread at a time.
 */
final class OneByOne {
    private final long patience;
    private final List<Long> underWay = new ArrayList<>();

    OneByOne(Duration patience) {
        this.patience = patience.toNanos();
    }

    /**
     * Nanoseconds until the next may leave, if no answer comes before; 0 or less when it may leave now.
     *
     * @param now {@link System#nanoTime}
     */
    long waitFor(long now) {
        return underWay.isEmpty() ? 0 : Collections.max(underWay) + patience - now;
    }

    void sent(long now) {
        underWay.add(now);
    }

    /** What came of the message that left at this time is written down. */
    void answered(long sentAt) {
        underWay.remove(sentAt);
    }
}
