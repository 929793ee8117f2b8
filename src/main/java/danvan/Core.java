package danvan;

import danvan.config.Config;
import danvan.conversation.Downloads;
import danvan.conversation.Jobs;
import danvan.conversation.Uploads;
import danvan.inbox.Inbox;
import danvan.outbox.Outbox;
import danvan.schedule.Scheduler;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.PrivateFiles;
import danvan.storage.Processes;
import danvan.task.BotClock;
import danvan.task.ReminderHours;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Clock;
import java.util.UUID;

/** What every room is built on: the settings, the times, the stores, and what comes in and goes out. */
final class Core {
    private static final int MEGABYTE_BITS = 20;

    final Config config;
    final Clock realTime;
    /** The bot's clock, which in a rehearsal is not the real time. */
    final BotClock clock;

    final Database database;
    final Texts texts = new Texts();
    /** What is spoken to those who chose none. */
    final Language language;

    final Files files;
    final Downloads downloads;
    final Uploads uploads;
    final Inbox inbox;
    final Outbox outbox;
    final Jobs jobs;
    /** This process's name among those that share the database. */
    final String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    final Processes processes;
    final Scheduler scheduler;

    Core(Config config, Clock realTime) {
        this.config = config;
        this.realTime = realTime;
        PrivateFiles.mendAll(config.data());
        this.database = Database.open(config.storage());
        this.clock = config.rehearsal()
                ? BotClock.rehearsal(realTime, config.zone(), database)
                : BotClock.real(realTime, config.zone());
        this.language = Language.of(config.language()).orElse(Language.VI);
        this.scheduler = Scheduler.of(database, realTime);
        this.files = new Files(database, realTime);
        this.downloads = new Downloads(files, (long) config.reports().largestFile() << MEGABYTE_BITS);
        this.uploads = new Uploads(
                database,
                new Uploads.Limits(
                        config.reports().filesADay(),
                        (long) config.reports().megabytesADay() << MEGABYTE_BITS,
                        downloads.most()),
                config.zone());
        this.inbox = new Inbox(database, realTime, node);
        this.outbox = new Outbox(database, realTime, node);
        this.jobs = new Jobs(database, outbox, realTime, node);
        this.processes = new Processes(database, node);
        processes.onEnd(inbox::release);
        processes.onEnd(outbox::release);
        processes.onEnd(jobs::release);
    }

    /** When members are reminded. */
    ReminderHours hours() {
        Config.Reminders reminders = config.reminders();
        return new ReminderHours(
                config.zone(), reminders.hour(), reminders.quietFrom(), reminders.quietTo(), reminders.grace());
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }
}
