package danvan.channel.web;

import danvan.inbox.Inbox;
import danvan.outbox.Outbox;
import danvan.storage.Json;
import io.javalin.http.Context;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the bot is well, for whoever watches the machine. */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    /**
     * How the bot is.
     *
     * @param now the bot's time, ISO 8601
     */
    private record Report(String status, long inboxWaiting, long outboxWaiting, String now) {}

    private final Inbox inbox;
    private final Outbox outbox;
    private final Clock clock;

    Health(Inbox inbox, Outbox outbox, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    void answer(Context request) {
        request.contentType("application/json");
        String now = clock.instant().toString();
        try {
            request.result(Json.write(new Report("ok", inbox.waiting(), outbox.waiting(), now)));
        } catch (RuntimeException e) {
            // Whatever is wrong with the database, the watcher of the machine is owed an answer.
            LOG.warn("the bot is not well: {}", e.getMessage());
            request.status(503).result(Json.write(new Report("database unreachable", -1, -1, now)));
        }
    }
}
