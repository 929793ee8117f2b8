package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office tells many something. */
class BroadcastScenarioTest {
    private static final String DISTRICT = "huyen-hung-ha";

    @TempDir
    Path data;

    private Bot bot;
    private Member thu;
    private Member lan;
    private Member ayse;

    @BeforeEach
    void start() {
        bot = new Bot(data, false);
        thu = bot.member("Thu", Role.OFFICE, DISTRICT, Language.VI);
        lan = bot.member("Đặng Thị Lan", Role.CADRE, "xa-chi-hoa", Language.VI);
        ayse = bot.member("Ayşe", Role.LEAD, "xa-chi-hoa", Language.TR);
        lan.hasSeenAll();
        ayse.hasSeenAll();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void aBroadcastReachesEveryoneOnceAndTheOfficeSeesWhoHasReadIt() {
        thu.says("/broadcast");
        thu.sees("Xin gõ nội dung");
        thu.says("Mời họp <giao ban> chiều thứ Sáu");
        thu.sees("Xem trước");
        chooses("xã Chí Hòa ›", "✔️ xã Chí Hòa");
        thu.taps("📣 Gửi cho 2 người");
        bot.restarts();
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        assertThat(lan.countOf("Mời họp <giao ban> chiều thứ Sáu")).isEqualTo(1);
        ayse.sees("duyurusu", "✅ Okudum");
        lan.taps("✅ Đã đọc");
        lan.seesToast("Đã ghi nhận");
        assertThat(lan.countOf("Thông báo của"))
                .as("who has read it still sees whose word it is")
                .isEqualTo(1);
        thu.taps("🔎 Ai chưa đọc?");
        thu.sees("Ayşe, xã Chí Hòa");
        thu.doesNotSee("Lan");
        thu.says("/broadcasts");
        thu.taps("Mời họp <giao ban> chiều thứ Sáu");
        assertThat(thu.countOf("đã đọc: 1")).isPositive();
    }

    /** From the choice of a unit there was no way back to the preview. */
    @Test
    void whoLooksAtTheUnitsComesBackToThePreview() {
        thu.says("/broadcast Xin nộp báo cáo");
        thu.taps("🏢 Đổi đơn vị");
        thu.taps("xã Chí Hòa ›");
        thu.taps("◀ Quay lại");
        assertThat(thu.countOf("Số người nhận")).isEqualTo(1);
    }

    @Test
    void aDoubleTapStartsItOnce() {
        thu.says("/broadcast Xin nộp báo cáo");
        chooses("xã Chí Hòa ›", "✔️ xã Chí Hòa");
        thu.tapsTwice("📣 Gửi cho 2 người");
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        assertThat(lan.countOf("Xin nộp báo cáo")).isEqualTo(1);
        assertThat(thu.countOf("Thông báo «Xin nộp báo cáo»")).isEqualTo(1);
    }

    @Test
    void aListOfNamesIsUnderstoodWithoutAccentsAndWhoIsNotFoundIsTold() {
        thu.says("/broadcast Chỉ hai người");
        thu.taps("📝 Theo danh sách tên");
        thu.says("dang thi lan\nNgười Lạ");
        thu.sees("Không tìm thấy: Người Lạ");
        thu.taps("📣 Gửi cho 1 người");
        Await.until(() -> "the message to arrive", () -> lan.countOf("Chỉ hai người") == 1);
        assertThat(ayse.countOf("Chỉ hai người")).isZero();
    }

    @Test
    void aRecallReplacesWhatWasSent() {
        thu.says("/broadcast Nhầm ngày");
        chooses("xã Chí Hòa ›", "✔️ xã Chí Hòa");
        thu.taps("👥 Chọn vai trò");
        thu.taps("☑ Phụ trách");
        thu.taps("Xong");
        thu.taps("📣 Gửi cho 1 người");
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        thu.taps("✏️ Thu hồi (thay bằng lời báo)");
        thu.taps("↩️ Có, thu hồi");
        Await.until(() -> "the message to be replaced", () -> lan.countOf("đã được đơn vị gửi thu hồi") == 1);
        assertThat(lan.countOf("Nhầm ngày")).isZero();
        assertThat(ayse.countOf("Nhầm ngày")).isZero();
    }

    /** A tap on a screen that did not show the recall yet brought the recalled words back. */
    @Test
    void whoTapsReadAfterTheRecallDoesNotBringItBack() {
        thu.says("/broadcast Nhầm ngày");
        chooses("xã Chí Hòa ›", "✔️ xã Chí Hòa");
        thu.taps("📣 Gửi cho 2 người");
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        Runnable tap = lan.keepsButton("✅ Đã đọc");
        thu.taps("✏️ Thu hồi (thay bằng lời báo)");
        thu.taps("↩️ Có, thu hồi");
        Await.until(() -> "the message to be replaced", () -> lan.countOf("đã được đơn vị gửi thu hồi") == 1);
        tap.run();
        bot.settles();
        assertThat(lan.countOf("Nhầm ngày")).isZero();
        assertThat(lan.countOf("đã được đơn vị gửi thu hồi")).isEqualTo(1);
    }

    @Test
    void aNameThatStandsTwiceInTheListIsOnePerson() {
        thu.says("/broadcast Chỉ một người");
        thu.taps("📝 Theo danh sách tên");
        thu.says("dang thi lan\nĐặng Thị Lan");
        thu.sees("1 người theo danh sách");
    }

    @Test
    void thatANameMeansSeveralPeopleIsTold() {
        bot.member("Đặng Thị Lan", Role.LEAD, "xa-tien-duc", Language.VI);
        thu.says("/broadcast Chỉ một người");
        thu.taps("📝 Theo danh sách tên");
        thu.says("dang thi lan");
        thu.sees("Có 2 người tên «dang thi lan» (xã Chí Hòa, xã Tiến Đức)");
    }

    @Test
    void aRecallDeletesWhatWasSent() {
        thu.says("/broadcast Mời họp gấp");
        chooses("xã Chí Hòa ›", "✔️ xã Chí Hòa");
        thu.taps("📣 Gửi cho 2 người");
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        thu.taps("🗑 Thu hồi (xóa)");
        thu.sees("Thu hồi «Mời họp gấp» ở 2 người đã nhận?", "Không");
        assertThat(lan.countOf("Mời họp gấp")).as("one tap takes nothing back").isEqualTo(1);
        bot.restarts();
        thu.taps("↩️ Có, thu hồi");
        Await.until(
                () -> "the messages to be gone",
                () -> lan.countOf("Mời họp gấp") == 0 && ayse.countOf("Mời họp gấp") == 0);
        assertThat(lan.countOf("thu hồi"))
                .as("a deleted message leaves no notice")
                .isZero();
    }

    @Test
    void whoHasBlockedTheBotIsCountedAsUnreachableAndNotWrittenToAgain() {
        answers("Lịch trực", lan, 403, "Forbidden: bot was blocked by the user", "");
        thu.says("/broadcast Lịch trực");
        chooses("xã Chí Hòa ›", "✔️ xã Chí Hòa");
        thu.taps("📣 Gửi cho 2 người");
        Await.until(() -> "the broadcast to end", () -> thu.countOf("Đã gửi xong") == 1);
        assertThat(thu.countOf("Đã tới: 1/2 · đang chờ: 0 · không tới được: 1")).isEqualTo(1);
        thu.says("/broadcast Lần nữa");
        thu.taps("🏢 Đổi đơn vị");
        thu.taps("xã Chí Hòa ›");
        thu.taps("✔️ xã Chí Hòa");
        assertThat(thu.countOf("Số người nhận: 1")).isEqualTo(1);
    }

    private void answers(String text, Member to, int code, String description, String parameters) {
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        "sendmessage"::equalsIgnoreCase,
                        body -> body.contains(text) && body.contains(Long.toString(to.chat())),
                        false,
                        FakeTelegram.error(code, description, parameters)));
    }

    @Test
    void whoIsNotOfTheOfficeHasNoSuchCommand() {
        lan.says("/broadcast Xin chào");
        lan.sees("Bot chưa có lệnh /broadcast");
    }

    private void chooses(String below, String here) {
        thu.taps("🏢 Đổi đơn vị");
        thu.taps(below);
        thu.taps(here);
    }
}
