package danvan.schedule;

import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * Carries a timer's work to Quartz, which makes one of these each time it is due. A store that several processes share keeps
 * the name of this class and of the timer, never the work itself: each process looks that up among its own.
 */
@DisallowConcurrentExecution
final class TimedWork implements Job {
    private static final int CLOSING_SECONDS = 2;
    private static final int UNKNOWN_SECONDS = 30;

    private final Optional<Timer> timer;

    /** @param timer empty where this process has none of the name: it is of another version than who set the time */
    TimedWork(Optional<Timer> timer) {
        this.timer = timer;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        boolean done = timer.isPresent() && timer.get().run();
        try {
            if (!done && context.getScheduler().getMetaData().isJobStoreClustered()) {
                handOver(context, timer.isPresent() ? CLOSING_SECONDS : UNKNOWN_SECONDS);
            }
        } catch (SchedulerException e) {
            throw new JobExecutionException(
                    "handing over " + context.getJobDetail().getKey(), e);
        }
    }

    /** The time is set again, for another process or the next start. */
    private static void handOver(JobExecutionContext context, int seconds) throws SchedulerException {
        Trigger again = TriggerBuilder.newTrigger()
                .withIdentity(TriggerKey.triggerKey(
                        "elsewhere", context.getJobDetail().getKey().getName()))
                .forJob(context.getJobDetail())
                .startAt(Date.from(context.getFireTime().toInstant().plusSeconds(seconds)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        context.getScheduler().scheduleJob(context.getJobDetail(), Set.of(again), true);
    }
}
