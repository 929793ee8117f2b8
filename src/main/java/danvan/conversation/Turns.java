package danvan.conversation;

import danvan.chat.Address;
import danvan.inbox.Inbox;
import danvan.inbox.Received;
import danvan.storage.DatabaseAway;
import danvan.storage.LastingWork;
import danvan.storage.MemoryShortage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works what is in the inbox: one thread takes updates out, several work them, a chat's never two at once. A turn that
 * fails is taken again; the third failure is reported to the member and recorded, so that a bad update delays nobody.
 * Updates that were under way when a process ended are worked one at a time, so that one that ends processes is told
 * from those that were beside it.
 */
public final class Turns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int ATTEMPTS = 3;
    /** So often a process may end with an update under way, from the second time on with no other. */
    private static final int ENDS = 5;

    /** So long the others wait for one that is worked alone. */
    private static final long ALONE_SECONDS = 10;

    private static final long DOZE_MILLIS = 500;
    private static final long CLOSING_SECONDS = 20;

    private final Inbox inbox;
    private final TurnWork work;
    private final int most;
    private final ExecutorService workers;
    private final Semaphore news = new Semaphore(0);
    private final Set<Address> busy = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private final TurnTimes times;
    private volatile long seen = System.nanoTime();
    private volatile boolean closing;

    /**
     * The turns, to be {@linkplain #start started}.
     *
     * @param workers how many are processed at once
     */
    public Turns(Inbox inbox, TurnWork work, int workers) {
        this(inbox, work, workers, (took, done) -> {});
    }

    /**
     * As the other.
     *
     * @param times told how long each turn took
     */
    public Turns(Inbox inbox, TurnWork work, int workers, TurnTimes times) {
        this.times = times;
        this.inbox = inbox;
        this.work = work;
        this.most = workers;
        AtomicInteger number = new AtomicInteger();
        this.workers =
                Executors.newFixedThreadPool(workers, task -> new Thread(task, "turn-" + number.incrementAndGet()));
        this.thread = new Thread(this::run, "inbox");
        inbox.onArrival(news::release);
    }

    public void start() {
        thread.start();
    }

    /** Takes no more updates and finishes the open turns. What still waits is kept. */
    @Override
    public void close() {
        closing = true;
        news.release();
        try {
            thread.join();
            workers.shutdown();
            if (!workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("some turns did not finish within {} s; they will be processed again", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long ago the thread last looked for updates; where it looks no more, no turn is worked. */
    public Duration sinceLooked() {
        return Duration.ofNanos(System.nanoTime() - seen);
    }

    private void run() {
        while (!closing) {
            seen = System.nanoTime();
            // The inbox keeps what waits, whatever happens here.
            boolean taken = LastingWork.survive(LOG, "inbox", this::take);
            try {
                if (!taken) {
                    pause();
                } else if (news.tryAcquire(DOZE_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void take() {
        // Twice the workers: while one set is processed the next stands ready.
        List<Received> claimed = inbox.claim(Math.max(1, 2 * most - busy.size()), Set.copyOf(busy));
        for (Received update : claimed) {
            if (update.begun() > 0) {
                alone(update);
            }
        }
        List<Received> others =
                claimed.stream().filter(update -> update.begun() == 0).toList();
        inbox.begin(others);
        others.forEach(this::hand);
    }

    private void hand(Received update) {
        if (busy.add(update.from())) {
            workers.execute(() -> workOne(update));
        }
    }

    /** A turn that takes very long is not waited for: it does what it does, and harms nobody. */
    private void alone(Received update) {
        awaitRest();
        if (!closing) {
            inbox.begin(List.of(update));
            hand(update);
            awaitRest();
        }
    }

    private void awaitRest() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(ALONE_SECONDS);
        while (!busy.isEmpty() && !closing && System.nanoTime() < limit) {
            try {
                boolean unused = news.tryAcquire(DOZE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Told of each turn. */
    @FunctionalInterface
    public interface TurnTimes {
        /**
         * A turn is over.
         *
         * @param done whether it is done; else it is tried again or given up
         */
        void turn(Duration took, boolean done);
    }

    private void workOne(Received update) {
        long begun = System.nanoTime();
        boolean done = false;
        try {
            if (update.begun() >= ENDS) {
                LOG.error("update {} was started by {} processes that ended; no further retries", update.id(), ENDS);
                work.giveUp(update, "its process ended " + ENDS + " times");
            } else {
                work.work(update);
            }
            inbox.ended(update);
            done = true;
        } catch (Throwable failure) {
            // An Error as well: an overflowed stack is this update's failure, and this thread is needed for others.
            LastingWork.survive(LOG, "update " + update.id(), () -> failed(update, failure));
        } finally {
            busy.remove(update.from());
            news.release();
            times.turn(Duration.ofNanos(System.nanoTime() - begun), done);
        }
    }

    private void failed(Received update, Throwable failure) {
        if (DatabaseAway.causes(failure)) {
            // Nothing is wrong with the update. It stays where it is, and its chat waits.
            pause();
            return;
        }
        try {
            if (update.attempts() + 1 < ATTEMPTS) {
                LOG.warn("update {} failed, retrying: {}", update.id(), LastingWork.words(failure));
                inbox.retry(update, Duration.ofSeconds(1L << (2 * update.attempts())));
            } else {
                LOG.error(
                        "update {} failed {} times; no further retries: {}",
                        update.id(),
                        ATTEMPTS,
                        LastingWork.words(failure),
                        failure instanceof StackOverflowError ? null : failure);
                work.giveUp(update, failure.toString());
                inbox.ended(update);
            }
        } catch (RuntimeException e) {
            // Still in the inbox, so it will be taken again.
            LOG.error("update {}: recording its failure failed: {}", update.id(), e.getMessage(), e);
            pause();
        }
        MemoryShortage.note(failure);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(DOZE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
