package danvan.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the machine's clock was set back. What waits for a time that was near would wait until that time comes again, which
 * may be a year; and Quartz, which goes by the same clock, would do nothing meanwhile. So it is looked at by a clock that nobody
 * sets.
 */
public final class ClockWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration EACH = Duration.ofSeconds(20);
    /** Less is what time servers correct. */
    private static final Duration JUMP = Duration.ofSeconds(60);

    private final Clock wall;
    private final LongSupplier nanos;
    private final Runnable wentBack;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "clock-watch");
        made.setDaemon(true);
        return made;
    });
    private Instant lastWall;
    private long lastNanos;

    /**
     * A watch.
     *
     * @param wall the machine's clock
     * @param nanos a clock that only goes forward
     * @param wentBack told that the machine's clock did not
     */
    public ClockWatch(Clock wall, LongSupplier nanos, Runnable wentBack) {
        this.wall = wall;
        this.nanos = nanos;
        this.wentBack = wentBack;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    public void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::look, EACH.toSeconds(), EACH.toSeconds(), TimeUnit.SECONDS);
    }

    /** Looks once. */
    synchronized void look() {
        Instant now = wall.instant();
        long nowNanos = nanos.getAsLong();
        Duration back = Duration.between(now, lastWall.plusNanos(nowNanos - lastNanos));
        lastWall = now;
        lastNanos = nowNanos;
        if (back.compareTo(JUMP) < 0) {
            return;
        }
        LOG.warn(
                "the machine's clock went back by {} s; what waited for a time is taken up again. Keep it by a time server"
                        + " (timedatectl set-ntp true): reminders go by it",
                back.toSeconds());
        try {
            wentBack.run();
        } catch (RuntimeException e) {
            LOG.error("taking up again what waited: {}; the next start does it", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
