package danvan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;

/**
 * An HTTP server that speaks the Bot API: holds {@code getUpdates} open, forgets an update only when a later offset
 * confirms it, keeps what the bot sends, and fails where a test says so.
 */
final class FakeTelegram implements AutoCloseable {
    static final String TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc";
    private static final long HELD_MILLIS = 2_000;

    /** A message in a chat as the person sees it now. */
    record Shown(int id, String text, Map<String, String> buttons, boolean seen, Optional<Sent> file) {
        Shown(int id, String text, Map<String, String> buttons) {
            this(id, text, buttons, false, Optional.empty());
        }

        Shown edited(String newText, Map<String, String> newButtons) {
            return new Shown(id, newText, newButtons, seen && newText.equals(text), file);
        }

        Shown markedSeen() {
            return new Shown(id, text, buttons, true, file);
        }
    }

    /** A file that the bot sent. */
    record Sent(String name, ByteString content) {}

    /** A failure: the answer to give instead, and whether the request takes effect all the same. */
    record Fault(Predicate<String> method, Predicate<String> body, boolean takesEffect, MockResponse answer) {}

    /**
     * An update that waits to be fetched and confirmed.
     *
     * @param id the number it has, whatever is written
     * @param written what is sent, each byte a character
     */
    record Queued(int id, String written) {
        JsonNode content() {
            try {
                return new ObjectMapper().readTree(written.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final MockWebServer server = new MockWebServer();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger numbers = new AtomicInteger(1_000);
    private final List<Queued> updates = new ArrayList<>();
    private final Map<Long, List<Shown>> chats = new LinkedHashMap<>();
    private final Map<Long, List<String>> fixed = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, Sent> held = new LinkedHashMap<>();
    private final List<String> toasts = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Long> sendTimes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private String lastKeyboard = "";
    private String asksFor = "";
    private String webhook = "";
    private String webhookSecret = "";
    private int pollers;
    private long uploads;
    private boolean closed;

    FakeTelegram() {
        server.setServerSocketFactory(new SwiftSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new IllegalStateException("starting the fake Telegram", e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Says the message's number. */
    synchronized int says(long chat, String name, String text) {
        ObjectNode message = message(chat, name);
        message.put("text", text);
        add(update -> update.set("message", message));
        return message.get("message_id").asInt();
    }

    /** The person edits a message: so it reads from now on. */
    synchronized void edits(long chat, String name, int messageId, String text) {
        ObjectNode message = message(chat, name);
        message.put("message_id", messageId);
        message.put("edit_date", 1_704_155_500);
        message.put("text", text);
        add(update -> update.set("edited_message", message));
    }

    /** A message of a kind the bot has no word for. */
    synchronized void sends(long chat, String name, String kind, String content) {
        try {
            ObjectNode message = message(chat, name);
            message.set(kind, json.readTree(content));
            add(update -> update.set("message", message));
        } catch (IOException e) {
            throw new IllegalArgumentException(content, e);
        }
    }

    /** A file, sent as a {@code document}, {@code photo}, {@code voice} or {@code video}. */
    synchronized void sendsFile(
            long chat, String name, String kind, String fileName, String mediaType, byte[] content, String caption) {
        add(update -> update.set("message", fileMessage(chat, name, kind, fileName, mediaType, content, caption)));
    }

    synchronized void sendsAlbum(long chat, String name, List<byte[]> photos) {
        String album = "album" + numbers.incrementAndGet();
        for (byte[] photo : photos) {
            ObjectNode message = fileMessage(chat, name, "photo", "", "image/jpeg", photo, "");
            message.put("media_group_id", album);
            add(update -> update.set("message", message));
        }
    }

    private ObjectNode fileMessage(
            long chat, String name, String kind, String fileName, String mediaType, byte[] content, String caption) {
        String id = "file" + numbers.incrementAndGet();
        contents.put(id, content);
        ObjectNode file = json.createObjectNode()
                .put("file_id", id)
                .put("file_unique_id", id)
                .put("file_name", fileName)
                .put("mime_type", mediaType)
                .put("file_size", content.length)
                .put("width", 800)
                .put("height", 600)
                .put("duration", 3);
        ObjectNode message = message(chat, name);
        message.set(kind, kind.equals("photo") ? json.createArrayNode().add(file) : file);
        if (!caption.isEmpty()) {
            message.put("caption", caption);
        }
        return message;
    }

    /** An update just as Telegram would write it, without its number. */
    synchronized void updates(String body) {
        try {
            ObjectNode written = (ObjectNode) json.readTree(body);
            add(update -> update.setAll(written));
        } catch (IOException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    synchronized void taps(long chat, String name, int messageId, String action) {
        ObjectNode tap = json.createObjectNode();
        tap.put("id", "tap" + numbers.incrementAndGet());
        tap.set("from", user(chat, name));
        ObjectNode message = message(chat, name);
        message.put("message_id", messageId);
        tap.set("message", message);
        tap.put("chat_instance", "1");
        tap.put("data", action);
        add(update -> update.set("callback_query", tap));
    }

    /** Delivers the last update once more, under its old number. */
    synchronized void repeats(Queued update) {
        updates.add(update);
        notifyAll();
    }

    /** An update of which these bytes are sent, whatever they are; it has the number that the function is given. */
    synchronized void writes(IntFunction<byte[]> written) {
        int id = numbers.incrementAndGet();
        updates.add(new Queued(id, new String(written.apply(id), StandardCharsets.ISO_8859_1)));
        notifyAll();
    }

    synchronized Queued lastUpdate() {
        return updates.get(updates.size() - 1);
    }

    synchronized void fails(Fault... next) {
        faults.addAll(List.of(next));
    }

    synchronized boolean hasFaultsLeft() {
        return !faults.isEmpty();
    }

    /** Its numbers go on behind those that a bot knows from before. */
    void goesOnFrom(int number) {
        numbers.accumulateAndGet(number, Math::max);
    }

    /** Whether every update was taken and confirmed. */
    synchronized boolean allTaken() {
        return updates.isEmpty();
    }

    synchronized List<Shown> chat(long chat) {
        return List.copyOf(chats.getOrDefault(chat, List.of()));
    }

    synchronized List<String> toasts() {
        return List.copyOf(toasts);
    }

    synchronized long called(String method) {
        return calls.stream().filter(method::equalsIgnoreCase).count();
    }

    /** What stood below the last message, as the bot wrote it. */
    synchronized String lastKeyboard() {
        return lastKeyboard;
    }

    synchronized List<Long> sendTimes() {
        return List.copyOf(sendTimes);
    }

    synchronized void markSeen(long chat, int messageId) {
        chats.getOrDefault(chat, new ArrayList<>())
                .replaceAll(shown -> shown.id() <= messageId ? shown.markedSeen() : shown);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        server.close();
    }

    static MockResponse error(int code, String description, String parameters) {
        return new MockResponse.Builder()
                .code(code)
                .body("{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\""
                        + (parameters.isEmpty() ? "" : ",\"parameters\":" + parameters) + "}")
                .build();
    }

    static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /** No answer at all: the bot waits for one until it gives up or ends. */
    static MockResponse silence() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        String target = request.getTarget();
        String files = "/file/bot" + TOKEN + "/";
        if (target.startsWith(files)) {
            return content(target.substring(files.length()));
        }
        String prefix = "/bot" + TOKEN + "/";
        if (!target.startsWith(prefix)) {
            return error(401, "Unauthorized", "");
        }
        String method = target.substring(prefix.length());
        if (Multipart.is(request)) {
            return uploaded(method, Multipart.of(request));
        }
        String body = request.getBody() == null ? "{}" : request.getBody().utf8();
        Optional<Fault> fault = fault(method, body);
        if (fault.isPresent() && !fault.get().takesEffect()) {
            return fault.get().answer();
        }
        try {
            if (method.equalsIgnoreCase("getUpdates")) {
                MockResponse polled = polled(poll(json.readTree(body)));
                return fault.map(Fault::answer).orElse(polled);
            }
            MockResponse answer = ok(result(method, json.readTree(body.isEmpty() ? "{}" : body)));
            return fault.map(Fault::answer).orElse(answer);
        } catch (IOException e) {
            return error(400, "Bad Request: " + e.getMessage(), "");
        }
    }

    private synchronized Optional<Fault> fault(String method, String body) {
        calls.add(method);
        for (Fault fault : faults) {
            if (fault.method().test(method) && fault.body().test(body)) {
                faults.remove(fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private String result(String method, JsonNode body) throws InterruptedException, IOException {
        return switch (method.toLowerCase(java.util.Locale.ROOT)) {
            case "getme" -> "{\"id\":1,\"is_bot\":true,\"first_name\":\"Bot\",\"username\":\"danvan_bot\"}";
            case "setwebhook" ->
                webhook(body.path("url").asText(), body.path("secret_token").asText());
            case "deletewebhook" -> webhook("", "");
            case "getwebhookinfo" ->
                "{\"url\":\"" + webhook + "\",\"has_custom_certificate\":false,\"pending_update_count\":0}";
            case "sendmessage" -> sent(body);
            case "editmessagetext" -> edited(body, "text");
            case "editmessagecaption" -> edited(body, "caption");
            case "deletemessage" -> deleted(body);
            case "getfile" ->
                "{\"file_id\":" + body.path("file_id") + ",\"file_unique_id\":" + body.path("file_id")
                        + ",\"file_path\":" + body.path("file_id") + "}";
            case "answercallbackquery" -> acknowledged(body);
            default -> "true";
        };
    }

    private synchronized String poll(JsonNode asked) throws InterruptedException {
        long offset = asked.path("offset").asLong();
        updates.removeIf(update -> update.id() < offset);
        asksFor = asked.path("allowed_updates").toString();
        notifyAll();
        int me = ++pollers;
        notifyAll();
        long until = System.currentTimeMillis() + HELD_MILLIS;
        while (updates.isEmpty() && me == pollers && !closed && System.currentTimeMillis() < until) {
            wait(Math.max(1, until - System.currentTimeMillis()));
        }
        return me == pollers
                ? updates.stream()
                        .limit(asked.path("limit").asLong())
                        .map(Queued::written)
                        .collect(Collectors.joining(",", "[", "]"))
                : "[]";
    }

    private static MockResponse polled(String updates) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(new Buffer().writeString("{\"ok\":true,\"result\":" + updates + "}", StandardCharsets.ISO_8859_1))
                .build();
    }

    /** The kinds of update that the last poll asked for. */
    synchronized String asksFor() {
        return asksFor;
    }

    synchronized int waiting() {
        return updates.size();
    }

    private synchronized String sent(JsonNode body) {
        sendTimes.add(System.nanoTime());
        lastKeyboard = body.path("reply_markup").toString();
        long chat = body.path("chat_id").asLong();
        if (body.path("reply_markup").has("keyboard")) {
            fixed.put(chat, body.path("reply_markup").path("keyboard").findValuesAsText("text"));
        }
        Shown shown = new Shown(numbers.incrementAndGet(), body.path("text").asText(), buttons(body));
        chats.computeIfAbsent(chat, any -> new ArrayList<>()).add(shown);
        notifyAll();
        return "{\"message_id\":" + shown.id() + ",\"date\":1704155400,\"chat\":{\"id\":" + chat
                + ",\"type\":\"private\"}}";
    }

    /** The labels of the buttons beside the place where a chat's member writes. */
    synchronized List<String> fixedButtons(long chat) {
        return fixed.getOrDefault(chat, List.of());
    }

    private synchronized String edited(JsonNode body, String what) throws IOException {
        int id = body.path("message_id").asInt();
        List<Shown> chat = chats.getOrDefault(body.path("chat_id").asLong(), new ArrayList<>());
        if (what.equals("text")
                && chat.stream()
                        .anyMatch(shown -> shown.id() == id && shown.file().isPresent())) {
            throw new IOException("there is no text in the message to edit");
        }
        chat.replaceAll(shown -> shown.id() == id ? shown.edited(body.path(what).asText(), buttons(body)) : shown);
        return "{\"message_id\":" + id + ",\"date\":1704155400,\"chat\":{\"id\":"
                + body.path("chat_id").asLong() + ",\"type\":\"private\"}}";
    }

    private synchronized String deleted(JsonNode body) {
        int id = body.path("message_id").asInt();
        chats.getOrDefault(body.path("chat_id").asLong(), new ArrayList<>()).removeIf(shown -> shown.id() == id);
        return "true";
    }

    private synchronized MockResponse content(String id) {
        byte[] content = contents.get(id);
        return content == null
                ? error(404, "Not Found", "")
                : new MockResponse.Builder().body(new Buffer().write(content)).build();
    }

    private MockResponse uploaded(String method, Multipart parts) {
        Optional<Fault> fault = fault(method, parts.toString());
        if (fault.isPresent() && !fault.get().takesEffect()) {
            return fault.get().answer();
        }
        MockResponse answer = ok(
                method.equalsIgnoreCase("setWebhook")
                        ? webhook(
                                parts.text("url").orElse(""),
                                parts.text("secret_token").orElse(""))
                        : sentFile(method, parts));
        return fault.map(Fault::answer).orElse(answer);
    }

    private synchronized String sentFile(String method, Multipart parts) {
        sendTimes.add(System.nanoTime());
        ObjectNode body = json.createObjectNode();
        try {
            body.set("reply_markup", json.readTree(parts.text("reply_markup").orElse("{}")));
        } catch (IOException e) {
            throw new IllegalStateException("the bot sent a keyboard that is none", e);
        }
        long chat = Long.parseLong(parts.text("chat_id").orElseThrow());
        boolean photo = method.equalsIgnoreCase("sendPhoto");
        // Named, where it was uploaded before.
        Optional<String> kept = parts.text(photo ? "photo" : "document").filter(held::containsKey);
        Optional<Sent> file =
                parts.file().map(one -> new Sent(one.name(), one.content())).or(() -> kept.map(held::get));
        uploads += parts.file().isPresent() ? 1 : 0;
        Shown shown =
                new Shown(numbers.incrementAndGet(), parts.text("caption").orElse(""), buttons(body), false, file);
        chats.computeIfAbsent(chat, any -> new ArrayList<>()).add(shown);
        notifyAll();
        String id = kept.orElseGet(() -> "held" + shown.id());
        file.ifPresent(one -> held.put(id, one));
        String size = "{\"file_id\":\"" + id + "\",\"file_unique_id\":\"" + id + "\",\"width\":800,\"height\":600}";
        return "{\"message_id\":" + shown.id() + ",\"date\":1704155400,\"chat\":{\"id\":" + chat
                + ",\"type\":\"private\"}," + (photo ? "\"photo\":[" + size + "]" : "\"document\":" + size) + "}";
    }

    /** How many files were uploaded rather than named. */
    synchronized long uploads() {
        return uploads;
    }

    private synchronized String webhook(String url, String secret) {
        webhook = url;
        webhookSecret = secret;
        return "true";
    }

    /** Where updates are to be posted; empty where none are. */
    synchronized String webhook() {
        return webhook;
    }

    synchronized String webhookSecret() {
        return webhookSecret;
    }

    /** Takes the oldest update that waits, to be posted. */
    synchronized String taken() {
        return updates.remove(0).written();
    }

    private synchronized String acknowledged(JsonNode body) {
        toasts.add(body.path("text").asText());
        return "true";
    }

    private static Map<String, String> buttons(JsonNode body) {
        Map<String, String> buttons = new LinkedHashMap<>();
        StreamSupport.stream(body.path("reply_markup").path("inline_keyboard").spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .forEach(button -> buttons.put(
                        button.path("text").asText(),
                        button.path(button.has("url") ? "url" : "callback_data").asText()));
        return buttons;
    }

    private void add(java.util.function.Consumer<ObjectNode> content) {
        ObjectNode update = json.createObjectNode();
        update.put("update_id", numbers.incrementAndGet());
        content.accept(update);
        updates.add(new Queued(
                update.get("update_id").asInt(),
                new String(update.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        notifyAll();
    }

    private ObjectNode message(long chat, String name) {
        ObjectNode message = json.createObjectNode();
        message.put("message_id", numbers.incrementAndGet());
        message.put("date", 1_704_155_400);
        message.set("from", user(chat, name));
        message.set("chat", json.createObjectNode().put("id", chat).put("type", "private"));
        return message;
    }

    private ObjectNode user(long id, String name) {
        return json.createObjectNode().put("id", id).put("is_bot", false).put("first_name", name);
    }

    private static MockResponse ok(String result) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("{\"ok\":true,\"result\":" + result + "}")
                .build();
    }
}
