package danvan.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Bot API that keeps to Telegram's limits: the 31st message within a second gets 429, as does the fourth to a chat within
 * three; a second poller ends the poll of the first with 409. It counts what each chat says and hears.
 */
final class LimitedTelegram implements AutoCloseable {
    static final String TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc";
    /** Of a process that was killed, the poll is known to be over when this is over. */
    private static final long HELD = Duration.ofSeconds(2).toNanos();

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int IN_A_SECOND = 30;
    private static final int TO_A_CHAT = 3;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ObjectMapper json = new ObjectMapper();
    private final TreeMap<Integer, String> updates = new TreeMap<>();
    private final Map<Long, Integer> said = new HashMap<>();
    private final Map<Long, List<String>> heard = new HashMap<>();
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private final Map<Long, Deque<Long>> lastOfChat = new HashMap<>();
    private final List<Long> polls = new ArrayList<>();
    private final List<Long> sent = new ArrayList<>();
    private int number = 1_000;
    private int poller;
    private int conflicts;
    private int tooMany;
    private boolean closed;

    LimitedTelegram() {
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

    synchronized void says(long chat, String text) {
        int id = ++number;
        updates.put(
                id,
                "{\"update_id\":" + id + ",\"message\":{\"message_id\":" + id + ",\"date\":1704155400,\"text\":\""
                        + text
                        + "\",\"from\":{\"id\":" + chat + ",\"is_bot\":false,\"first_name\":\"A\"},\"chat\":{\"id\":"
                        + chat + ",\"type\":\"private\"}}}");
        said.merge(chat, 1, Integer::sum);
        notifyAll();
    }

    synchronized int said() {
        return said.values().stream().mapToInt(count -> count).sum();
    }

    synchronized int heard() {
        return heard.values().stream().mapToInt(List::size).sum();
    }

    /** How many answers the chats still wait for. */
    synchronized int lacking() {
        return said.entrySet().stream()
                .mapToInt(one -> Math.max(
                        0,
                        one.getValue()
                                - heard.getOrDefault(one.getKey(), List.of()).size()))
                .sum();
    }

    /** How many answers there are above one for each thing said. */
    synchronized int doubled() {
        return heard.entrySet().stream()
                .mapToInt(one -> Math.max(0, one.getValue().size() - said.getOrDefault(one.getKey(), 0)))
                .sum();
    }

    synchronized Map<Long, List<String>> all() {
        return Map.copyOf(heard);
    }

    /** When each poll came. */
    synchronized List<Long> polls() {
        return List.copyOf(polls);
    }

    /** When each message was accepted. */
    synchronized List<Long> sent() {
        return List.copyOf(sent);
    }

    synchronized int tooMany() {
        return tooMany;
    }

    /** How often a poll found another one open. */
    synchronized int conflicts() {
        return conflicts;
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

    private record Answer(int code, String body) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            Answer answer = answer(method, body.length == 0 ? json.createObjectNode() : json.readTree(body));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.code(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(String method, JsonNode body) throws InterruptedException {
        return switch (method) {
            case "getme" -> ok("{\"id\":1,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"cluster_bot\"}");
            case "getupdates" -> poll(body.path("offset").asInt());
            case "sendmessage" ->
                message(body.path("chat_id").asLong(), body.path("text").asText());
            default -> ok("true");
        };
    }

    private synchronized Answer poll(int offset) throws InterruptedException {
        polls.add(System.nanoTime());
        updates.headMap(offset).clear();
        int me = ++poller;
        notifyAll();
        long until = System.nanoTime() + HELD;
        while (updates.isEmpty() && !closed && me == poller && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        if (me != poller) {
            conflicts++;
            return new Answer(
                    409, "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other\"}");
        }
        return ok("[" + String.join(",", updates.values().stream().limit(100).toList()) + "]");
    }

    private synchronized Answer message(long chat, String text) {
        long now = System.nanoTime();
        Deque<Long> ofChat = lastOfChat.computeIfAbsent(chat, any -> new ArrayDeque<>());
        forget(lastSecond, now - SECOND);
        forget(ofChat, now - TO_A_CHAT * SECOND);
        if (lastSecond.size() >= IN_A_SECOND || ofChat.size() >= TO_A_CHAT) {
            tooMany++;
            return new Answer(
                    429,
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":1}}");
        }
        lastSecond.addLast(now);
        ofChat.addLast(now);
        sent.add(now);
        heard.computeIfAbsent(chat, any -> new ArrayList<>()).add(text);
        return ok("{\"message_id\":" + ++number + ",\"date\":1704155400,\"chat\":{\"id\":" + chat
                + ",\"type\":\"private\"}}");
    }

    private static void forget(Deque<Long> times, long before) {
        while (!times.isEmpty() && times.getFirst() <= before) {
            times.removeFirst();
        }
    }

    private static Answer ok(String result) {
        return new Answer(200, "{\"ok\":true,\"result\":" + result + "}");
    }
}
