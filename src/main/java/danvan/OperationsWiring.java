package danvan;

import danvan.channel.web.Polled;
import danvan.channel.web.Vitals;
import danvan.config.Config;
import danvan.conversation.Turns;
import danvan.library.Finding;
import danvan.library.Library;
import danvan.monitoring.Figures;
import danvan.monitoring.Meters;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.privacy.Forgetting;
import danvan.privacy.PrivacyFeature;
import danvan.schedule.ClockWatch;
import danvan.schedule.Timer;
import danvan.storage.backup.Backups;
import danvan.storage.backup.NightlyBackup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What whoever looks after the bot needs: backups, and how it is. */
final class OperationsWiring {
    /** Turns are looked for twice a second, and a locked database holds that up for some seconds. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Core core;
    private final CompletableFuture<Library> library;
    private final Backups backups;
    private final Meters meters;
    private final Forgetting forgetting;
    private final Timer forgetter;
    private final ClockWatch clockWatch;
    private Optional<Turns> turns = Optional.empty();

    /** @param library the library, once it is there */
    OperationsWiring(Core core, CompletableFuture<Library> library) {
        this.core = core;
        this.library = library;
        this.backups = new Backups(core.config, core.realTime);
        this.meters = new Meters(core.config.data(), this::figures);
        meters.backups(this::backupAge);
        var unused =
                library.thenAccept(books -> books.onSearch((finding, took) -> meters.searched(grade(finding), took)));
        scheduleBackups();
        this.forgetting = new Forgetting(core.database, core.files, core.realTime);
        this.clockWatch = new ClockWatch(core.realTime, System::nanoTime, () -> {
            core.scheduler.clockWentBack();
            takeUpAgain();
        });
        this.forgetter = core.scheduler.timer("forgetting", this::forget);
    }

    /** Nothing of ours waits longer, but for what a channel asked for, which asks again. */
    private void takeUpAgain() {
        Instant farOff = core.realTime.instant().plus(LONGEST_WAIT);
        core.inbox.takeUpAgain(farOff);
        core.outbox.takeUpAgain(farOff);
        core.jobs.takeUpAgain(farOff);
    }

    /** What members may ask of their own data. */
    PrivacyFeature privacy() {
        Config.Retention kept = core.config.retention();
        return new PrivacyFeature(
                core.database,
                core.files,
                forgetting,
                new PrivacyFeature.Kept(
                        kept.messages(),
                        kept.page(),
                        core.config.reports().kept(),
                        core.config.operations().backupsKept()),
                core.config.zone(),
                forgetter::retry);
    }

    /** Those whose last message is under way are taken when it is delivered. */
    private void forget() {
        int unused = forgetting.run();
        if (!forgetting.isDone()) {
            forgetter.retry();
        }
    }

    /** A rehearsal has nothing to lose. */
    private void scheduleBackups() {
        Config.Operations settings = core.config.operations();
        if (!core.config.rehearsal() && settings.backupsKept() > 0) {
            core.scheduler.daily(
                    "backup",
                    NightlyBackup.HOUR,
                    core.config.zone(),
                    new NightlyBackup(backups, settings.backupsKept(), core.realTime));
        }
    }

    Turns.TurnTimes turnTimes() {
        return meters::turn;
    }

    /** Begins nothing more. */
    void close() {
        forgetter.close();
        clockWatch.close();
    }

    /** From now on members are served. */
    void begun(Turns begun) {
        turns = Optional.of(begun);
        forgetter.start();
        takeUpAgain();
        clockWatch.start();
    }

    /** A courier whose deliveries are counted. */
    Courier counted(String channel, Courier courier) {
        meters.channel(channel);
        return (to, what) -> {
            long begun = System.nanoTime();
            CompletableFuture<Delivery> delivered = courier.deliver(to, what);
            // Beside it: what waits for the delivery must see the failure itself.
            var unused = delivered.whenComplete((delivery, failure) -> meters.sent(
                    channel,
                    failure == null ? outcome(delivery) : "failed",
                    Duration.ofNanos(System.nanoTime() - begun)));
            return delivered;
        };
    }

    /** How the bot is, for the page's server. */
    Vitals vitals(Supplier<Optional<Polled>> polled) {
        meters.polls("telegram", () -> polled.get().map(Polled::lastGood));
        return new Vitals() {
            @Override
            public Optional<Polled> polled() {
                return polled.get();
            }

            @Override
            public List<String> missing() {
                List<String> missing = new ArrayList<>();
                if (!library.isDone()) {
                    missing.add("library not read yet");
                }
                if (turns.isEmpty()) {
                    missing.add("not begun yet");
                }
                return missing;
            }

            @Override
            public List<String> stuck() {
                return turns
                        .filter(worked -> worked.sinceLooked().compareTo(STUCK) > 0)
                        .map(worked -> "no turn is taken up since "
                                + worked.sinceLooked().toSeconds() + " s")
                        .stream()
                        .toList();
            }

            @Override
            public OptionalInt passagesWithoutVectors() {
                boolean there = library.isDone() && !library.isCompletedExceptionally();
                return there ? library.join().passagesWithoutVectors() : OptionalInt.empty();
            }

            @Override
            public Optional<Duration> backupAge() {
                return OperationsWiring.this.backupAge();
            }

            @Override
            public Optional<String> metricsToken() {
                return core.config.operations().metricsToken();
            }

            @Override
            public String metrics() {
                return meters.scrape();
            }
        };
    }

    private Optional<Duration> backupAge() {
        return age(backups.youngest(), core.realTime);
    }

    private Figures figures() {
        Map<String, Long> waiting = core.outbox.waitingByChannel();
        return new Figures(
                core.inbox.waiting(),
                age(core.inbox.oldest(), core.realTime),
                waiting,
                age(core.outbox.oldest(), core.realTime),
                core.jobs.open(),
                library.isDone() && !library.isCompletedExceptionally()
                        ? Optional.of(library.join().generation())
                        : Optional.empty());
    }

    private static Optional<Duration> age(Optional<Instant> since, Clock clock) {
        return since.map(then -> Duration.between(then, clock.instant()));
    }

    private static String grade(Finding finding) {
        return finding.accept(new Finding.Visitor<>() {
            @Override
            public String found(Finding.Found found) {
                return "sure";
            }

            @Override
            public String likely(Finding.Likely likely) {
                return "likely";
            }

            @Override
            public String whichDocument(Finding.WhichDocument which) {
                return "which-document";
            }

            @Override
            public String notFound(Finding.NotFound notFound) {
                return "none";
            }
        });
    }

    private static String outcome(Delivery delivery) {
        return delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
