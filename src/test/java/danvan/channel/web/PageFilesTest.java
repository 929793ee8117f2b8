package danvan.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Incoming.Medium;
import danvan.chat.Outgoing;
import danvan.inbox.Received;
import danvan.outbox.Delivery;
import danvan.storage.FileTooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and places on the phone page, and messages taken back. */
class PageFilesTest {
    private static final byte[] CONTENT = "nội dung".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Phone phone;

    @BeforeEach
    void opens() {
        phone = new Phone(folder, false);
    }

    @AfterEach
    void closes() {
        phone.close();
    }

    @Test
    void aPictureIsKeptByteForByteAndShownToWhoSentIt() throws IOException {
        byte[] content = new byte[1_500_000];
        new Random(1).nextBytes(content);

        assertThat(phone.sends("id-00001", "cầu thôn 3.jpg", "image/jpeg", content)
                        .statusCode())
                .isEqualTo(200);

        Incoming.File file = (Incoming.File) came();
        assertThat(file.medium()).isEqualTo(Medium.PICTURE);
        assertThat(file.name()).isEqualTo("cầu thôn 3.jpg");
        assertThat(file.bytes()).isEqualTo(content.length);
        assertThat(phone.files.open(file.ref()).readAllBytes()).isEqualTo(content);
        HttpResponse<byte[]> shown = phone.file(Phone.LINK, phone.line("cầu thôn 3.jpg"));
        assertThat(shown.body()).isEqualTo(content);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(phone.history()).contains("\"picture\":true").doesNotContain(file.ref());
    }

