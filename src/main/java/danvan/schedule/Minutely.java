package danvan.schedule;

import danvan.storage.LastingWork;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does small pieces of work every minute, and whenever it is told that the time has moved. */
public final class Minutely implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Minutely.class);
    private static final long CLOSING_SECONDS = 20;

    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "minutely"));

    public Minutely(Runnable work) {
        this.work = work;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The work survives its own failures.
    public void start() {
        thread.scheduleWithFixedDelay(this::workOnce, 1, 1, TimeUnit.MINUTES);
    }

    /** Has the work done soon. */
    public synchronized void ask() {
        if (!thread.isShutdown()) {
            asked.incrementAndGet();
            thread.execute(() -> {
                workOnce();
                asked.decrementAndGet();
            });
        }
    }

    /** Whether all that was asked for is done. */
    public boolean idle() {
        return asked.get() == 0;
    }

    private void workOnce() {
        // The next minute tries again.
        LastingWork.survive(LOG, "the work of the minute", work::run);
    }

    @Override
    public void close() {
        synchronized (this) {
            thread.shutdown();
        }
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("the work of the minute did not end within {} s", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
