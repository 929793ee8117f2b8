package danvan.storage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread will do, and fails where it does not. */
public final class Eventually {
    /** Long, for a busy machine; where tests are run to fail, as they are by mutations, less is said by the property. */
    private static final Duration DEADLINE = Duration.ofSeconds(Long.getLong("danvan.patience", 60));

    private Eventually() {}

    public static void await(String what, BooleanSupplier condition) {
        await(what, condition, DEADLINE);
    }

    public static void await(String what, BooleanSupplier condition, Duration atMost) {
        if (!holdsWithin(condition, atMost)) {
            throw new AssertionError("not within " + atMost + ": " + what);
        }
    }

    /** Fails where the condition comes true within the time. */
    public static void never(String what, BooleanSupplier condition, Duration watched) {
        if (holdsWithin(condition, watched)) {
            throw new AssertionError("should not have happened: " + what);
        }
    }

    private static boolean holdsWithin(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        do {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(2_000_000);
        } while (System.nanoTime() < end);
        return condition.getAsBoolean();
    }
}
