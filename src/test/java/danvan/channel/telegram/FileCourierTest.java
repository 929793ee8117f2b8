package danvan.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.outbox.Delivery;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/** What is uploaded, what is only named, and what is tried another way. */
class FileCourierTest {
    private static final Address CHAT = new Address("telegram", "7");

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger opened = new AtomicInteger();
    private TelegramCourier courier;

    @BeforeEach
    void start() throws Exception {
        server.start();
        courier = new TelegramCourier(
                new OkHttpTelegramClient(
                        new OkHttpClient(),
                        "1:x",
                        TelegramUrl.builder()
                                .schema("http")
                                .host("127.0.0.1")
                                .port(server.getPort())
                                .build()),
                name -> {
                    opened.incrementAndGet();
                    return new ByteArrayInputStream(new byte[] {1, 2, 3});
                });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Delivery delivers(String mediaType) {
        return courier.deliver(CHAT, new Outgoing.File("f1", "giay-moi.pdf", mediaType, "", List.of()))
                .join();
    }

    private void answers(String carried) {
        server.enqueue(new MockResponse.Builder()
                .body("{\"ok\":true,\"result\":{\"message_id\":5,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"},"
                        + carried + "}}")
                .build());
    }

    private void refuses(String why) {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + why + "\"}")
                .build());
    }

    private List<String> asked() throws InterruptedException {
        List<String> asked = new ArrayList<>();
        for (int left = server.getRequestCount(); left > 0; left--) {
            var request = server.takeRequest();
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            asked.add(request.getTarget().replaceFirst(".*/", "").toLowerCase(java.util.Locale.ROOT)
                    + (body.contains("filename=") ? " uploaded" : " named"));
        }
        return asked;
    }

    @Test
    void theSecondTimeAFileIsNamed() throws InterruptedException {
        answers("\"document\":{\"file_id\":\"D1\",\"file_unique_id\":\"u\"}");
        answers("\"document\":{\"file_id\":\"D1\",\"file_unique_id\":\"u\"}");
        assertThat(delivers("application/pdf")).isEqualTo(new Delivery.Delivered("5"));
        assertThat(delivers("application/pdf")).isEqualTo(new Delivery.Delivered("5"));
        assertThat(asked()).containsExactly("senddocument uploaded", "senddocument named");
        assertThat(opened).hasValue(1);
    }

    @Test
    void aNameThatTelegramHasForgottenIsUploadedAgain() throws InterruptedException {
        answers("\"photo\":[{\"file_id\":\"small\",\"file_unique_id\":\"s\",\"width\":90,\"height\":90},"
                + "{\"file_id\":\"P1\",\"file_unique_id\":\"u\",\"width\":800,\"height\":600}]");
        refuses("wrong file identifier/HTTP URL specified");
        answers("\"photo\":[{\"file_id\":\"P2\",\"file_unique_id\":\"u\",\"width\":800,\"height\":600}]");
        delivers("image/jpeg");
        assertThat(delivers("image/jpeg")).isEqualTo(new Delivery.Delivered("5"));
        assertThat(asked()).containsExactly("sendphoto uploaded", "sendphoto named", "sendphoto uploaded");
    }

    /** A panorama, say: Telegram takes no photo that is twenty times as wide as high. */
    @Test
    void aPictureThatTelegramTakesForNoneGoesAsADocument() throws InterruptedException {
        refuses("PHOTO_INVALID_DIMENSIONS");
        answers("\"document\":{\"file_id\":\"D1\",\"file_unique_id\":\"u\"}");
        answers("\"document\":{\"file_id\":\"D1\",\"file_unique_id\":\"u\"}");
        assertThat(delivers("image/png")).isEqualTo(new Delivery.Delivered("5"));
        assertThat(delivers("image/png")).as("to the next").isEqualTo(new Delivery.Delivered("5"));
        assertThat(asked()).containsExactly("sendphoto uploaded", "senddocument uploaded", "senddocument named");
    }

    @Test
    void whoHasBlockedTheBotIsNotTriedAgain() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(403)
                .body("{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}")
                .build());
        assertThat(delivers("image/png")).isInstanceOf(Delivery.Unreachable.class);
        assertThat(asked()).hasSize(1);
    }
}
