package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.text.Language;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The member's chat showed what the edited message said, and the report went out with what it had said before. */
class EditedMessagesTest {
    @TempDir
    Path data;

    private Bot bot;
    private Member lan;

    @BeforeEach
    void start() {
        bot = new Bot(data, false, Pace.unlimited(), Map.of());
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void anEditedMessageChangesItsAnswerForAsLongAsTheReportIsOpen() {
        begins();
        lan.says("Ngập úng ở thôn 3");
        int what = lan.lastSaid();
        lan.edits(what, "Ngập úng ở thôn 5");
        lan.sees("Đã sửa theo tin của đồng chí: Việc gì đã xảy ra? Ngập úng ở thôn 5");
        lan.doesNotSee("Việc này thuộc loại nào?");
        bot.restarts();

        lan.taps("An ninh, trật tự");
        lan.sees("Ở thôn, tổ dân phố nào?");
        goesOnToTheSummary();
        lan.sees("Ngập úng ở thôn 5");

        lan.edits(what, "Ngập úng ở thôn 6");
        lan.sees("Đã sửa theo tin của đồng chí: Việc gì đã xảy ra? Ngập úng ở thôn 6");
        lan.sees("đã dập", "✅ Gửi báo cáo");
        lan.taps("✅ Gửi báo cáo");
        lan.sees("Số biên nhận");

        lan.edits(what, "Ngập úng ở thôn 7");
        lan.sees("không còn mở");
        lan.sees("/dagui");
        lan.says("/dagui");
        assertThat(lan.countOf("Ngập úng ở thôn 7")).isZero();
    }

    @Test
    void anEditIsCheckedAsTheAnswerWas() {
        begins();
        lan.says("Ngập úng ở thôn 3");
        int what = lan.lastSaid();
        lan.edits(what, "Gọi 0912 345 678 để biết");
        lan.sees("câu trả lời trước vẫn giữ nguyên: Việc gì đã xảy ra? Ngập úng ở thôn 3");
        lan.edits(what, "dài ".repeat(200));
        lan.sees("Dài quá 500 ký tự");
        lan.sees("câu trả lời trước vẫn giữ nguyên: Việc gì đã xảy ra? Ngập úng ở thôn 3");
        lan.taps("An ninh, trật tự");
        goesOnToTheSummary();
        lan.sees("Ngập úng ở thôn 3");
    }

    @Test
    void aMessageWhoseAnswerWasReplacedChangesNothingAndSaysHowToCorrect() {
        begins();
        lan.says("Ngập úng ở thôn 3");
        int what = lan.lastSaid();
        lan.taps("⬅️ Lùi");
        lan.says("Sạt lở ở thôn 4");
        lan.edits(what, "Ngập úng ở thôn 5");
        lan.sees("xin bấm ⬅️ Lùi hoặc ✏️ Sửa");
        lan.taps("An ninh, trật tự");
        goesOnToTheSummary();
        lan.sees("Sạt lở ở thôn 4");
        lan.doesNotSee("thôn 5");
    }

    @Test
    void aReportThatWasPutOffIsChangedToo() {
        begins();
        lan.says("Ngập úng ở thôn 3");
        int what = lan.lastSaid();
        lan.says("/huy");
        lan.taps("💾 Để sau");
        lan.edits(what, "Ngập úng ở thôn 5");
        lan.sees("Đã sửa theo tin của đồng chí: Việc gì đã xảy ra? Ngập úng ở thôn 5");
        lan.doesNotSee("Việc này thuộc loại nào?");
    }

    @Test
    void elsewhereOneLineSaysThatTheFirstWordsCount() {
        lan.says("/trogiup");
        lan.edits(lan.lastSaid(), "/nhiemvu");
        lan.sees("Bot không đọc tin đã sửa");
        assertThat(bot.telegram().asksFor()).contains("edited_message");
    }

    /** A place that is shared live is edited every few seconds. */
    @Test
    void aPlaceThatMovesAndWhatStrangersEditAreAnsweredWithNothing() {
        lan.hasSeenAll();
        bot.telegram()
                .updates("{\"edited_message\":{\"message_id\":5,\"date\":1,\"edit_date\":2,\"chat\":{\"id\":"
                        + lan.chat()
                        + ",\"type\":\"private\"},\"from\":{\"id\":" + lan.chat()
                        + ",\"is_bot\":false,\"first_name\":\"L\"},"
                        + "\"location\":{\"latitude\":20.5,\"longitude\":106.2,\"live_period\":60}}}");
        Member stranger = bot.stranger("Ai đó");
        stranger.edits(7, "xin chào");
        lan.seesNothing();
        stranger.seesNothing();
    }

    private void begins() {
        lan.says("/baocao");
        lan.taps("Báo cáo đột xuất");
        lan.sees("Việc gì đã xảy ra?");
    }

    private void goesOnToTheSummary() {
        lan.says("thôn 1");
        lan.taps("Hôm nay");
        lan.says("3");
        lan.taps("Không");
        lan.taps("⏭ Bỏ qua");
        lan.says("đã dập");
        lan.taps("⏭ Bỏ qua");
        lan.taps("Bình thường");
    }
}
