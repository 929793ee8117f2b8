package danvan.schedule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that happens at a time: one Quartz scheduler for the process, and a {@link Timer} for each kind of work.
 * Nothing is kept: times are set again at each start, and what is due then is found in the database.
 */
public final class Scheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final int MISFIRE_MILLIS = 60_000;
    /** Reminders, what is done every minute, and the night's work, none of which waits for another. */
    private static final int THREADS = 3;

    private final org.quartz.Scheduler quartz;
    private final Map<JobKey, Timer> timers = new ConcurrentHashMap<>();
    private final List<Runnable> starts = new CopyOnWriteArrayList<>();

    public Scheduler() {
        try {
            quartz = new StdSchedulerFactory(properties()).getScheduler();
            quartz.setJobFactory((bundle, any) -> new Work(
                    Objects.requireNonNull(timers.get(bundle.getJobDetail().getKey()), "a timer of the job")));
            quartz.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("preparing Quartz", e);
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
        Timer timer = new Timer(quartz, key, work);
        timers.put(key, timer);
        try {
            quartz.addJob(
                    JobBuilder.newJob(Work.class)
                            .withIdentity(key)
                            .storeDurably()
                            .build(),
                    false);
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
            quartz.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(name, "daily")
                    .forJob(JobKey.jobKey(name))
                    .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(time.getHour(), time.getMinute())
                            .inTimeZone(TimeZone.getTimeZone(zone))
                            .withMisfireHandlingInstructionFireAndProceed())
                    .build());
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

    /** Does what every day has, once. */
    public void start() {
        starts.forEach(Runnable::run);
    }

    /** Whether all that was asked for is done. */
    public boolean idle() {
        return timers.values().stream().allMatch(Timer::idle);
    }

    /** Begins nothing more, and waits for what is being done. */
    @Override
    public void close() {
        timers.values().forEach(Timer::shut);
        try {
            // Quartz's own way of waiting polls twice a second.
            quartz.shutdown(false);
        } catch (SchedulerException e) {
            throw new IllegalStateException("ending Quartz", e);
        }
        timers.forEach((key, timer) -> {
            if (!timer.awaitEnd()) {
                LOG.error("{} did not end in time", key.getName());
            }
        });
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // Quartz keeps its schedulers in a static map by name; two bots in one process must not share one.
        properties.setProperty("org.quartz.scheduler.instanceName", "schedule-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "schedule");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", Integer.toString(MISFIRE_MILLIS));
        return properties;
    }

    /** Carries the work to Quartz, which makes one of these each time it is due. */
    @DisallowConcurrentExecution
    private static final class Work implements Job {
        private final Timer timer;

        private Work(Timer timer) {
            this.timer = timer;
        }

        @Override
        public void execute(JobExecutionContext context) {
            timer.run();
        }
    }
}
