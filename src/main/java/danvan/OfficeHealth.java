package danvan;

import danvan.channel.web.Polled;
import danvan.conversation.Jobs;
import danvan.desk.health.Checks;
import danvan.desk.page.Frame;
import danvan.desk.port.Copies;
import danvan.outbox.Undelivered;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code doctor} and {@code /healthz} know, for the office at the desk. */
final class OfficeHealth implements Checks {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeHealth.class);
    private static final Duration LATELY = Duration.ofDays(7);
    /** More than that is not answered at once. */
    private static final long MANY = 100;

    private static final Duration SILENT = Duration.ofMinutes(3);
    private static final long LITTLE_SPACE = 2L << 30;
    private static final long NO_SPACE = 200L << 20;
    private static final int MANY_COPIES = 200;

    private final Core core;
    private final Undelivered messages;
    private final Copies copies;
    private final IntSupplier waitingDocuments;
    private final Supplier<Optional<Polled>> telegram;

    OfficeHealth(
            Core core,
            Undelivered messages,
            Copies copies,
            IntSupplier waitingDocuments,
            Supplier<Optional<Polled>> telegram) {
        this.core = core;
        this.messages = messages;
        this.copies = copies;
        this.waitingDocuments = waitingDocuments;
        this.telegram = telegram;
    }

    @Override
    public List<Finding> now(Frame frame) {
        Instant lately = core.realTime.instant().minus(LATELY);
        List<Finding> all = new ArrayList<>();
        all.add(good(
                "clock",
                frame.t(
                        "health.clock.is",
                        "time",
                        frame.moment(core.clock.instant()),
                        "zone",
                        core.config.zone().getId())));
        all.add(database(frame));
        all.add(telegram(frame));
        all.add(outside(frame));
        long failed = messages.count(lately);
        all.add(new Finding(
                failed == 0 ? State.GOOD : State.LOOK,
                "messages",
                frame.t("health.messages.is", "count", failed),
                "deliveries"));
        if (core.config.openRosa().url().isPresent()) {
            List<Copies.Copy> open = copies.open(MANY_COPIES);
            boolean refused = open.stream().anyMatch(Copies.Copy::refused);
            all.add(new Finding(
                    refused ? State.BAD : open.isEmpty() ? State.GOOD : State.LOOK,
                    "copies",
                    frame.t("health.copies.is", "count", open.size()),
                    "deliveries"));
        }
        Jobs.Counts jobs = core.jobs.counts(lately);
        all.add(new Finding(
                jobs.failed() > 0 ? State.LOOK : State.GOOD,
                "jobs",
                frame.t("health.jobs.is", "open", jobs.open(), "failed", jobs.failed()),
                ""));
        int documents = waitingDocuments.getAsInt();
        all.add(new Finding(
                documents > 0 ? State.LOOK : State.GOOD,
                "documents",
                frame.t("health.documents.is", "count", documents),
                "documents?state=WAITING"));
        all.add(space(frame));
        Runtime java = Runtime.getRuntime();
        all.add(good(
                "memory",
                frame.t(
                        "health.memory.is",
                        "used",
                        (java.totalMemory() - java.freeMemory()) >> 20,
                        "most",
                        java.maxMemory() >> 20)));
        return all;
    }

    private static Finding good(String key, String words) {
        return new Finding(State.GOOD, key, words, "");
    }

    private Finding database(Frame frame) {
        long in = core.inbox.waiting();
        long out = core.outbox.waiting();
        return new Finding(
                in > MANY ? State.LOOK : State.GOOD,
                "database",
                frame.t(
                        "health.database.is",
                        "kind",
                        core.database.shared() ? "PostgreSQL" : "SQLite",
                        "in",
                        in,
                        "out",
                        out),
                "");
    }

    private Finding telegram(Frame frame) {
        Optional<Polled> polled = telegram.get();
        if (polled.isEmpty()) {
            return good("telegram", frame.t("health.telegram.off"));
        }
        Polled told = polled.get();
        boolean bad = told.problem().isPresent() || told.lastGood().compareTo(SILENT) > 0;
        return new Finding(
                bad ? State.BAD : State.GOOD,
                "telegram",
                bad
                        ? frame.t(
                                "health.telegram.bad",
                                "minutes",
                                told.lastGood().toMinutes(),
                                "problem",
                                told.problem().orElse(""))
                        : frame.t("health.telegram.good"),
                "");
    }

    private Finding outside(Frame frame) {
        Optional<URI> url = core.config.web().publicUrl();
        boolean secure = url.filter(address -> "https".equalsIgnoreCase(address.getScheme()))
                .isPresent();
        return new Finding(
                secure ? State.GOOD : State.LOOK,
                "address",
                secure
                        ? frame.t("health.address.good", "address", url.get().toString())
                        : frame.t("health.address.none"),
                "");
    }

    private Finding space(Frame frame) {
        try {
            long free = Files.getFileStore(core.config.data()).getUsableSpace();
            return new Finding(
                    free < NO_SPACE ? State.BAD : free < LITTLE_SPACE ? State.LOOK : State.GOOD,
                    "space",
                    frame.t("health.space.is", "megabytes", free >> 20),
                    "");
        } catch (IOException e) {
            LOG.warn("the free space of {} cannot be asked: {}", core.config.data(), e.toString());
            return new Finding(State.LOOK, "space", frame.t("health.space.unknown"), "");
        }
    }
}
