package danvan.channel.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.inbox.Inbox;
import danvan.inbox.Update;
import danvan.storage.Json;
import danvan.storage.StorageException;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the page of one chat asks for. Safe for use by several threads. */
final class ChatRoutes {
    static final int LONGEST_BODY = 16 * 1024;
    static final int LONGEST_TEXT = 4_096;
    private static final int PAGE = 50;
    private static final long SHARED_SECONDS = 120;
    private static final Pattern PAGE_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private record Said(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("text") @Nullable String text) {}

    private record Tapped(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("messageId") @Nullable String messageId,
            @JsonProperty("action") @Nullable String action) {}

    private record Placed(
            @JsonProperty("id") @Nullable String id,

            @JsonProperty(value = "latitude", required = true)
            double latitude,

            @JsonProperty(value = "longitude", required = true)
            double longitude) {}

    /**
     * Part of a talk.
     *
     * @param change the change to watch from
     * @param more whether there are earlier lines
     * @param now the bot's time
     */
    private record History(List<Entry> entries, long change, boolean more, long now) {}

    /** A minute; nobody types or taps so much. */
    static final int MOST_SENT = 300;
    /** Offices and mobile networks share addresses. */
    private static final int MOST_SENT_BY_NETWORK = 6_000;

    private final Misses byChat = new Misses(System::nanoTime, MOST_SENT);
    private final Misses byNetwork = new Misses(System::nanoTime, MOST_SENT_BY_NETWORK);
    private final Inside door;
    private final TalkLog log;
    private final Watchers watchers;
    private final Inbox inbox;
    private final Clock clock;

    ChatRoutes(Inside door, TalkLog log, Watchers watchers, Inbox inbox, Clock clock) {
        this.door = door;
        this.log = log;
        this.watchers = watchers;
        this.inbox = inbox;
        this.clock = clock;
    }

    void history(Context request) {
        Address chat = door.chat(request);
        long before = number(request.queryParam("before")).orElse(Long.MAX_VALUE);
        // The change first: what comes between the two is then shown twice, which is harmless, and not missed.
        long change = log.lastChange(chat);
        List<Entry> entries = log.before(chat, before, PAGE + 1);
        boolean more = entries.size() > PAGE;
        answer(request, new History(more ? entries.subList(1, entries.size()) : entries, change, more, clock.millis()));
    }

    void events(Context request) throws IOException {
        Address chat = door.chat(request);
        long seen = number(request.header("Last-Event-ID"))
                .or(() -> number(request.queryParam("after")))
                .orElseGet(() -> log.lastChange(chat));
        request.contentType("text/event-stream; charset=utf-8");
        // nginx would keep events back until it has a page full.
        request.header("X-Accel-Buffering", "no");
        ServletOutputStream out = request.res().getOutputStream();
        request.future(() -> watched(new Watcher(chat, out, seen), out));
    }

    private CompletableFuture<Void> watched(Watcher watcher, ServletOutputStream out) {
        out.setWriteListener(watcher);
        watchers.add(watcher);
        // The page comes again by itself, and is asked who it is.
        return door.isShared()
                ? watcher.gone().completeOnTimeout(null, SHARED_SECONDS, TimeUnit.SECONDS)
                : watcher.gone();
    }

    void say(Context request) {
        door.checkSameOrigin(request, "application/json");
        Address chat = door.chat(request);
        sends(request, chat);
        Said said = body(request, Said.class);
        String id = pageId(said.id());
        String text = said.text() == null ? "" : UNWANTED.matcher(said.text()).replaceAll("");
        if (text.isBlank()) {
            throw new Refusal(400, "empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal(413, "too-long");
        }
        says(request, chat, id, new Incoming.Words(text));
    }

    void tap(Context request) {
        door.checkSameOrigin(request, "application/json");
        Address chat = door.chat(request);
        sends(request, chat);
        Tapped tapped = body(request, Tapped.class);
        String id = pageId(tapped.id());
        if (tapped.messageId() == null
                || !tapped.messageId().matches("[0-9]{0,18}")
                || tapped.action() == null
                || tapped.action().length() > 64) {
            throw new Refusal(400, "malformed");
        }
        keep(request, chat, id, new Incoming.Tap(id, tapped.messageId(), tapped.action()));
    }

    void place(Context request) {
        door.checkSameOrigin(request, "application/json");
        Address chat = door.chat(request);
        sends(request, chat);
        Placed placed = body(request, Placed.class);
        String id = pageId(placed.id());
        if (!within(placed.latitude(), 90) || !within(placed.longitude(), 180)) {
            throw new Refusal(400, "malformed");
        }
        says(request, chat, id, new Incoming.Place(placed.latitude(), placed.longitude()));
    }

    /**
     * Counts a message that is sent.
     *
     * @throws Refusal where one person, or one network, sends more than people can
     */
    void sends(Context request, Address chat) {
        String network = Caller.network(request);
        if (byChat.tooMany(chat.chat()) || byNetwork.tooMany(network)) {
            throw new Refusal(429, "slow-down");
        }
        byChat.add(chat.chat());
        byNetwork.add(network);
    }

    /** Logs it, then has the inbox keep it: the bot's answer must not stand above the question. */
    void says(Context request, Address chat, String id, Incoming what) {
        log.said(chat, id, what);
        keep(request, chat, id, what);
        watchers.news(chat);
    }

    private static boolean within(double degrees, double most) {
        return Math.abs(degrees) <= most;
    }

    /** Answers only when the inbox has it. The inbox wants names that are unique on the whole channel. */
    private void keep(Context request, Address chat, String id, Incoming incoming) {
        int unused = inbox.receive(List.of(new Update(chat, chat.chat() + "/" + id, "", incoming)));
        request.contentType("application/json").result("{\"kept\":true}");
    }

    static <T> T body(Context request, Class<T> type) {
        if (request.req().getContentLengthLong() > LONGEST_BODY) {
            throw new Refusal(413, "too-long");
        }
        try {
            byte[] bytes = request.bodyAsBytes();
            if (bytes.length > LONGEST_BODY) {
                throw new Refusal(413, "too-long");
            }
            @Nullable T body = Json.read(new String(bytes, StandardCharsets.UTF_8), type);
            if (body != null) {
                return body;
            }
        } catch (StorageException e) {
            // Not what the page sends; said below.
        }
        throw new Refusal(400, "malformed");
    }

    static String pageId(@Nullable String id) {
        if (id == null || !PAGE_ID.matcher(id).matches()) {
            throw new Refusal(400, "malformed");
        }
        return id;
    }

    static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(figures -> figures.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static void answer(Context request, Object value) {
        request.contentType("application/json").result(Json.write(value));
    }
}
