package danvan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Bot API that counts: the 31st message in any second gets 429. It counts when a request has arrived, and a request
 * takes a little while, not always the same.
 */
final class CountingTelegram implements AutoCloseable {
    static final String TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc";
    private static final int MOST = 30;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int HELD_MILLIS = 10_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger numbers = new AtomicInteger(1_000);
    private final int networkMillis;
    private final int jitterMillis;
    private final Random random = new Random(7);
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private final List<String> updates = new ArrayList<>();
    private final Map<Long, Long> asked = new HashMap<>();
    private final List<Double> latencies = new ArrayList<>();
    private final Map<Long, Long> tapped = new HashMap<>();
    private final Map<String, Long> unacknowledged = new HashMap<>();
    private final List<Double> acknowledgements = new ArrayList<>();
    private final List<Double> afterTaps = new ArrayList<>();
    private final Deque<Shown> shown = new ArrayDeque<>();
    private final List<Long> broadcasts = new ArrayList<>();
    private final List<Long> accepted = new ArrayList<>();
    private final Map<Long, Integer> reminded = new HashMap<>();
    private int reminders;
    private int tooMany;
    private boolean closed;

    /**
     * A server, started.
     *
     * @param networkMillis how long a request is on its way, and the answer again
     * @param jitterMillis how much longer it may be on its way at random
     */
    CountingTelegram(int networkMillis, int jitterMillis) {
        this.networkMillis = networkMillis;
        this.jitterMillis = jitterMillis;
        // Or each answer waits 40 ms for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the Bot API", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody writes; how long the first message back takes is measured. */
    synchronized void says(long chat, String text) {
        int id = numbers.incrementAndGet();
        updates.add("{\"update_id\":" + id + ",\"message\":{\"message_id\":" + id
                + ",\"date\":1704155400,\"text\":\"" + text + "\",\"from\":{\"id\":" + chat
                + ",\"is_bot\":false,\"first_name\":\"A\"},\"chat\":{\"id\":" + chat + ",\"type\":\"private\"}}}");
        asked.put(chat, System.nanoTime());
        notifyAll();
    }

    /**
     * A message with buttons that stands in a chat.
     *
     * @param actions what the buttons carry
     */
    record Shown(long chat, int message, List<String> actions) {}

    /** One of the latest messages with buttons, taken out: each is tapped once. Empty where none is left. */
    synchronized Optional<Shown> takeShown() {
        return Optional.ofNullable(shown.pollFirst());
    }

    /** Somebody taps; how long the acknowledgement and the first message or edit after it take is measured. */
    synchronized void taps(Shown message, String action) {
        int id = numbers.incrementAndGet();
        ObjectNode update = json.createObjectNode().put("update_id", id);
        ObjectNode tap = update.putObject("callback_query").put("id", "tap" + id);
        tap.putObject("from").put("id", message.chat()).put("is_bot", false).put("first_name", "A");
        tap.putObject("message")
                .put("message_id", message.message())
                .put("date", 1_704_155_400)
                .put("text", "x")
                .putObject("chat")
                .put("id", message.chat())
                .put("type", "private");
        tap.put("chat_instance", "1").put("data", action);
        updates.add(update.toString());
        unacknowledged.put("tap" + id, System.nanoTime());
        tapped.put(message.chat(), System.nanoTime());
        notifyAll();
    }

    /** How long taps waited for their acknowledgement, in milliseconds; begins anew. */
    synchronized List<Double> acknowledgements() {
        return taken(acknowledgements);
    }

    /** How long taps waited for a message or an edit, those that led to one, in milliseconds; begins anew. */
    synchronized List<Double> afterTaps() {
        return taken(afterTaps);
    }

    /** How many questions and taps nobody has answered yet. */
    synchronized int waiting() {
        return asked.size() + unacknowledged.size();
    }

    /** Waits for those no more, and says how many there were. */
    synchronized int forgetWaiting() {
        int waiting = waiting();
        asked.clear();
        unacknowledged.clear();
        tapped.clear();
        return waiting;
    }

    synchronized boolean allAnswered() {
        return waiting() == 0;
    }

    /** The latencies so far, in milliseconds, and begins anew. */
    synchronized List<Double> latencies() {
        return taken(latencies);
    }

    private static List<Double> taken(List<Double> from) {
        List<Double> taken = List.copyOf(from);
        from.clear();
        return taken;
    }

    synchronized List<Long> broadcasts() {
        return List.copyOf(broadcasts);
    }

    synchronized int tooMany() {
        return tooMany;
    }

    /** How many reminders each chat got. */
    synchronized Map<Long, Integer> reminded() {
        return Map.copyOf(reminded);
    }

    /** How long ago, in milliseconds, the 30th message before this was accepted. */
    synchronized long lastThirty() {
        int from = Math.max(0, accepted.size() - MOST);
        return accepted.isEmpty() ? 0 : (System.nanoTime() - accepted.get(from)) / 1_000_000;
    }

    /** How long the last 30 messages took, in milliseconds. */
    synchronized long lastThirtyTook() {
        int from = Math.max(0, accepted.size() - MOST);
        return accepted.isEmpty() ? 0 : (accepted.get(accepted.size() - 1) - accepted.get(from)) / 1_000_000;
    }

    /** Waits until so many reminders were accepted; false where that took too long. */
    synchronized boolean awaitReminders(int count, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (reminders < count && System.nanoTime() < until) {
            wait(100);
        }
        return reminders >= count;
    }

    /** When each message of any kind was accepted. */
    synchronized List<Long> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
            Answer answer = answer(method, read(exchange, body));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.code(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pictures and other files come as a form, of which nothing is counted. */
    private JsonNode read(HttpExchange exchange, byte[] body) throws IOException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        return type.startsWith("application/json") ? json.readTree(body) : json.createObjectNode();
    }

    private record Answer(int code, String body) {}

    private Answer answer(String method, JsonNode body) throws InterruptedException {
        return switch (method) {
            case "getme" -> ok("{\"id\":1,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"bench_bot\"}");
            case "getupdates" -> ok(poll(body.path("offset").asInt()));
            case "sendmessage" -> {
                onItsWay(true);
                Answer sent = sent(body);
                onItsWay(false);
                yield sent;
            }
            case "editmessagetext" -> {
                onItsWay(true);
                Answer edited = edited(body);
                onItsWay(false);
                yield edited;
            }
            case "answercallbackquery" -> {
                onItsWay(true);
                acknowledged(body.path("callback_query_id").asText());
                onItsWay(false);
                yield ok("true");
            }
            default -> {
                onItsWay(true);
                onItsWay(false);
                yield method.startsWith("send") ? message(body.path("chat_id").asLong()) : ok("true");
            }
        };
    }

    private void onItsWay(boolean jitter) throws InterruptedException {
        int more;
        synchronized (this) {
            more = jitter && jitterMillis > 0 ? random.nextInt(jitterMillis) : 0;
        }
        Thread.sleep(networkMillis + more);
    }

    private synchronized void acknowledged(String tap) {
        Long since = unacknowledged.remove(tap);
        if (since != null) {
            acknowledgements.add((System.nanoTime() - since) / 1e6);
        }
    }

    /** Whether there is room for it within the second. */
    private boolean accepts(long now) {
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst() >= SECOND) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() >= MOST) {
            tooMany++;
            return false;
        }
        lastSecond.addLast(now);
        accepted.add(now);
        return true;
    }

    private static Answer refused() {
        return new Answer(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":1}}");
    }

    /** An edit takes as much room as a message. */
    private synchronized Answer edited(JsonNode body) {
        long now = System.nanoTime();
        if (!accepts(now)) {
            return refused();
        }
        seenAfterTap(body.path("chat_id").asLong(), now);
        return message(body.path("chat_id").asLong());
    }

    private void seenAfterTap(long chat, long now) {
        Long since = tapped.remove(chat);
        if (since != null) {
            afterTaps.add((now - since) / 1e6);
        }
    }

    private synchronized Answer sent(JsonNode body) {
        long chat = body.path("chat_id").asLong();
        String text = body.path("text").asText();
        long now = System.nanoTime();
        if (!accepts(now)) {
            return refused();
        }
        if (text.startsWith("🔔")) {
            reminded.merge(chat, 1, Integer::sum);
            reminders++;
            notifyAll();
        } else if (text.startsWith("Thông báo")) {
            broadcasts.add(now);
        } else {
            Long since = asked.remove(chat);
            if (since != null) {
                latencies.add((now - since) / 1e6);
            } else {
                seenAfterTap(chat, now);
            }
        }
        Answer answer = message(chat);
        List<String> actions = body.path("reply_markup").findValuesAsText("callback_data");
        if (!actions.isEmpty()) {
            shown.addLast(new Shown(chat, numbers.get(), actions));
            while (shown.size() > MOST) {
                shown.removeFirst();
            }
        }
        return answer;
    }

    private Answer message(long chat) {
        return ok("{\"message_id\":" + numbers.incrementAndGet() + ",\"date\":1704155400,\"chat\":{\"id\":" + chat
                + ",\"type\":\"private\"}}");
    }

    private synchronized String poll(int offset) throws InterruptedException {
        updates.removeIf(update -> Integer.parseInt(update.substring(13, update.indexOf(','))) < offset);
        long until = System.currentTimeMillis() + HELD_MILLIS;
        while (updates.isEmpty() && !closed && System.currentTimeMillis() < until) {
            wait(Math.max(1, until - System.currentTimeMillis()));
        }
        return updates.toString();
    }

    private static Answer ok(String result) {
        return new Answer(200, "{\"ok\":true,\"result\":" + result + "}");
    }
}
