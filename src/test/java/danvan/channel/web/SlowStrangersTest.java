package danvan.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.storage.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fourteen slow bodies used to hold every thread of the page, without any link. Members are answered all the same. */
class SlowStrangersTest {
    private static final int MANY = 40;
    private static final String HEAD = "POST /c/%s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 900\r\n\r\n{\"token\"";

    @TempDir
    private Path folder;

    private Phone phone;
    private final List<Socket> slow = new ArrayList<>();

    @BeforeEach
    void opens() {
        phone = new Phone(folder, false);
    }

    @AfterEach
    void closes() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        phone.close();
    }

    @Test
    @Timeout(60)
    void slowBodiesAndHeadsHoldNoMembersThread() throws IOException {
        try (OpenPage watching = phone.watches(0)) {
            for (int i = 0; i < MANY; i++) {
                slow(HEAD.formatted("NOCODE22/join"));
                slow("GET /c/guess HTTP/1.1\r\nHost: x\r\nX-Slow: ");
                slow(HEAD.formatted(Phone.LINK + "/say"));
            }
            for (int round = 0; round < 3; round++) {
                for (Socket socket : slow) {
                    dribble(socket);
                }
                long asked = System.nanoTime();
                assertThat(phone.says("id-0000" + round, "chào").statusCode()).isEqualTo(200);
                assertThat(phone.get("/c/" + Phone.LINK).statusCode()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
            }
            assertThat(watching.next("entry")).contains("chào");
            phone.page.deliver(Phone.LAN, Outgoing.message("Đã nhận")).join();
            assertThat(watching.next("entry") + watching.next("entry") + watching.next("entry"))
                    .contains("Đã nhận");
        }
    }

    /** A body that arrives at last is served as any other. */
    @Test
    void aBodyThatComesInPiecesIsRead() throws IOException {
        String json = "{\"id\":\"id-00001\",\"text\":\"từ từ\"}";
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Socket socket = slow("POST /c/" + Phone.LINK + "/say HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n");
        OutputStream out = socket.getOutputStream();
        for (byte one : body) {
            out.write(one);
            out.flush();
        }
        byte[] answer = new byte[12];
        assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
        assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        assertThat(phone.history()).contains("từ từ");
    }

    @Test
    void whoTakesTooLongIsLetGo() throws Exception {
        AtomicLong now = new AtomicLong();
        Duration time = Duration.ofSeconds(20);
        Connections connections =
                new Connections(new Connections.Limits(100, 100, time, Duration.ofHours(1), time), now::get);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.addBean(connections, false);
        server.addConnector(connector);
        server.setHandler(connections);
        server.start();
        try (Socket head = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
                Socket body = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
                Socket rests = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            send(head, "GET / HTTP/1.1\r\nHost");
            send(body, HEAD.formatted("x"));
            send(rests, "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(rests.getInputStream().read()).isEqualTo('H');
            comesTrue(() -> connections.openNow() == 3);
            // The body's time begins when its head was read, which may be after the first step.
            comesTrue(() -> {
                now.addAndGet(Duration.ofMillis(100).toNanos());
                return connections.openNow() == 1;
            });
            now.set(Duration.ofHours(2).toNanos());
            comesTrue(() -> connections.openNow() == 0);
        } finally {
            server.stop();
        }
    }

    /** The one waited for longest gives up its place, not one that comes later. */
    @Test
    void tooManyConnectionsPushOutTheOldestThatAsksNothing() throws Exception {
        AtomicLong now = new AtomicLong();
        Duration time = Duration.ofHours(1);
        Connections connections = new Connections(new Connections.Limits(3, 100, time, time, time), now::get);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.addBean(connections, false);
        server.addConnector(connector);
        server.setHandler(connections);
        server.start();
        try {
            for (int i = 1; i <= 4; i++) {
                now.incrementAndGet();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
                slow.add(socket);
                int expected = Math.min(i, 3);
                if (i < 4) {
                    comesTrue(() -> connections.openNow() == expected);
                }
            }
            assertThat(slow.get(0).getInputStream().read())
                    .as("the first is let go")
                    .isEqualTo(-1);
            send(slow.get(3), "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(slow.get(3).getInputStream().read()).isEqualTo('H');
        } finally {
            server.stop();
        }
    }

    /** Guesses from ever new addresses used to empty the memory of all others' guesses. */
    @Test
    void manyAddressesDoNotMakeAGuesserForgotten() {
        Misses misses = new Misses(() -> 0);
        for (int i = 0; i < Misses.MOST_ADDRESSES; i++) {
            misses.add("elsewhere" + i);
        }
        for (int i = 0; i < Misses.MOST_A_MINUTE; i++) {
            misses.add("here");
        }
        for (int i = 0; i < Misses.MOST_ADDRESSES - 1; i++) {
            misses.add("other" + i);
        }
        assertThat(misses.tooMany("here")).isTrue();
        misses.add("one more");
        assertThat(misses.tooMany("here")).as("bounded").isFalse();
    }

    private Socket slow(String begin) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(phone.origin().replaceFirst(".*:", "")));
        slow.add(socket);
        send(socket, begin);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void comesTrue(BooleanSupplier condition) {
        Eventually.await("the connections", condition, Duration.ofSeconds(20));
    }

    private static void dribble(Socket socket) throws IOException {
        send(socket, "a");
    }
}
