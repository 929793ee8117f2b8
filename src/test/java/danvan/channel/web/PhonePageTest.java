package danvan.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.inbox.Received;
import danvan.outbox.Delivery;
import danvan.outbox.Priority;
import danvan.storage.OtherProgram;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The talk: what is said and tapped is kept, what the bot says arrives, now or later. */
class PhonePageTest {
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
    void whatIsSaidIsKeptWhenItIsAnswered() {
        assertThat(phone.says("id-00001", "Ngập đường thôn 3").statusCode()).isEqualTo(200);

        assertThat(waiting()).singleElement().satisfies(update -> {
            assertThat(update.from()).isEqualTo(Phone.LAN);
            assertThat(update.incoming()).isEqualTo(new Incoming.Words("Ngập đường thôn 3"));
        });
        assertThat(phone.history()).contains("Ngập đường thôn 3", "\"MEMBER\"", "\"id-00001\"");
    }

    @Test
    void whatIsSentAgainUnderTheSameNameIsKeptOnce() {
        phone.says("id-00001", "một");
        assertThat(phone.says("id-00001", "một").statusCode()).isEqualTo(200);

        assertThat(phone.inbox.waiting()).isEqualTo(1);
        assertThat(phone.history().split("\"MEMBER\"", -1)).hasSize(2);
    }

