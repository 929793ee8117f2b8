package danvan.channel.web;

import danvan.chat.Address;
import danvan.chat.Joining;
import danvan.config.Config;
import danvan.inbox.Inbox;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.Files;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A phone page that listens on a free port, and a phone to use it with. */
final class Phone implements AutoCloseable {
    static final Address LAN = new Address(PhonePage.CHANNEL, "7");
    static final Address MINH = new Address(PhonePage.CHANNEL, "8");
    static final Address HOA = new Address(PhonePage.CHANNEL, "9");
    static final Address TAM = new Address(PhonePage.CHANNEL, "10");
    static final String LINK = "secret-of-lan";

    static final long MOST_FILE = 2L << 20;

    private static final Duration LOCKED_FOR = Duration.ofMillis(200);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    final Config.Storage storage;
    final Database database;
    final Inbox inbox;
    final Outbox outbox;
    final Files files;
    final PhonePage page;
    private final int port;
    /** Hears of each link before it is looked up. */
    volatile Consumer<String> opening = token -> {};
    /** How Telegram is heard from beside the page. */
    volatile Optional<Polled> polled = Optional.empty();

    OptionalInt withoutVectors = OptionalInt.empty();

    private final HttpClient http = HttpClient.newHttpClient();

    Phone(Path folder, boolean rehearsal) {
        this(folder, rehearsal, "127.0.0.1", Optional.empty());
    }

    Phone(Path folder, boolean rehearsal, String host, Optional<URI> publicUrl) {
        this(
                new Config.Storage("jdbc:sqlite:" + folder.resolve("bot.db"), Optional.empty(), Optional.empty()),
                rehearsal,
                host,
                publicUrl);
    }

    Phone(Config.Storage storage, boolean rehearsal, String host, Optional<URI> publicUrl) {
        Clock clock = Clock.fixed(Instant.parse("2024-01-02T00:30:00Z"), ZONE);
        this.storage = storage;
        this.database = Database.open(storage, LOCKED_FOR);
        this.inbox = new Inbox(database, clock, "test");
        this.outbox = new Outbox(database, clock, "test");
        this.files = new Files(database, clock);
        this.page = new PhonePage(
                new Config.Web(true, host, 0, publicUrl, false),
                database,
                inbox,
                outbox,
                files,
                MOST_FILE,
                new Enough(),
                token -> {
                    opening.accept(token);
                    return opens(token);
                },
                new NobodyInvited(),
                new Vitals() {
                    @Override
                    public Optional<Polled> polled() {
                        return polled;
                    }

                    @Override
                    public OptionalInt passagesWithoutVectors() {
                        return withoutVectors;
                    }
                },
                clock,
                "tr",
                ZONE,
                rehearsal,
                List.of(new Example("Nguyễn Thị Lan", "cán bộ <xã>", LINK)),
                List.of());
        this.port = page.start();
    }

    /** Days are counted by the scenario's tests. */
    private static final class Enough implements Allowance {
        @Override
        public boolean hasRoom(Address chat, long bytes) {
            return true;
        }

        @Override
        public boolean arrived(Address chat, String ref, long bytes) {
            return true;
        }
    }

    /** People come in by the scenario's tests; here all are members. */
    private static final class NobodyInvited implements Joining {
        @Override
        public String called(String code) {
            return "";
        }

        @Override
        public Invitation invitation(String code) {
            return Invitation.NONE;
        }

        @Override
        public Optional<Address> join(String code, String token, String name) {
            return Optional.empty();
        }
    }

    private static Optional<Address> opens(String token) {
        return switch (token) {
            case LINK -> Optional.of(LAN);
            case "secret-of-minh" -> Optional.of(MINH);
            case "secret-of-hoa" -> Optional.of(HOA);
            case "secret-of-tam" -> Optional.of(TAM);
            default -> Optional.empty();
        };
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> says(String id, String text) {
        return posts("/say", "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
    }

    HttpResponse<String> posts(String path, String json) {
        return send(request("/c/" + LINK + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> sends(String id, String name, String type, byte[] content) {
        return sendsAs(LINK, id, name, type, content);
    }

    HttpResponse<String> sendsAs(String link, String id, String name, String type, byte[] content) {
        String query = "?id=" + id + "&type=" + type + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return send(request("/c/" + link + "/file" + query)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    HttpResponse<byte[]> file(String link, String line) {
        try {
            return http.send(request("/c/" + link + "/file/" + line).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("the page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", e);
        }
    }

    /** The number of the last line of a history that holds the text. */
    String line(String text) {
        String[] lines = history().split("\\{\"id\":", -1);
        for (int i = lines.length - 1; i > 0; i--) {
            if (lines[i].contains(text)) {
                return lines[i].substring(0, lines[i].indexOf(','));
            }
        }
        throw new AssertionError("no line with " + text + " in " + history());
    }

    String history() {
        return get("/c/" + LINK + "/history").body();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", e);
        }
    }

    /** Opens the chat as a browser does: the history is read already, up to a change. */
    OpenPage watches(long after) {
        return new OpenPage(http, request("/c/" + LINK + "/events?after=" + after));
    }

    /** Opens Minh's chat. */
    /** @param name of the member, as in the member's link */
    OpenPage watchedBy(String name) {
        return new OpenPage(http, request("/c/secret-of-" + name + "/events?after=0"));
    }

    /** Comes back as a browser does that names the last event it has seen. */
    OpenPage comesBack(long lastEventId) {
        return new OpenPage(
                http, request("/c/" + LINK + "/events?after=0").header("Last-Event-ID", Long.toString(lastEventId)));
    }

    @Override
    public void close() {
        page.close();
        database.close();
    }
}
