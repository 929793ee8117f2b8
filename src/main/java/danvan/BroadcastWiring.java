package danvan;

import danvan.broadcast.BroadcastFeature;
import danvan.broadcast.SendTimes;
import danvan.form.input.TypedHour;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.schedule.Timer;
import danvan.storage.LastingWork;
import danvan.task.ReminderHours;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broadcasts, and the timer of those that go out at a time. */
final class BroadcastWiring {
    private static final Logger LOG = LoggerFactory.getLogger(BroadcastWiring.class);

    private final Core core;
    private final ReminderHours hours;
    private final BroadcastFeature feature;
    private final Timer timer;

    BroadcastWiring(Core core, Organization organization, AuditNote audit) {
        this.core = core;
        this.hours = core.hours();
        this.feature = new BroadcastFeature(new BroadcastFeature.Needs(
                core.database,
                core.outbox,
                core.jobs,
                core.files,
                core.downloads,
                organization,
                audit,
                core.texts,
                Core::newId,
                new SendTimes(core.config.zone(), TypedHour::of, at -> hours.quiet(at) ? hours.endOfQuiet(at) : at)));
        this.timer = core.scheduler.timer("broadcasts at a time", this::work);
        core.clock.stopsAt(feature::next);
        // At once, and not by the timer: a rehearsal's clock that walks on would make late what is due.
        core.clock.onMove(() -> {
            // What failed is tried again in a minute.
            boolean unused = LastingWork.survive(LOG, "broadcasts at a time", this::send);
        });
    }

    BroadcastFeature feature() {
        return feature;
    }

    /** From now on what is due is sent, every minute and at the times that are set. */
    void start() {
        timer.start();
    }

    void close() {
        timer.close();
    }

    private void work() {
        send();
        feature.next()
                .ifPresentOrElse(
                        next -> timer.set(Map.of("next", core.clock.realTimeOf(next))), () -> timer.set(Map.of()));
    }

    private void send() {
        Instant now = core.clock.instant();
        feature.sendDue(now, hours.quiet(now));
    }
}
