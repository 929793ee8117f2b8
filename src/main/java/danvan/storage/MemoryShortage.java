package danvan.storage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a lack of memory comes to. One or a few are survived: what took the memory has failed and released it. When
 * they go on, threads of libraries may have died of them, which nobody can fix from outside: the process ends loudly, so
 * that whatever runs it starts it clean. Safe for use by several threads.
 */
public final class MemoryShortage {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryShortage.class);
    private static final int SURVIVED = 9;
    private static final long WITHIN = Duration.ofMinutes(10).toNanos();
    private static final MemoryShortage OF_THE_PROCESS = new MemoryShortage(System::nanoTime, MemoryShortage::end);

    private final LongSupplier nanos;
    private final Runnable end;
    private final Deque<Long> times = new ArrayDeque<>();

    MemoryShortage(LongSupplier nanos, Runnable end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** Tells of a failure that was caught; most are none of memory and come to nothing. */
    public static void note(Throwable failure) {
        OF_THE_PROCESS.add(failure);
    }

    void add(Throwable failure) {
        if (failure instanceof OutOfMemoryError && isOneTooMany()) {
            LOG.error(
                    "out of memory {} times within {} minutes: exiting, to start clean. Pending work is kept."
                            + " Give the bot more memory (java -Xmx), or see above what used it",
                    SURVIVED + 1,
                    Duration.ofNanos(WITHIN).toMinutes());
            end.run();
        } else if (failure instanceof InternalError || failure instanceof UnknownError) {
            LOG.error("the Java virtual machine has failed ({}): exiting, to start clean", failure.toString());
            end.run();
        }
    }

    private synchronized boolean isOneTooMany() {
        long now = nanos.getAsLong();
        times.removeIf(time -> now - time > WITHIN);
        times.add(now);
        return times.size() > SURVIVED;
    }

    /** In order where that can still begin, and at once where it cannot. */
    private static void end() {
        try {
            new Thread(() -> System.exit(1), "exit").start();
        } catch (Throwable noThread) {
            Runtime.getRuntime().halt(1);
        }
    }
}
