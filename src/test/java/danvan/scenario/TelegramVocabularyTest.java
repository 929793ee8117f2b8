package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Incoming.Medium;
import danvan.chat.Outgoing;
import danvan.outbox.Priority;
import danvan.storage.FileTooLarge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, places, edits and deletions over the Bot API, on good days and bad ones. */
class TelegramVocabularyTest {
    private static final byte[] CONTENT = "nội dung".getBytes(StandardCharsets.UTF_8);
    private static final List<List<Button>> BUTTONS = List.of(List.of(new Button("Xong", "task:done")));

    @TempDir
    private Path folder;

    private TelegramLine line;

    @BeforeEach
    void opens() {
        line = new TelegramLine(folder);
    }

    @AfterEach
    void closes() {
        line.close();
    }

    @Test
    void everyKindOfFileComesIn() {
        sends("photo", "", "image/jpeg", "cầu thôn 3");
        sends("document", "báo cáo.xlsx", "application/x", "");
        sends("video", "v.mp4", "video/mp4", "");
        sends("voice", "", "audio/ogg", "");
        sends("audio", "a.mp3", "audio/mpeg", "");
        sends("video_note", "", "", "");

        List<Incoming> files = line.comesIn(6);

        assertThat(files)
                .extracting(file -> ((Incoming.File) file).medium())
                .containsExactly(
                        Medium.PICTURE, Medium.DOCUMENT, Medium.VIDEO, Medium.SOUND, Medium.SOUND, Medium.VIDEO);
        Incoming.File photo = (Incoming.File) files.get(0);
        assertThat(photo.caption()).isEqualTo("cầu thôn 3");
        assertThat(photo.mediaType()).isEqualTo("image/jpeg");
        assertThat(photo.bytes()).isEqualTo(CONTENT.length);
        assertThat(((Incoming.File) files.get(1)).name()).isEqualTo("báo cáo.xlsx");
        assertThat(files).extracting(file -> ((Incoming.File) file).album()).containsOnly("");
    }

    @Test
    void theLargestOfAPhotosSizesIsTaken() {
        line.server.sends(
                7,
                "Lan",
                "photo",
                "[{\"file_id\":\"s\",\"file_unique_id\":\"s\",\"width\":90,\"height\":60,\"file_size\":1},"
                        + "{\"file_id\":\"l\",\"file_unique_id\":\"l\",\"width\":1280,\"height\":960},"
                        + "{\"file_id\":\"m\",\"file_unique_id\":\"m\",\"width\":320,\"height\":240,\"file_size\":9}]");

        assertThat(((Incoming.File) line.comesIn(1).get(0)).ref()).isEqualTo("l");
    }

    @Test
    void thePicturesOfAnAlbumSayThatTheyBelongTogether() {
        for (String id : List.of("a", "b")) {
            line.server.updates("{\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"},"
                    + "\"media_group_id\":\"g1\",\"photo\":[{\"file_id\":\"" + id + "\",\"file_unique_id\":\"" + id
                    + "\",\"width\":1,\"height\":1}]}}");
        }

