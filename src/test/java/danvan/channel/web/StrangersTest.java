package danvan.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.storage.Eventually;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many of those nobody knows are served at once, and how many connections one address may hold. */
class StrangersTest {
    @TempDir
    private Path folder;

    /** Looking up a link may be slow, as where the database is busy: strangers who wait for it hold few threads. */
    @Test
    @Timeout(60)
    void strangersBeyondTheirPlacesAreToldToComeBackAndMembersAreServed() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        ExecutorService strangers = Executors.newFixedThreadPool(Door.STRANGERS_AT_ONCE);
        try (Phone phone = new Phone(folder, false)) {
            assertThat(phone.get("/c/" + Phone.LINK + "/history").statusCode()).isEqualTo(200);
            phone.opening = token -> {
                if (token.startsWith("stranger")) {
                    waiting.incrementAndGet();
                    await(looked);
                }
            };
            List<CompletableFuture<Integer>> served = new ArrayList<>();
            for (int i = 0; i < Door.STRANGERS_AT_ONCE; i++) {
                String link = "/c/stranger" + i + "/history";
                served.add(CompletableFuture.supplyAsync(() -> phone.get(link).statusCode(), strangers));
            }
            Eventually.await("all places taken", () -> waiting.get() == Door.STRANGERS_AT_ONCE, Duration.ofSeconds(20));

            HttpResponse<String> page = phone.get("/c/stranger-too-many");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<!doctype html>").doesNotContain("stranger-too-many");
            HttpResponse<String> answer = phone.send(phone.request("/c/stranger-too-many/say")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"id-00009\",\"text\":\"x\"}")));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"error\":\"busy\"}");
            assertThat(waiting).as("nothing was looked up for them").hasValue(Door.STRANGERS_AT_ONCE);
            // Whose link has opened a chat before needs none of the strangers' places.
            assertThat(phone.says("id-00001", "chào").statusCode()).isEqualTo(200);
            assertThat(phone.history()).contains("chào");

            looked.countDown();
            for (CompletableFuture<Integer> one : served) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(404);
            }
            phone.opening = token -> {};
            assertThat(phone.get("/c/secret-of-minh/history").statusCode())
                    .as("the places are free again")
                    .isEqualTo(200);
        } finally {
            looked.countDown();
            strangers.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void anAddressHoldsSoManyConnectionsAndNoMoreAndOthersAreNotConcerned() throws Exception {
        // Loopback stands for a proxy and is not counted; here each of its addresses is somebody.
        try (Listening listening = new Listening(InetAddress::getHostAddress)) {
            List<Socket> first = new ArrayList<>();
            for (int i = 0; i < Listening.PER_ADDRESS; i++) {
                first.add(listening.answered("127.0.0.2"));
            }
            // Not that it is closed, which idleness does too in the end: that it is not served.
            assertThatThrownBy(() -> listening.answered("127.0.0.2"))
                    .isInstanceOfAny(AssertionError.class, SocketException.class);
            try (Socket other = listening.answered("127.0.0.3")) {
                assertThat(other.isConnected()).isTrue();
            }
            first.get(0).close();
            Eventually.await(
                    "the place to be free",
                    () -> listening.connections.openNow() < Listening.PER_ADDRESS,
                    Duration.ofSeconds(20));
            try (Socket again = listening.answered("127.0.0.2")) {
                assertThat(again.isConnected()).isTrue();
            }
            for (Socket socket : first) {
                socket.close();
            }
        }
    }

    @Test
    @Timeout(60)
    void whatComesThroughAProxyOnThisMachineIsNotCountedAsOneAddress() throws Exception {
        try (Listening listening = new Listening(Connections::countedFor)) {
            List<Socket> many = new ArrayList<>();
            for (int i = 0; i < 3 * Listening.PER_ADDRESS; i++) {
                many.add(listening.answered("127.0.0.1"));
            }
            for (Socket socket : many) {
                socket.close();
            }
        }
    }

    @Test
    void anAddressOfVersionSixIsCountedAsItsNetwork() throws Exception {
        Function<String, String> counted = text -> {
            try {
                return Connections.countedFor(InetAddress.getByName(text));
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        };
        assertThat(counted.apply("2001:db8:1:2::1")).isNotEmpty().isEqualTo(counted.apply("2001:db8:1:2:ffff::9"));
        assertThat(counted.apply("2001:db8:1:3::1")).isNotEqualTo(counted.apply("2001:db8:1:2::1"));
        assertThat(counted.apply("203.0.113.9")).isEqualTo("203.0.113.9");
        for (String near : List.of("127.0.0.1", "::1", "10.1.2.3", "192.168.1.1", "172.16.0.1")) {
            assertThat(counted.apply(near)).as(near).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server with the page's limits and nothing behind them. */
    private static final class Listening implements AutoCloseable {
        static final int PER_ADDRESS = 4;

        final Connections connections;
        private final Server server = new Server();
        private final ServerConnector connector = new ServerConnector(server);

        Listening(Function<InetAddress, String> counted) throws Exception {
            Duration time = Duration.ofHours(1);
            connections = new Connections(new Connections.Limits(100, PER_ADDRESS, time, time, time), () -> 0, counted);
            connector.addBean(connections, false);
            server.addConnector(connector);
            server.setHandler(connections);
            server.start();
        }

        Socket connected(String from) throws Exception {
            return new Socket(
                    InetAddress.getLoopbackAddress(), connector.getLocalPort(), InetAddress.getByName(from), 0);
        }

        /** A connection that asked something and was answered, so that it is open on both sides. */
        Socket answered(String from) throws Exception {
            Socket socket = connected(from);
            socket.getOutputStream()
                    .write("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read())
                    .as("an answer to " + from)
                    .isEqualTo('H');
            return socket;
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }
}