    @Test
    void aLockedDatabaseIsAKindWordAndWhatIsSaidIsTakenAfterwards() {
        try (OtherProgram other = new OtherProgram(phone.storage)) {
            other.locks();
            HttpResponse<String> busy = phone.says("id-00001", "một");
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.body()).contains("busy");
            other.unlocks();
        }
        assertThat(phone.says("id-00001", "một").statusCode()).isEqualTo(200);
        assertThat(phone.inbox.waiting()).isEqualTo(1);
    }

    @Test
    void twoMembersMayHitOnTheSameName() {
        phone.says("id-00001", "của Lan");
        phone.send(phone.request("/c/secret-of-minh/say")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"id-00001\",\"text\":\"của Minh\"}")));

        assertThat(waiting()).extracting(Received::from).containsExactly(Phone.LAN, Phone.MINH);
        assertThat(phone.history()).contains("của Lan").doesNotContain("của Minh");
    }

    @Test
    void aTapIsKept() {
        HttpResponse<String> answer =
                phone.posts("/tap", "{\"id\":\"tap-0001\",\"messageId\":\"12\",\"action\":\"task:done:3\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(waiting())
                .singleElement()
                .extracting(Received::incoming)
                .isEqualTo(new Incoming.Tap("tap-0001", "12", "task:done:3"));
    }

    @Test
    void aMessageReachesWhoWatchesAndWhoReadsLater() {
        try (OpenPage open = phone.watches(0)) {
            String id = delivered(Outgoing.message("Chọn <b>mẫu</b>", List.of(List.of(new Button("Đột xuất", "r:9")))));

            assertThat(open.next("entry"))
                    .contains("\"id\":" + id, "Chọn <b>mẫu</b>", "\"Đột xuất\"", "\"r:9\"", "\"BOT\"");
        }
        assertThat(phone.history()).contains("Chọn <b>mẫu</b>", "\"r:9\"");
    }

    @Test
    void whatISayIsShownOnMyOtherOpenPageToo() {
        try (OpenPage other = phone.watches(0)) {
            phone.says("id-00001", "xin chào");

            assertThat(other.next("entry")).contains("xin chào", "id-00001");
        }
    }

    @Test
    void nobodySeesTheTalkOfAnother() {
        try (OpenPage open = phone.watches(0)) {
            var unused =
                    phone.page.deliver(Phone.MINH, Outgoing.message("cho Minh")).join();
            delivered(Outgoing.message("cho Lan"));

            assertThat(open.next("entry")).contains("cho Lan");
        }
        assertThat(phone.history()).doesNotContain("cho Minh");
    }

    @Test
    void whoComesBackMissesNothing() {
        delivered(Outgoing.message("một"));
        try (OpenPage open = phone.watches(0)) {
            assertThat(open.next("entry")).startsWith("id: 1\n").contains("một");
        }
        String two = delivered(Outgoing.message("hai"));
        delivered(Outgoing.message("ba"));
        delivered(new Outgoing.Edit(two, "hai, sửa", List.of()));

        try (OpenPage open = phone.comesBack(1)) {
            assertThat(open.next("entry")).contains("ba");
            assertThat(open.next("entry")).contains("hai, sửa", "\"edited\":true");
            delivered(Outgoing.message("bốn"));
            assertThat(open.next("entry")).contains("bốn");
        }
    }

    @Test
    void manyMessagesAtOnceArriveInOrder() {
        try (OpenPage open = phone.watches(0)) {
            List<CompletableFuture<Delivery>> deliveries = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                deliveries.add(phone.page.deliver(Phone.LAN, Outgoing.message("tin " + i + ".")));
            }
            deliveries.forEach(CompletableFuture::join);
            for (int i = 0; i < 250; i++) {
                assertThat(open.next("entry")).contains("tin " + i + ".");
            }
        }
    }

    @Test
    void anEditReplacesTheMessageInPlace() {
        String id = delivered(Outgoing.message("Việc tháng 1", List.of(List.of(new Button("Xong", "task:done")))));
        delivered(Outgoing.message("tin sau"));
        try (OpenPage open = phone.watches(2)) {
            assertThat(delivered(new Outgoing.Edit(id, "✅ Việc tháng 1", List.of())))
                    .isEqualTo(id);

            assertThat(open.next("entry"))
                    .contains("\"id\":" + id, "✅ Việc tháng 1")
                    .doesNotContain("task:done");
        }
        assertThat(phone.history()).containsSubsequence("✅ Việc tháng 1", "tin sau");
    }

    @Test
    void anEditOfAMessageThatIsNotThereIsSaidAnew() {
        phone.says("id-00001", "của tôi");
        delivered(new Outgoing.Edit("1", "không phải của bot", List.of()));
        delivered(new Outgoing.Edit("nonsense", "vô nghĩa", List.of()));

        assertThat(phone.history()).containsSubsequence("của tôi", "không phải của bot", "vô nghĩa");
    }

    /** A tap may name any line; what is then said anew or taken back stands in the chat of who tapped. */
    @Test
    void anEditOrADeletionTouchesNoLineOfAnotherChat() {
        String lans = delivered(Outgoing.message("chỉ để Lan đọc"));
        assertThat(phone.page
                        .deliver(Phone.MINH, new Outgoing.Edit(lans, "của Minh", List.of()))
                        .join())
                .isNotEqualTo(new Delivery.Delivered(lans));
        assertThat(phone.page.deliver(Phone.MINH, new Outgoing.Delete(lans)).join())
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(phone.history()).contains("chỉ để Lan đọc").doesNotContain("của Minh");
    }

    @Test
    void anAcknowledgementIsToldToWhoWatchesAndNotLogged() {
        try (OpenPage open = phone.watches(0)) {
            delivered(new Outgoing.Ack("tap-0001", "Đã ghi nhận"));

            assertThat(open.next("ack")).contains("tap-0001", "Đã ghi nhận");
        }
        assertThat(phone.history()).doesNotContain("Đã ghi nhận");
    }

    @Test
    void anOpenPageIsToldTheBotsTime() {
        try (OpenPage open = phone.watches(0)) {
            long now = Instant.parse("2024-01-02T00:30:00Z").toEpochMilli();
            assertThat(open.next("beat")).contains("\"now\":" + now);
        }
    }

    @Test
    void openPagesHoldNoThread() {
        List<OpenPage> pages = new ArrayList<>();
        for (int i = 0; i < Watchers.MOST_PER_CHAT; i++) {
            for (String name : List.of("lan", "minh", "hoa", "tam")) {
                pages.add(phone.watchedBy(name));
            }
        }
        assertThat(pages).hasSizeGreaterThan(Server.THREADS);

        delivered(Outgoing.message("cho mọi trang của Lan"));

        for (int i = 0; i < pages.size(); i += 4) {
            assertThat(pages.get(i).next("entry")).contains("cho mọi trang của Lan");
        }
        assertThat(phone.says("id-00001", "vẫn trả lời").statusCode()).isEqualTo(200);
        pages.forEach(OpenPage::close);
    }

    @Test
    void theOldestOfTooManyForgottenTabsIsLetGo() {
        List<OpenPage> pages = new ArrayList<>();
        for (int i = 0; i <= Watchers.MOST_PER_CHAT; i++) {
            pages.add(phone.watches(0));
        }

        pages.get(0).isLetGo();
        delivered(Outgoing.message("còn lại"));

        assertThat(pages.get(1).next("entry")).contains("còn lại");
        pages.forEach(OpenPage::close);
    }

    /** The page's buttons say words, and the bot must know them. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void thePagesMenuSaysTheWordsOfTheBotsMenu(Language language) throws IOException {
        String script;
        try (InputStream in = PhonePageTest.class.getResourceAsStream("/web/page.js")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Texts texts = new Texts();
        assertThat(script)
                .contains("ask: '" + texts.pattern(language, "conversation.menu.ask")
                        + "', report: '" + texts.pattern(language, "conversation.menu.report")
                        + "', tasks: '" + texts.pattern(language, "conversation.menu.tasks") + "',");
    }

    @Test
    void closingLetsOpenPagesGo() {
        OpenPage open = phone.watches(0);
        var delivery = phone.page.deliver(Phone.LAN, Outgoing.message("trước khi đóng"));
        phone.page.close();

        assertThat(delivery.join()).isInstanceOf(Delivery.Delivered.class);
        open.isLetGo();
        assertThat(phone.page
                        .deliver(Phone.LAN, Outgoing.message("sau khi đóng"))
                        .join())
                .isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void theTalkIsReadPageByPageAndItsOldestPartIsLetGo() {
        for (int i = 0; i < TalkLog.KEPT + 20; i++) {
            var unused = phone.page.deliver(Phone.LAN, Outgoing.message("tin " + i + "."));
        }
        String last = delivered(Outgoing.message("tin cuối."));

        assertThat(phone.history())
                .contains("tin cuối.", "tin 271.", "\"more\":true")
                .doesNotContain("tin 270.");
        assertThat(phone.get("/c/" + Phone.LINK + "/history?before=" + (Long.parseLong(last) - 49))
                        .body())
                .contains("tin 270.", "tin 221.", "\"more\":true")
                .doesNotContain("tin 271.", "tin 220.");
        assertThat(phone.get("/c/" + Phone.LINK + "/history?before=40").body())
                .contains("tin 21.", "\"more\":false")
                .doesNotContain("tin 20.");
    }

    @Test
    void theTalkOutlivesARestart() {
        phone.says("id-00001", "trước khi dừng");
        String id = delivered(Outgoing.message("trả lời"));
        phone.close();
        phone = new Phone(folder, false);

        assertThat(phone.says("id-00001", "trước khi dừng").statusCode()).isEqualTo(200);
        assertThat(phone.inbox.waiting()).isEqualTo(1);
        assertThat(delivered(new Outgoing.Edit(id, "trả lời lại", List.of()))).isEqualTo(id);
        assertThat(phone.history()).containsSubsequence("trước khi dừng", "trả lời lại");
    }

    @Test
    void oldTalkCanBeLetGo() {
        delivered(Outgoing.message("cũ"));

        assertThat(phone.page.forget(Instant.parse("2024-01-03T00:00:00Z"))).isEqualTo(1);
        assertThat(phone.history()).doesNotContain("cũ");
    }

    /** A script that holds a member's link filled the inbox as fast as it could. */
    @Test
    void whoSendsMoreThanPeopleCanIsAskedToSlowDownAndOthersAreNot() {
        int kept = 0;
        int refused = 0;
        for (int i = 0; i < ChatRoutes.MOST_SENT + 20; i++) {
            int status = phone.says("flood-%05d".formatted(i), "nhanh").statusCode();
            kept += status == 200 ? 1 : 0;
            refused += status == 429 ? 1 : 0;
        }
        assertThat(kept).isEqualTo(ChatRoutes.MOST_SENT);
        assertThat(refused).isEqualTo(20);
        assertThat(phone.inbox.waiting()).isEqualTo(kept);
        assertThat(phone.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void theBotsHealthIsTold() {
        phone.says("id-00001", "một");
        phone.database.change(tx -> phone.outbox.add(tx, Phone.LAN, Outgoing.message("chờ"), Priority.REPLY));

        HttpResponse<String> answer = phone.get("/healthz");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"ok\",\"inboxWaiting\":1,\"outboxWaiting\":1,\"now\":\"2024-01-02T00:30:00Z\"}");
    }

    /** Polling failed for ever, and the health said ok. */
    @Test
    void aTelegramThatIsNotHeardFromIsTold() {
        phone.polled = Optional.of(new Polled(Duration.ofSeconds(130), Optional.of("Telegram answered 502")));
        assertThat(phone.get("/healthz").body())
                .startsWith("{\"status\":\"telegram polling fails\"")
                .endsWith("\"telegram\":{\"secondsSinceGoodPoll\":130,\"problem\":\"Telegram answered 502\"}}");

        phone.polled = Optional.of(new Polled(Duration.ofSeconds(20), Optional.empty()));
        assertThat(phone.get("/healthz").body())
                .startsWith("{\"status\":\"ok\"")
                .endsWith("\"telegram\":{\"secondsSinceGoodPoll\":20,\"problem\":\"\"}}");
    }

    /** A model was put in, and nobody could see how far its vectors were. */
    @Test
    void vectorsThatAreStillMissingAreTold() {
        phone.withoutVectors = OptionalInt.of(417);
        assertThat(phone.get("/healthz").body())
                .startsWith("{\"status\":\"ok\"")
                .endsWith("\"passagesWithoutVectors\":417}");
    }

    @Test
    void anUnreachableDatabaseIsTold() {
        phone.database.close();

        assertThat(phone.get("/healthz/ready").statusCode()).isEqualTo(503);
        // Another start would not bring the database back, and would take the page away.
        HttpResponse<String> alive = phone.get("/healthz");
        assertThat(alive.statusCode()).isEqualTo(200);
        assertThat(alive.body()).startsWith("{\"status\":\"database unreachable\"");
        assertThat(phone.says("id-00001", "không giữ được").statusCode()).isEqualTo(500);
        // The outbox tries what was thrown at again, as often as makes sense.
        assertThat(phone.page.deliver(Phone.LAN, Outgoing.message("x")))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("has been closed");
    }

    private List<Received> waiting() {
        return phone.inbox.claim(10, Set.of());
    }

    private String delivered(Outgoing what) {
        Delivery delivery = phone.page.deliver(Phone.LAN, what).join();
        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        return ((Delivery.Delivered) delivery).remoteId();
    }
}
