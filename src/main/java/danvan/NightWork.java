package danvan;

import danvan.ask.Ask;
import danvan.config.Config;
import danvan.organization.chat.People;
import danvan.schedule.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the night lets go. A feature with something of its own to let go adds a line. */
final class NightWork {
    /** Telegram delivers again what was not confirmed for a day; twice that, to be sure. */
    private static final Duration REDELIVERED = Duration.ofDays(2);

    private final Core core;

    private NightWork(Core core) {
        this.core = core;
    }

    static Housekeeping of(
            Core core, People people, ReportWiring reports, Channels channels, Optional<DeskWiring> desk) {
        return new Housekeeping(new NightWork(core).chores(people, reports, channels, desk));
    }

    private List<Housekeeping.Chore> chores(
            People people, ReportWiring reports, Channels channels, Optional<DeskWiring> desk) {
        Config.Retention kept = core.config.retention();
        List<Housekeeping.Chore> chores = new ArrayList<>();
        chores.add(new Housekeeping.Chore("updates", () -> core.inbox.forget(before(core.realTime, kept.messages()))));
        chores.add(new Housekeeping.Chore("strangers' updates", () -> core.inbox.forgetPassedOver(redelivered())));
        chores.add(new Housekeeping.Chore("messages to strangers", () -> core.outbox.forgetStrangers(redelivered())));
        chores.add(new Housekeeping.Chore("strangers' tries", () -> people.forgetTries(core.clock.instant())));
        chores.add(
                new Housekeeping.Chore("messages", () -> core.outbox.forget(before(core.realTime, kept.messages()))));
        chores.add(new Housekeeping.Chore("phone page", () -> channels.forget(before(core.clock, kept.page()))));
        chores.addAll(reports.chores());
        desk.ifPresent(one -> chores.addAll(one.chores()));
        chores.add(new Housekeeping.Chore(
                "questions",
                () -> core.database.write(tx -> {
                    // Asked at the bot's time, which in a rehearsal is years ago.
                    Ask.forget(tx, before(core.clock, kept.messages()));
                    return 0;
                })));
        // A day's count is of that day alone.
        chores.add(new Housekeeping.Chore("uploads", () -> core.uploads.forget(before(core.clock, Period.ofDays(2)))));
        chores.add(new Housekeeping.Chore("files", core.files::forgetExpired));
        return chores;
    }

    private Instant redelivered() {
        return core.realTime.instant().minus(REDELIVERED);
    }

    private Instant before(Clock now, Period kept) {
        return now.instant().atZone(core.config.zone()).minus(kept).toInstant();
    }
}