    @Test
    void whatIsSentAgainUnderTheSameNameIsKeptOnce() {
        phone.sends("id-00001", "a.pdf", "application/pdf", CONTENT);
        assertThat(phone.sends("id-00001", "a.pdf", "application/pdf", CONTENT).statusCode())
                .isEqualTo(200);

        assertThat(phone.inbox.waiting()).isEqualTo(1);
        assertThat(phone.history().split("\"MEMBER\"", -1)).hasSize(2);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingOfItIsKept() {
        byte[] large = new byte[(int) Phone.MOST_FILE + 1];
        HttpResponse<String> answer = phone.sends("id-00001", "a.zip", "application/zip", large);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"error\":\"too-large\"}");

        HttpResponse<String> unknownLength = phone.send(phone.request("/c/" + Phone.LINK + "/file?id=id-00002&name=a")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large))));
        assertThat(unknownLength.statusCode()).isEqualTo(413);

        assertThat(phone.inbox.waiting()).isZero();
        assertThat(phone.database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM file_part")))
                .isZero();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(phone.sends("id-00001", "a.txt", "text/plain", new byte[0]).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a\\b", "tệp\u0000.txt", ""})
    void aFilesNameIsOnlyAName(String name) {
        phone.sends("id-00001", name, "text/plain", CONTENT);

        assertThat(((Incoming.File) came()).name()).doesNotContain("/", "\\", "\u0000");
    }

    @Test
    void aFileOfTheBotIsLoadedBehindTheSameDoorAsTheChat() throws Exception {
        delivered(file("báo cáo.xlsx", "application/x", CONTENT));
        String line = phone.line("báo cáo.xlsx");

        HttpResponse<byte[]> answer = phone.file(Phone.LINK, line);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.xlsx");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(phone.file("secret-of-minh", line).statusCode()).isEqualTo(404);
        assertThat(phone.file("guessed", line).statusCode()).isEqualTo(404);
        assertThat(phone.file(Phone.LINK, "nonsense").statusCode()).isEqualTo(404);
        assertThat(phone.history()).contains("Quý I", "feature:more");
    }

    /** Another member's file by its line, by its name in the store and by what it is called. */
    @Test
    void noNumberAndNoNameOpensAnothersFile() throws Exception {
        Outgoing.File minhs = file("bí-mật.pdf", "application/pdf", CONTENT);
        phone.page.deliver(Phone.MINH, minhs).join();
        assertThat(phone.sendsAs("secret-of-minh", "id-00001", "của-minh.jpg", "image/jpeg", CONTENT)
                        .statusCode())
                .isEqualTo(200);
        String sent = ((Incoming.File) came()).ref();
        delivered(file("của Lan.pdf", "application/pdf", "khác".getBytes(StandardCharsets.UTF_8)));
        String own = phone.line("của Lan.pdf");

        List<String> guesses = new ArrayList<>(List.of(minhs.file(), sent, "bí-mật.pdf", "của-minh.jpg", "-1", "0"));
        for (int line = 1; line <= 20; line++) {
            guesses.add(Integer.toString(line));
        }
        HttpResponse<byte[]> nothing = phone.file(Phone.LINK, "987654");
        for (String guess : guesses) {
            if (!guess.equals(own)) {
                HttpResponse<byte[]> answer = phone.file(Phone.LINK, URLEncoder.encode(guess, StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).as(guess).isEqualTo(404);
                // Neither how large it is, nor what it is called, nor that it is there.
                assertThat(answer.body()).as(guess).isEqualTo(nothing.body());
                assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
                assertThat(answer.headers().firstValue("Content-Length"))
                        .isEqualTo(nothing.headers().firstValue("Content-Length"));
            }
        }
        assertThat(phone.file(Phone.LINK, own).statusCode()).isEqualTo(200);
        assertThat(phone.history()).doesNotContain("bí-mật", "của-minh", sent, minhs.file());
    }

    /** Shown inline they would run in the page's own name. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/pdf"})
    void onlyPicturesAreShownInThePage(String type) throws Exception {
        delivered(file("x", type, CONTENT));

        HttpResponse<byte[]> answer = phone.file(Phone.LINK, phone.line("\"x\""));
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    @Test
    void aFileThatIsNotStoredAnyMoreIsToldAsSuch() throws Exception {
        Outgoing.File file = file("cũ.pdf", "application/pdf", CONTENT);
        delivered(file);
        phone.database.change(tx -> phone.files.forget(tx, file.file()));

        assertThat(phone.file(Phone.LINK, phone.line("cũ.pdf")).statusCode()).isEqualTo(404);
    }

    @Test
    void aFilesCaptionIsEditedAndTheFileStays() throws Exception {
        String id = delivered(file("a.pdf", "application/pdf", CONTENT));
        delivered(new Outgoing.Edit(id, "đã xem", List.of()));

        assertThat(phone.history()).contains("đã xem", "a.pdf").doesNotContain("Quý I", "feature:more");
        assertThat(phone.file(Phone.LINK, id).body()).isEqualTo(CONTENT);
    }

    @Test
    void aMessageThatIsTakenBackGoesFromOpenPagesAndFromThoseThatWereAway() {
        String id = delivered(Outgoing.message("nhầm"));
        delivered(Outgoing.message("tin sau"));
        try (OpenPage open = phone.watches(2)) {
            delivered(new Outgoing.Delete(id));
            assertThat(open.next("entry")).contains("\"id\":" + id, "\"GONE\"").doesNotContain("nhầm");
        }
        try (OpenPage back = phone.comesBack(1)) {
            assertThat(back.next("entry")).contains("tin sau");
            assertThat(back.next("entry")).contains("\"GONE\"");
        }
        assertThat(phone.history()).contains("tin sau").doesNotContain("nhầm", "GONE");
    }

    @Test
    void nobodysLineIsTakenBackButTheBots() {
        phone.says("id-00001", "của tôi");
        delivered(new Outgoing.Delete(phone.line("của tôi")));
        delivered(new Outgoing.Delete("nonsense"));

        assertThat(phone.history()).contains("của tôi");
    }

    @Test
    void aPlaceIsAskedForAndTold() {
        delivered(new Outgoing.PlaceRequest("Ở đâu?", "Gửi vị trí"));
        assertThat(phone.history()).contains("Ở đâu?", "\"place\":\"Gửi vị trí\"");

        assertThat(phone.posts("/place", "{\"id\":\"id-00001\",\"latitude\":20.45,\"longitude\":106.34}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(came()).isEqualTo(new Incoming.Place(20.45, 106.34));
        assertThat(phone.history()).contains("📍 20.45000, 106.34000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"id-00001\"}",
                "{\"id\":\"id-00001\",\"latitude\":91,\"longitude\":0}",
                "{\"id\":\"id-00001\",\"latitude\":\"NaN\",\"longitude\":0}",
                "{\"id\":\"id-00001\",\"latitude\":0,\"longitude\":-1e99}"
            })
    void aPlaceThatIsNowhereIsRefused(String body) {
        assertThat(phone.posts("/place", body).statusCode()).isEqualTo(400);
        assertThat(phone.inbox.waiting()).isZero();
    }

    private Incoming came() {
        return phone.inbox.claim(10, Set.of()).stream()
                .map(Received::incoming)
                .findFirst()
                .orElseThrow();
    }

    private Outgoing.File file(String name, String mediaType, byte[] content) throws IOException, FileTooLarge {
        String stored = phone.files
                .store(new ByteArrayInputStream(content), Phone.MOST_FILE)
                .id();
        return new Outgoing.File(
                stored, name, mediaType, "Quý I", List.of(List.of(new Button("Thêm", "feature:more"))));
    }

    private String delivered(Outgoing what) {
        Delivery delivery = phone.page.deliver(Phone.LAN, what).join();
        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        return ((Delivery.Delivered) delivery).remoteId();
    }
}
