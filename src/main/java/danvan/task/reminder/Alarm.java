package danvan.task.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.quartz.DateBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Runs one piece of work at given times, never twice at once: Quartz with a trigger for each time. Nothing is kept: the
 * times are set anew at each start. A time that lies in the past, or was missed, rings at once.
 */
final class Alarm implements AutoCloseable {
    private static final JobKey WORK = JobKey.jobKey("work");
    private static final int MISFIRE_MILLIS = 60_000;
    private static final int RETRY_SECONDS = 2;
    /** Quartz may ring two milliseconds early, and what is due then would not be due yet. */
    private static final int AFTER_MILLIS = 10;

    private final Scheduler scheduler;
    private final Map<String, Instant> times = new HashMap<>();

    /**
     * An alarm.
     *
     * @param work must survive its own failures
     */
    Alarm(Runnable work) {
        try {
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.setJobFactory((bundle, any) -> new Work(work));
            scheduler.addJob(
                    JobBuilder.newJob(Work.class)
                            .withIdentity(WORK)
                            .storeDurably()
                            .build(),
                    true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("preparing Quartz", e);
        }
    }

    /** Rings once at once, then at the times set, and every minute in case something changed that nobody told. */
    void start() {
        try {
            scheduler.scheduleJob(trigger("minute")
                    .startNow()
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNowWithRemainingCount())
                    .build());
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("starting Quartz", e);
        }
    }

    /** Rings now. */
    void ring() {
        try {
            scheduler.triggerJob(WORK);
        } catch (SchedulerException e) {
            throw new IllegalStateException("asking Quartz to ring at once", e);
        }
    }

    /** Rings again soon, after a failure. */
    void ringAgain() {
        try {
            Trigger retry = trigger("retry")
                    .startAt(DateBuilder.futureDate(RETRY_SECONDS, DateBuilder.IntervalUnit.SECOND))
                    .build();
            scheduler.unscheduleJob(retry.getKey());
            scheduler.scheduleJob(retry);
        } catch (SchedulerException e) {
            throw new IllegalStateException("asking Quartz to ring again", e);
        }
    }

    /**
     * Rings at these times and no longer at those set before.
     *
     * @param wanted by name, in real time
     */
    synchronized void set(Map<String, Instant> wanted) {
        List<TriggerKey> stale = new ArrayList<>();
        times.forEach((name, time) -> {
            if (!time.equals(wanted.get(name))) {
                stale.add(time(name));
            }
        });
        try {
            scheduler.unscheduleJobs(stale);
            for (Map.Entry<String, Instant> entry : wanted.entrySet()) {
                if (!entry.getValue().equals(times.get(entry.getKey()))) {
                    scheduler.scheduleJob(trigger(entry.getKey(), entry.getValue()));
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("setting " + wanted.size() + " times in Quartz", e);
        }
        times.clear();
        times.putAll(wanted);
    }

    /** Whether it will ring at a time of this name. */
    synchronized boolean isSet(String name) {
        return times.containsKey(name);
    }

    /** Rings no more. Work that is being done goes on. */
    @Override
    public void close() {
        try {
            // Quartz's own way of waiting polls twice a second; whoever does the work knows better when it ends.
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            throw new IllegalStateException("ending Quartz", e);
        }
    }

    private static TriggerKey time(String name) {
        return TriggerKey.triggerKey(name, "times");
    }

    private static Trigger trigger(String name, Instant time) {
        return TriggerBuilder.newTrigger()
                .withIdentity(time(name))
                .forJob(WORK)
                .startAt(Date.from(time.plusMillis(AFTER_MILLIS)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    private static TriggerBuilder<Trigger> trigger(String name) {
        return TriggerBuilder.newTrigger().withIdentity(name).forJob(WORK);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // Quartz keeps its schedulers in a static map by name; two bots in one process must not share one.
        properties.setProperty("org.quartz.scheduler.instanceName", "tasks-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "reminders");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", Integer.toString(MISFIRE_MILLIS));
        return properties;
    }

    /** Carries the work to Quartz, which makes one of these each time it rings. */
    @DisallowConcurrentExecution
    private static final class Work implements Job {
        private final Runnable work;

        private Work(Runnable work) {
            this.work = work;
        }

        @Override
        public void execute(JobExecutionContext context) {
            work.run();
        }
    }
}