        assertThat(line.comesIn(2))
                .extracting(file -> ((Incoming.File) file).album())
                .containsExactly("g1", "g1");
    }

    @Test
    void aPlaceComesIn() {
        line.server.sends(7, "Lan", "location", "{\"latitude\":20.5,\"longitude\":106.25}");

        assertThat(line.comesIn(1)).containsExactly(new Incoming.Place(20.5, 106.25));
    }

    @Test
    void aFileIsFetchedAndOneThatIsTooLargeOrGoneIsToldAsSuch() throws Exception {
        sends("document", "a.txt", "text/plain", "");
        Incoming.File sent = (Incoming.File) line.comesIn(1).get(0);
        String stored = line.downloads.fetch(TelegramLine.LAN, sent).id();
        assertThat(line.files.open(stored).readAllBytes()).isEqualTo(CONTENT);

        assertThatThrownBy(() -> line.downloads.fetch(TelegramLine.LAN, large(TelegramLine.MOST_FILE + 1)))
                .isInstanceOf(FileTooLarge.class);
        line.server.fails(new FakeTelegram.Fault(
                "getfile"::equalsIgnoreCase,
                any -> true,
                false,
                FakeTelegram.error(400, "Bad Request: file is too big", "")));
        assertThatThrownBy(() -> line.downloads.fetch(TelegramLine.LAN, large(0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too big");
        assertThatThrownBy(() -> line.downloads.fetch(TelegramLine.LAN, large(0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }

    @Test
    void aDocumentIsSentAgainAfterA429AndArrivesOnce() {
        fails("sendDocument"::equalsIgnoreCase, false, FakeTelegram.error(429, "Slow", "{\"retry_after\":1}"));
        long asked = System.nanoTime();
        says(file("application/pdf"), Priority.REPLY);

        assertThat(line.seen()).hasSize(1);
        assertThat(line.server.sendTimes().get(0) - asked).isGreaterThanOrEqualTo(1_000_000_000L);
        assertThat(line.server.called("sendDocument")).isEqualTo(2);
        assertThat(line.seen().get(0).file().orElseThrow().content().toByteArray())
                .isEqualTo(CONTENT);
    }

    /** A 429 for the second piece used to send the first one again. */
    @Test
    void ofAMessageLongerThanTelegramTakesEachPieceArrivesOnce() {
        line.server.fails(new FakeTelegram.Fault(
                "sendMessage"::equalsIgnoreCase,
                body -> body.contains("two"),
                false,
                FakeTelegram.error(429, "Slow", "{\"retry_after\":1}")));
        String paragraphs =
                "<b>" + "one ".repeat(900) + "\n\n" + "two ".repeat(900) + "\n\n" + "three ".repeat(500) + "</b>";
        line.says(new Outgoing.Message(paragraphs, BUTTONS), Priority.REMINDER);
        says(Outgoing.message("sau đó"), Priority.REMINDER);

        assertThat(line.seen())
                .extracting(shown -> shown.text().replaceAll("(?s)^<b>(\\w+) .*", "$1"))
                .containsExactly("one", "two", "three", "sau đó");
        assertThat(line.seen()).extracting(shown -> shown.buttons().size()).containsExactly(0, 0, 1, 0);
        assertThat(line.server.called("sendMessage")).isEqualTo(5);
    }

    @Test
    void aPictureWhoseAnswerWasLostComesTwiceAndNeverZeroTimes() {
        fails("sendPhoto"::equalsIgnoreCase, true, FakeTelegram.hangUp());
        says(file("image/png"), Priority.REPLY);

        assertThat(line.seen()).hasSizeBetween(1, 2);
        assertThat(line.seen())
                .allSatisfy(
                        shown -> assertThat(shown.file().orElseThrow().content().toByteArray())
                                .isEqualTo(CONTENT));
        assertThat(line.seen().get(0).buttons()).containsKey("Xong");
    }

    @Test
    void aFileThatIsNotStoredAnyMoreIsGivenUpAndHoldsUpNothing() {
        Outgoing.File file = file("image/png");
        line.letsGoOf(file.file());
        long lost = line.says(file, Priority.REPLY);
        says(Outgoing.message("sau đó"), Priority.REPLY);

        assertThat(line.state(lost)).isEqualTo("REFUSED");
        assertThat(line.seen()).extracting(FakeTelegram.Shown::text).containsExactly("sau đó");
    }

    @Test
    void aMessageIsEditedAndDeletedByItsNumberInTheOutbox() {
        long first = line.says(Outgoing.message("một"), Priority.REPLY);
        long second = line.says(Outgoing.message("hai"), Priority.REPLY);
        line.says(new Outgoing.Edit(Outgoing.sent(first), "một, sửa", BUTTONS), Priority.REPLY);
        says(new Outgoing.Delete(Outgoing.sent(second)), Priority.REPLY);

        assertThat(line.seen()).extracting(FakeTelegram.Shown::text).containsExactly("một, sửa");
        assertThat(line.seen().get(0).buttons()).containsKey("Xong");
    }

    @Test
    void theCaptionOfAFileIsEditedAsOne() {
        long number = line.says(file("application/pdf"), Priority.REPLY);
        says(new Outgoing.Edit(Outgoing.sent(number), "đã xem", List.of()), Priority.REPLY);

        assertThat(line.seen()).singleElement().satisfies(shown -> {
            assertThat(shown.text()).isEqualTo("đã xem");
            assertThat(shown.buttons()).isEmpty();
            assertThat(shown.file()).isPresent();
        });
    }

    @Test
    void whatIsSaidAboutAMessageThatNeverArrivedFallsAway() {
        fails("sendMessage"::equalsIgnoreCase, false, FakeTelegram.error(400, "Bad Request: no", ""));
        long refused = line.says(Outgoing.message("hỏng"), Priority.REPLY);
        line.says(new Outgoing.Edit(Outgoing.sent(refused), "sửa", List.of()), Priority.REPLY);
        line.says(new Outgoing.Delete(Outgoing.sent(refused)), Priority.REPLY);
        says(Outgoing.message("sau đó"), Priority.REPLY);

        assertThat(line.seen()).extracting(FakeTelegram.Shown::text).containsExactly("sau đó");
        assertThat(line.server.called("editMessageText")).isZero();
        assertThat(line.server.called("deleteMessage")).isZero();
    }

    /** An edit is more urgent than a broadcast it is about; it used to overtake it and fall away. */
    @Test
    void aMessageThatStillWaitsIsChangedOrWithdrawnWhereItWaits() {
        long edited = line.says(Outgoing.message("thông báo"), Priority.BROADCAST);
        long withdrawn = line.says(Outgoing.message("nhầm"), Priority.BROADCAST);
        long file = line.says(file("application/pdf"), Priority.BROADCAST);
        line.says(new Outgoing.Edit(Outgoing.sent(edited), "thông báo, sửa", BUTTONS), Priority.REPLY);
        line.says(new Outgoing.Delete(Outgoing.sent(withdrawn)), Priority.REPLY);
        says(new Outgoing.Edit(Outgoing.sent(file), "mới", List.of()), Priority.REPLY);

        assertThat(line.seen()).extracting(FakeTelegram.Shown::text).containsExactly("thông báo, sửa", "mới");
        assertThat(line.state(withdrawn)).isEqualTo("WITHDRAWN");
        assertThat(line.server.called("editMessageText")).isZero();
    }

    @Test
    void theFixedMenuStaysBesideThePlaceWhereOneWrites() {
        says(new Outgoing.Menu("Chào <b>Lan</b>", List.of("❓ Hỏi", "📝 Báo cáo")), Priority.REPLY);

        assertThat(line.seen()).extracting(FakeTelegram.Shown::text).containsExactly("Chào <b>Lan</b>");
        assertThat(line.server.lastKeyboard())
                .contains(
                        "\"keyboard\":[[", "❓ Hỏi", "📝 Báo cáo", "\"is_persistent\":true", "\"resize_keyboard\":true");
    }

    @Test
    void aPlaceIsAskedForWithAButtonThatSharesIt() {
        says(new Outgoing.PlaceRequest("Ở <b>đâu</b>?", "Gửi vị trí"), Priority.REPLY);

        assertThat(line.seen()).extracting(FakeTelegram.Shown::text).containsExactly("Ở <b>đâu</b>?");
        assertThat(line.server.lastKeyboard()).contains("Gửi vị trí", "\"request_location\":true");
    }

    /** The message was there already, and came again until its answer could be read. */
    @Test
    void aMessageThatWasTakenIsNotSentAgainBecauseItsAnswerCannotBeRead() {
        for (String answer : List.of("", "{\"ok\":true,\"resul", "null", "[]", "{\"ok\":true,\"result\":true}")) {
            fails(
                    "sendMessage"::equalsIgnoreCase,
                    true,
                    new MockResponse.Builder().body(answer).build());
            line.says(Outgoing.message("«" + answer + "»"), Priority.REPLY);
        }
        says(Outgoing.message("sau đó"), Priority.REPLY);

        assertThat(line.seen()).hasSize(6);
    }

    @Test
    void whateverTelegramWritesAboutASentMessageItsNumberIsRead() {
        fails(
                "sendMessage"::equalsIgnoreCase,
                false,
                new MockResponse.Builder()
                        .body("{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1,\"chat\":\"new\",\"text\":[]}}")
                        .build());
        long number = line.says(Outgoing.message("một"), Priority.REPLY);
        says(new Outgoing.Delete(Outgoing.sent(number)), Priority.REPLY);

        assertThat(line.server.called("deleteMessage")).isEqualTo(1);
    }

    /** A hotel's log-in page, or another server behind telegram.api-url, has taken nothing. */
    @Test
    void aWebPageInPlaceOfAnAnswerIsAFailure() {
        fails(
                "sendMessage"::equalsIgnoreCase,
                false,
                new MockResponse.Builder().body("<html>Welcome</html>").build());
        says(Outgoing.message("một"), Priority.REPLY);

        assertThat(line.seen()).hasSize(1);
    }

    private void sends(String kind, String name, String mediaType, String caption) {
        line.server.sendsFile(7, "Lan", kind, name, mediaType, CONTENT, caption);
    }

    private void says(Outgoing what, Priority priority) {
        line.says(what, priority);
        line.opens();
        line.comesToRest();
    }

    private void fails(Predicate<String> method, boolean takesEffect, MockResponse answer) {
        line.server.fails(new FakeTelegram.Fault(method, any -> true, takesEffect, answer));
    }

    private Outgoing.File file(String mediaType) {
        return new Outgoing.File(line.stores(CONTENT), "báo cáo.pdf", mediaType, "Quý I", BUTTONS);
    }

    private static Incoming.File large(long bytes) {
        return new Incoming.File(Medium.DOCUMENT, "not-there", "large.zip", "application/zip", bytes, "", "");
    }
}
