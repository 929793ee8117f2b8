package danvan.schedule;

import danvan.storage.LastingWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.DateBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
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
    private final JobDetail job;
    private final JobKey key;
    private final Runnable work;
    private final Executor asks;
    private final Optional<Clock> shared;
    private final Map<String, Instant> times = new HashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ReentrantLock running = new ReentrantLock();
    private volatile long served;
    private volatile boolean closed;

    /**
     * A timer.
     *
     * @param asks where the work is done that is asked for at once, in this process
     * @param shared the system's time, where other processes set the same times and a time comes in one of them
     */
    Timer(Scheduler quartz, JobDetail job, Runnable work, Executor asks, Optional<Clock> shared) {
        this.quartz = quartz;
        this.job = job;
        this.key = job.getKey();
        this.work = work;
        this.asks = asks;
        this.shared = shared;
    }

    /** Has the work done at once, then at the times set, and every minute in case something changed that nobody told. */
    public void start() {
        try {
            Trigger minute = trigger("minute")
                    .startAt(DateBuilder.futureDate(1, DateBuilder.IntervalUnit.MINUTE))
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNowWithRemainingCount())
                    .build();
            quartz.scheduleJob(job, Set.of(minute), true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("starting " + key.getName() + " in Quartz", e);
        }
        ring();
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
        // Not by Quartz: in a shared store another process might do it, which knows nothing of who asked here.
        asks.execute(() -> {
            boolean unused = run();
        });
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
            quartz.scheduleJob(job, Set.of(retry), true);
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
        Map<TriggerKey, Map.Entry<String, Instant>> keys = new HashMap<>();
        wanted.entrySet().forEach(time -> keys.put(time(time.getKey(), time.getValue()), time));
        try {
            Set<TriggerKey> there = quartz.getTriggerKeys(GroupMatcher.triggerGroupEquals(group()));
            quartz.unscheduleJobs(
                    there.stream().filter(set -> !keys.containsKey(set)).toList());
            Set<Trigger> missing = new HashSet<>();
            keys.forEach((set, time) -> {
                if (!there.contains(set) && isNew(time)) {
                    missing.add(trigger(set, time.getValue()));
                }
            });
            if (!missing.isEmpty()) {
                quartz.scheduleJob(job, missing, true);
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("setting " + wanted.size() + " times in Quartz", e);
        }
        times.clear();
        times.putAll(wanted);
    }

    /** Not one that has come already. Another process may have taken back what was set here. */
    private boolean isNew(Map.Entry<String, Instant> time) {
        return !time.getValue().equals(times.get(time.getKey()))
                || shared.filter(clock -> time.getValue().isAfter(clock.instant()))
                        .isPresent();
    }

    /** Whether a time of this name is surely set: where others set them too, none is. */
    public synchronized boolean isSet(String name) {
        return shared.isEmpty() && times.containsKey(name);
    }

    /** Whether all that was asked for is done. */
    public boolean idle() {
        return served == asked.get() && !running.isLocked();
    }

    /** Begins the work no more, and waits for the end of what is being done. Times that are shared stay for the others. */
    public void close() {
        try {
            synchronized (this) {
                closed = true;
            }
            if (shared.isEmpty()) {
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

    /** Runs the work; false where it was closed before. */
    boolean run() {
        running.lock();
        try {
            if (closed) {
                return false;
            }
            rung.set(false);
            long seen = asked.get();
            // What failed is tried again at the next time.
            LastingWork.survive(LOG, key.getName(), work::run);
            served = seen;
            return true;
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

    private String group() {
        return key.getName() + " times";
    }

    /** The same name at another time is another trigger. */
    private TriggerKey time(String name, Instant time) {
        return TriggerKey.triggerKey(name + "@" + time.toEpochMilli(), group());
    }

    private Trigger trigger(TriggerKey set, Instant time) {
        return TriggerBuilder.newTrigger()
                .withIdentity(set)
                .forJob(key)
                .startAt(Date.from(time.plusMillis(AFTER_MILLIS)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    private TriggerBuilder<Trigger> trigger(String name) {
        return TriggerBuilder.newTrigger().withIdentity(name, key.getName()).forJob(key);
    }
}
