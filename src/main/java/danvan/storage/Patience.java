package danvan.storage;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for a database that is away. For threads that have nothing else to do meanwhile. */
public final class Patience {
    private static final long PAUSE_MILLIS = 500;

    private Patience() {}

    /**
     * Does work of the database, again and again until the database is there.
     *
     * @param meanwhile run before each new attempt; what it throws ends the waiting
     * @throws DatabaseAway where the thread is interrupted while it waits
     */
    public static <T> T untilBack(Supplier<T> work, Runnable meanwhile) {
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!DatabaseAway.causes(e)) {
                    throw e;
                }
                pause(e);
                meanwhile.run();
            }
        }
    }

    private static void pause(RuntimeException away) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
