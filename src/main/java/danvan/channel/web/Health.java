package danvan.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import danvan.inbox.Inbox;
import danvan.outbox.Outbox;
import danvan.storage.Json;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the bot is, for whoever watches the machine: {@code /healthz} says whether another start would help, {@code
 * /healthz/ready} whether members are served, {@code /metrics} all figures. A Telegram or a database that cannot be reached is
 * said in the status and is no reason to start again: that would not help, and would take the phone page away from those who
 * need it then.
 */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final String BEARER = "Bearer ";

    /**
     * How the bot is.
     *
     * @param now the bot's time, ISO 8601
     * @param telegram left out where Telegram is not in use
     * @param secondsSinceBackup left out where there is none
     * @param passagesWithoutVectors left out where no embedding model is used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Report(
            String status,
            long inboxWaiting,
            long outboxWaiting,
            String now,
            @Nullable Telegram telegram,
            @Nullable Long secondsSinceBackup,
            @Nullable Integer passagesWithoutVectors) {}

    /** How Telegram is heard from; the problem may be empty. */
    private record Telegram(long secondsSinceGoodPoll, String problem) {}

    private final Inbox inbox;
    private final Outbox outbox;
    private final Vitals vitals;
    private final Clock clock;
    private final Caller caller;

    Health(Inbox inbox, Outbox outbox, Vitals vitals, Clock clock, Caller caller) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.vitals = vitals;
        this.clock = clock;
        this.caller = caller;
    }

    /** Whether the process lives; 503 where only another start can help. */
    void live(Context request) {
        List<String> stuck = vitals.stuck();
        answer(request, stuck.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", stuck)), false);
    }

    /** Whether members are served; 503 where they are not, so that a balancer sends them elsewhere. */
    void ready(Context request) {
        List<String> missing = vitals.missing();
        answer(request, missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing)), true);
    }

    private void answer(Context request, Optional<String> wrong, boolean needsDatabase) {
        request.contentType("application/json");
        request.status(wrong.isPresent() ? 503 : 200);
        String now = clock.instant().toString();
        @Nullable
        Telegram telegram = vitals.polled()
                .map(told ->
                        new Telegram(told.lastGood().toSeconds(), told.problem().orElse("")))
                .orElse(null);
        @Nullable Long backup = vitals.backupAge().map(Duration::toSeconds).orElse(null);
        OptionalInt missing = vitals.passagesWithoutVectors();
        @Nullable Integer vectors = missing.isPresent() ? missing.getAsInt() : null;
        try {
            String status = telegram == null || telegram.problem().isEmpty() ? "ok" : "telegram polling fails";
            request.result(Json.write(new Report(
                    wrong.orElse(status), inbox.waiting(), outbox.waiting(), now, telegram, backup, vectors)));
        } catch (RuntimeException e) {
            // Whatever is wrong with the database, the watcher of the machine is owed an answer.
            LOG.debug("health check: {}", e.getMessage());
            request.status(needsDatabase || wrong.isPresent() ? 503 : 200)
                    .result(Json.write(
                            new Report(wrong.orElse("database unreachable"), -1, -1, now, telegram, backup, vectors)));
        }
    }

    /** The figures are for this machine, or for who sends the token; to anybody else there is no such page. */
    void metrics(Context request) {
        if (!mayRead(request)) {
            throw new Refusal(404, "unknown-link");
        }
        request.contentType("text/plain; version=0.0.4; charset=utf-8").result(vitals.metrics());
    }

    private boolean mayRead(Context request) {
        // What a proxy on this machine hands on is not asked by this machine.
        boolean here = caller.isOnThisMachine(request)
                && request.header("X-Forwarded-For") == null
                && request.header("Forwarded") == null;
        String sent = Optional.ofNullable(request.header("Authorization")).orElse("");
        return here
                || vitals.metricsToken()
                        .filter(expected -> MessageDigest.isEqual(
                                (BEARER + expected).getBytes(StandardCharsets.UTF_8),
                                sent.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }
}
