package danvan.channel.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How polling goes, told to the operator: the first failure at once, then one line a minute, and one when it goes well
 * again. Safe for use by several threads.
 */
final class PollWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);
    private static final long EACH = Duration.ofMinutes(1).toNanos();

    private final String what;
    private final LongSupplier nanos;
    private long lastGood;
    private long lastTold;
    private long failures;
    private Optional<String> problem = Optional.empty();

    /**
     * A watch.
     *
     * @param nanos a clock that only goes forward
     */
    PollWatch(LongSupplier nanos) {
        this("polling", nanos);
    }

    /**
     * A watch of another way in.
     *
     * @param what its name for the operator
     * @param nanos a clock that only goes forward
     */
    PollWatch(String what, LongSupplier nanos) {
        this.what = what;
        this.nanos = nanos;
        this.lastGood = nanos.getAsLong();
    }

    synchronized void good() {
        if (failures > 0) {
            LOG.info("Telegram {} works again after {} failures in {} s", what, failures, age().toSeconds());
        }
        lastGood = nanos.getAsLong();
        failures = 0;
        problem = Optional.empty();
    }

    /** One poll failed; it is tried on. */
    synchronized void failed(String reason) {
        failures++;
        long now = nanos.getAsLong();
        if (failures == 1 || now - lastTold >= EACH) {
            lastTold = now;
            LOG.warn(
                    "Telegram {}: {}; retrying. {} failed in a row, the last success was {} s ago",
                    what,
                    reason,
                    failures,
                    age().toSeconds());
        }
        problem = Optional.of(reason);
    }

    /** The current problem; empty when the last poll went well. */
    synchronized Optional<String> problem() {
        return problem;
    }

    /** How long ago the last good poll was, or the start. */
    synchronized Duration age() {
        return Duration.ofNanos(nanos.getAsLong() - lastGood);
    }

    synchronized long failures() {
        return failures;
    }
}
