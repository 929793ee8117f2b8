package danvan.schedule;

import danvan.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.DateBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that happens at a time: one Quartz scheduler for the process, and a {@link Timer} for each kind of work. On
 * SQLite nothing is kept: times are set again at each start, and what is due then is found in the database. On PostgreSQL
 * the times are kept there, for all processes that share it, and each comes in one of them.
 */
public final class Scheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final int MISFIRE_MILLIS = 60_000;
    /** Reminders, what is done every minute, and the night's work, none of which waits for another. */
    private static final int THREADS = 3;

    private static final long CLOSING_MILLIS = 10_000;
    private static final Object CREATING = new Object();

    private final org.quartz.Scheduler quartz;
    private final Optional<Clock> shared;
    private final ExecutorService asks;
    private final Map<JobKey, Timer> timers = new ConcurrentHashMap<>();
    private final List<Runnable> starts = new CopyOnWriteArrayList<>();
    private boolean closed;

    /** A scheduler of this process alone. */
    public Scheduler() {
        this(alone(), Optional.empty());
    }

    /**
     * The scheduler of a bot, which shares its times with others where its database is shared.
     *
     * @param realTime the system's time
     */
    public static Scheduler of(Database database, Clock realTime) {
        return database.pool()
                .map(pool -> new Scheduler(ClusteredStore.properties(pool), Optional.of(realTime)))
                .orElseGet(Scheduler::new);
    }

    private Scheduler(Properties store, Optional<Clock> shared) {
        this.shared = shared;
        this.asks = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "schedule-now");
            thread.setDaemon(true);
            return thread;
        });
        Properties properties = properties();
        properties.putAll(store);
        try {
            quartz = created(properties);
            quartz.setJobFactory((bundle, any) -> new TimedWork(
                    Optional.ofNullable(timers.get(bundle.getJobDetail().getKey()))));
            if (shared.isEmpty()) {
                quartz.start();
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("preparing Quartz", e);
        }
    }

    /** Quartz keeps its schedulers in a static map by name; those of two bots in one process have the same in a cluster. */
    private static org.quartz.Scheduler created(Properties properties) throws SchedulerException {
        synchronized (CREATING) {
            org.quartz.Scheduler quartz = new StdSchedulerFactory(properties).getScheduler();
            SchedulerRepository.getInstance().remove(quartz.getSchedulerName());
            return quartz;
        }
    }

    /**
     * Work that never runs twice at once. It runs when its timer is {@linkplain Timer#start started} and at the timer's
     * times; what it throws is logged, and the next time tries again.
     *
     * @param name for the operator, and unique
     */
    public Timer timer(String name, Runnable work) {
        JobKey key = JobKey.jobKey(name);
        JobDetail job = JobBuilder.newJob(TimedWork.class)
                .withIdentity(key)
                .storeDurably()
                .requestRecovery(shared.isPresent())
                .build();
        Timer timer = new Timer(quartz, job, work, asks, shared);
        timers.put(key, timer);
        try {
            quartz.addJob(job, shared.isPresent());
        } catch (SchedulerException e) {
            throw new IllegalStateException("preparing " + name + " in Quartz", e);
        }
        return timer;
    }

    /**
     * Work for every day, and for the start: what should have been done while the process was down is made up for once.
     *
     * @param time on the clock of the zone
     */
    public void daily(String name, LocalTime time, ZoneId zone, Runnable work) {
        Timer timer = timer(name, work);
        try {
            Trigger daily = TriggerBuilder.newTrigger()
                    .withIdentity(name, "daily")
                    .forJob(JobKey.jobKey(name))
                    .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(time.getHour(), time.getMinute())
                            .inTimeZone(TimeZone.getTimeZone(zone))
                            .withMisfireHandlingInstructionFireAndProceed())
                    .build();
            quartz.scheduleJob(quartz.getJobDetail(JobKey.jobKey(name)), Set.of(daily), true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("scheduling " + name + " at " + time, e);
        }
        starts.add(timer::ring);
    }

    /** When a daily work is done next; empty where there is none of the name. */
    Optional<Instant> nextOf(String name) {
        try {
            return Optional.ofNullable(quartz.getTrigger(TriggerKey.triggerKey(name, "daily")))
                    .map(Trigger::getNextFireTime)
                    .map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException("asking Quartz for " + name, e);
        }
    }

    /** Does what every day has, once; from now on the times that are shared with other processes come here too. */
    public void start() {
        try {
            if (shared.isPresent()) {
                quartz.start();
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("starting Quartz", e);
        }
        starts.forEach(Runnable::run);
    }

    /**
     * The machine's clock went back: what comes again and again comes from now on, and not when the clock is where it was. Times
     * that are shared are those of other processes too, whose clocks did not.
     */
    public void clockWentBack() {
        if (shared.isPresent()) {
            return;
        }
        try {
            for (TriggerKey key : quartz.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
                Optional<Trigger> set = Optional.ofNullable(quartz.getTrigger(key))
                        .filter(trigger ->
                                trigger instanceof CronTrigger || key.getName().equals("minute"));
                if (set.isPresent()) {
                    quartz.rescheduleJob(
                            key,
                            set.get()
                                    .getTriggerBuilder()
                                    .startAt(DateBuilder.futureDate(1, DateBuilder.IntervalUnit.SECOND))
                                    .build());
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("setting the times of Quartz again", e);
        }
    }

    /** Whether all that was asked for is done. */
    public boolean idle() {
        return timers.values().stream().allMatch(Timer::idle);
    }

    /** Begins nothing more, and waits for what is being done. What is shared with other processes stays. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        timers.values().forEach(Timer::shut);
        asks.shutdown();
        try {
            if (shared.isEmpty()) {
                // Quartz's own way of waiting polls twice a second.
                quartz.shutdown(false);
            } else {
                quartz.standby();
            }
            boolean ended = true;
            for (Map.Entry<JobKey, Timer> timer : timers.entrySet()) {
                if (!timer.getValue().awaitEnd()) {
                    LOG.error("{} did not end in time", timer.getKey().getName());
                    ended = false;
                }
            }
            if (shared.isPresent()) {
                shutdownShared(ended);
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("stopping Quartz", e);
        }
    }

    /** What is done is written down before the database is closed; where that is away, Quartz would wait for it for ever. */
    private void shutdownShared(boolean waits) {
        Thread ending = new Thread(
                () -> {
                    try {
                        quartz.shutdown(waits);
                    } catch (SchedulerException e) {
                        LOG.error("stopping Quartz: {}", e.toString());
                    }
                },
                "schedule-end");
        ending.setDaemon(true);
        ending.start();
        try {
            ending.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ending.isAlive()) {
            LOG.error(
                    "the schedule did not end within {} ms, probably because the database is unavailable; its times are kept there"
                            + " and come in another process or at the next start",
                    CLOSING_MILLIS);
        }
    }

    private static Properties alone() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "schedule-" + UUID.randomUUID());
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return properties;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "schedule");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", Integer.toString(MISFIRE_MILLIS));
        return properties;
    }
}
