package danvan;

import danvan.ask.Ask;
import danvan.conversation.Reply;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.report.Reports;
import danvan.storage.Database;
import danvan.task.ReminderHours;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What hangs on the time and not on the programme of the year: drafts that lie about, and the office's weekly list. Nobody
 * is written to in the quiet hours.
 *
 * @param clock the bot's time
 */
record MinuteWork(Clock clock, ReminderHours hours, Reports reports, Ask ask, Database database, Outbox outbox)
        implements Runnable {

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!hours.quiet(now)) {
            boolean reminded = reports.drafts().remind(now) + reports.drafts().warn(now) > 0;
            if (tellWeekly(now) || reminded) {
                outbox.dispatch();
            }
        }
        reports.drafts().expire(now);
    }

    private boolean tellWeekly(Instant now) {
        return database.write(tx -> {
            List<Reply.Notice> notices = ask.weekly(tx, now);
            notices.forEach(notice -> outbox.add(tx, notice.to(), notice.what(), Priority.REMINDER));
            return !notices.isEmpty();
        });
    }
}
