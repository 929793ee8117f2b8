package danvan.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import danvan.inbox.Inbox;
import danvan.outbox.Outbox;
import danvan.storage.Json;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the bot is well, for whoever watches the machine. A Telegram that cannot be reached is said in the status and
 * is no 503: to start the bot again would not help, and would take the phone page away from those who need it then.
 */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    /**
     * How the bot is.
     *
     * @param now the bot's time, ISO 8601
     * @param telegram left out where Telegram is not in use
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Report(
            String status,
            long inboxWaiting,
            long outboxWaiting,
            String now,
            @Nullable Telegram telegram) {}

    /** How Telegram is heard from; the problem may be empty. */
    private record Telegram(long secondsSinceGoodPoll, String problem) {}

    private final Inbox inbox;
    private final Outbox outbox;
    private final Supplier<Optional<Polled>> polled;
    private final Clock clock;

    Health(Inbox inbox, Outbox outbox, Supplier<Optional<Polled>> polled, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.polled = polled;
        this.clock = clock;
    }

    void answer(Context request) {
        request.contentType("application/json");
        String now = clock.instant().toString();
        Telegram telegram = polled.get()
                .map(told ->
                        new Telegram(told.lastGood().toSeconds(), told.problem().orElse("")))
                .orElse(null);
        try {
            String status = telegram == null || telegram.problem().isEmpty() ? "ok" : "telegram polling fails";
            request.result(Json.write(new Report(status, inbox.waiting(), outbox.waiting(), now, telegram)));
        } catch (RuntimeException e) {
            // Whatever is wrong with the database, the watcher of the machine is owed an answer.
            LOG.warn("health check failed: {}", e.getMessage());
            request.status(503).result(Json.write(new Report("database unreachable", -1, -1, now, telegram)));
        }
    }
}
