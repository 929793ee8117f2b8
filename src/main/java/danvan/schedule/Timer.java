package danvan.schedule;

import danvan.storage.LastingWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.DateBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When one kind of work is done: a Quartz job with a trigger for each time. A time that lies in the past, or was missed,
 * counts at once. Safe for use by several threads.
 */
public final class Timer {
    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);
    private static final int RETRY_SECONDS = 2;
    /** Quartz may be two milliseconds early, and what is due then would not be due yet. */
    private static final int AFTER_MILLIS = 10;

    private static final long CLOSING_SECONDS = 20;

    private final Scheduler quartz;
    private final JobKey key;
    private final Runnable work;
    private final Map<String, Instant> times = new HashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ReentrantLock running = new ReentrantLock();
    private volatile long served;
    private volatile boolean closed;

    Timer(Scheduler quartz, JobKey key, Runnable work) {
        this.quartz = quartz;
        this.key = key;
        this.work = work;
    }

    /** Has the work done at once, then at the times set, and every minute in case something changed that nobody told. */
    public void start() {
        try {
            quartz.scheduleJob(trigger("minute")
                    .startNow()
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNowWithRemainingCount())
                    .build());
        } catch (SchedulerException e) {
            throw new IllegalStateException("starting " + key.getName() + " in Quartz", e);
        }
    }

    /** Has the work done now; once for all who ask before it begins. */
    public synchronized void ring() {
        if (closed) {
            return;
        }
        asked.incrementAndGet();
        if (!rung.compareAndSet(false, true)) {
            return;
        }
        try {
            quartz.triggerJob(key);
        } catch (SchedulerException e) {
            throw new IllegalStateException("asking Quartz for " + key.getName() + " at once", e);
        }
    }

    /** Has the work done again soon, after a failure. */
    public synchronized void retry() {
        if (closed) {
            return;
        }
        try {
            Trigger retry = trigger("retry")
                    .startAt(DateBuilder.futureDate(RETRY_SECONDS, DateBuilder.IntervalUnit.SECOND))
                    .build();
            quartz.unscheduleJob(retry.getKey());
            quartz.scheduleJob(retry);
        } catch (SchedulerException e) {
            throw new IllegalStateException("asking Quartz for " + key.getName() + " again", e);
        }
    }

    /**
     * Has the work done at these times and no longer at those set before.
     *
     * @param wanted by name, in real time
     */
    public synchronized void set(Map<String, Instant> wanted) {
        if (closed) {
            return;
        }
        List<TriggerKey> stale = new ArrayList<>();
        times.forEach((name, time) -> {
            if (!time.equals(wanted.get(name))) {
                stale.add(time(name));
            }
        });
        try {
            quartz.unscheduleJobs(stale);
            for (Map.Entry<String, Instant> entry : wanted.entrySet()) {
                if (!entry.getValue().equals(times.get(entry.getKey()))) {
                    quartz.scheduleJob(trigger(entry.getKey(), entry.getValue()));
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("setting " + wanted.size() + " times in Quartz", e);
        }
        times.clear();
        times.putAll(wanted);
    }

    /** Whether a time of this name is set. */
    public synchronized boolean isSet(String name) {
        return times.containsKey(name);
    }

    /** Whether all that was asked for is done. */
    public boolean idle() {
        return served == asked.get() && !running.isLocked();
    }

    /** Begins the work no more, and waits for the end of what is being done. */
    public void close() {
        try {
            synchronized (this) {
                closed = true;
                // Quartz deletes no job that still has triggers when one of them ends by itself meanwhile.
                quartz.unscheduleJobs(keys());
                quartz.deleteJob(key);
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("ending " + key.getName() + " in Quartz", e);
        }
        if (!awaitEnd()) {
            LOG.error("{} did not end within {} s", key.getName(), CLOSING_SECONDS);
        }
    }

    /** Runs the work on a thread of Quartz. */
    void run() {
        running.lock();
        try {
            if (closed) {
                return;
            }
            rung.set(false);
            long seen = asked.get();
            // What failed is tried again at the next time.
            LastingWork.survive(LOG, key.getName(), work::run);
            served = seen;
        } finally {
            running.unlock();
        }
    }

    /** Begins the work no more. */
    synchronized void shut() {
        closed = true;
    }

    boolean awaitEnd() {
        try {
            boolean ended = running.tryLock(CLOSING_SECONDS, TimeUnit.SECONDS);
            if (ended) {
                running.unlock();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<TriggerKey> keys() throws SchedulerException {
        return quartz.getTriggersOfJob(key).stream().map(Trigger::getKey).toList();
    }

    private TriggerKey time(String name) {
        return TriggerKey.triggerKey(name, key.getName() + " times");
    }

    private Trigger trigger(String name, Instant time) {
        return TriggerBuilder.newTrigger()
                .withIdentity(time(name))
                .forJob(key)
                .startAt(Date.from(time.plusMillis(AFTER_MILLIS)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    private TriggerBuilder<Trigger> trigger(String name) {
        return TriggerBuilder.newTrigger().withIdentity(name, key.getName()).forJob(key);
    }
}
