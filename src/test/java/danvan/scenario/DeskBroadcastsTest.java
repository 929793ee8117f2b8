package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office tells many something from a PC, sees who has read it, and takes it back. */
class DeskBroadcastsTest {
    private static final String TEXT = "Mai họp giao ban lúc 8 giờ\nmang theo sổ <ghi> chép";

    @TempDir
    private Path data;

    private Bot bot;
    private String root;
    private Member nhan;
    private Member duyen;
    private Member sau;
    private OfficePc pc;

    Map<String, String> settings() {
        return Map.of();
    }

    Rows rows() throws SQLException {
        return new Rows(data);
    }

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), settings());
        root = bot.app().openPage();
        Member hoa = bot.member("Hòa", Role.OFFICE, "huyen-hung-ha", Language.VI);
        nhan = bot.member("Nhàn", Role.CADRE, "xa-chi-hoa", Language.VI);
        sau = bot.member("Sáu", Role.LEAD, "xa-chi-hoa", Language.VI);
        duyen = bot.member("Duyên", Role.CADRE, "huyen-hung-ha", Language.VI);
        bot.member("Xa", Role.CADRE, "huyen-dong-hung", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private void writes(String unit, String... roles) {
        StringBuilder body = new StringBuilder("words=")
                .append(danvan.desk.page.Query.encoded(TEXT))
                .append("&unit=")
                .append(danvan.desk.page.Query.encoded(unit));
        for (String role : roles) {
            body.append("&role=").append(role);
        }
        pc.opens("desk/broadcasts/new");
        pc.posts("desk/broadcasts", body + "&csrf=" + pc.token());
    }

    @Test
    void oneIsWrittenCountedSentReadAndTakenBack() {
        pc.opens("desk/broadcasts").sees("Chưa gửi thông báo nào").follows("Viết thông báo");
        writes("xã Chí Hòa [xa-chi-hoa]", "CADRE", "LEAD");
        // Nobody is told yet, and who would be stands there by name.
        pc.isAnswered(200).sees("chưa gửi", "2 người", "Nhàn", "Sáu").doesNotSee("Duyên");
        assertThat(pc.page().select("blockquote").first().wholeText()).contains("sổ <ghi> chép");
        nhan.doesNotSee("giao ban");
        pc.presses("Gửi cho 2 người").isAnswered(200).sees("Bắt đầu gửi cho 2 người");
        bot.settles();
        nhan.sees("Mai họp giao ban");
        nhan.taps("✅ Đã đọc");
        duyen.doesNotSee("giao ban");
        Await.until(
                () -> "the broadcast to be over",
                () -> pc.opens("desk/broadcasts").text().contains("2/2"));
        pc.sees("đã gửi").follows("Mai họp").sees("Đã đọc", "chưa đọc");
        String page = pc.address().replaceFirst(".*/desk/", "desk/");
        pc.opens(page + "?receipt=UNREAD").sees("1 người", "Sáu").doesNotSee("Nhàn");
        pc.opens(page + "?receipt=READ&receipt=rubbish&page=99999").isAnswered(200);
        // Only who has not read it is told again.
        pc.opens(page)
                .follows("Nhắn lại 1 người chưa đọc")
                .sees("chưa đọc thông báo trước")
                .presses("Xem trước");
        pc.sees("1 người", "Sáu").doesNotSee("Nhàn").presses("Gửi cho 1 người");
        bot.settles();
        sau.sees("Mai họp giao ban");

        pc.opens(page).presses("Thay bằng lời báo").isAnswered(422).sees("đánh dấu ô");
        pc.presses("Thay bằng lời báo", "sure", "on").sees("đã thu hồi", "Đang thu hồi");
        bot.settles();
        pc.opens(page);
        assertThat(pc.page().select("aside button")).isEmpty();
        pc.posts(page + "/act", "act=EDIT&sure=on&csrf=" + pc.token()).isAnswered(409);
        new OfficePc(bot, root)
                .comesInAs(bot.member("Ba", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI))
                .opens("desk/audit")
                .sees("gửi thông báo", "thu hồi thông báo", "Hòa", "Mai họp giao ban");
    }

    @Test
    void whoeverIsToBeToldBelongsToTheUnitAndTheCountIsTheOneThatWasSeen() {
        writes("huyện Đông Hưng [huyen-dong-hung]", "CADRE");
        pc.isAnswered(422);
        assertThat(pc.page().select("textarea").first().wholeText()).isEqualTo(TEXT);
        writes("xa-chi-hoa");
        pc.isAnswered(422).sees("ít nhất một vai trò");
        pc.opens("desk/broadcasts/new")
                .posts("desk/broadcasts", "words=+&unit=xa-chi-hoa&role=CADRE&csrf=" + pc.token());
        pc.isAnswered(422).sees("chưa có nội dung");
        pc.opens("desk/broadcasts/new");
        pc.posts("desk/broadcasts", "words=" + "x".repeat(4_000) + "&unit=xa-chi-hoa&role=CADRE&csrf=" + pc.token());
        pc.isAnswered(422).sees("4.000");
        writes("xa-chi-hoa", "CADRE");
        bot.member("Mới", Role.CADRE, "xa-chi-hoa", Language.VI);
        pc.presses("Gửi cho 1 người").isAnswered(409).sees("từ 1 thành 2");
        nhan.doesNotSee("giao ban");
        String page = pc.address().replaceFirst(".*/desk/", "desk/").replace("/act", "");
        pc.opens(page).presses("Gửi cho 2 người").isAnswered(200);
        pc.posts(page + "/act", "act=SEND&seen=2&csrf=" + pc.token())
                .isAnswered(409)
                .sees("đã được gửi");
    }

    /** What is not sent yet is its author's; what was sent, the office's, and an auditor's to look at. */
    @Test
    void aDraftIsItsAuthors() {
        writes("xa-chi-hoa", "CADRE");
        String page = pc.address().replaceFirst(".*/desk/", "desk/");
        pc.opens("desk/broadcasts").sees("Đã soạn, chưa gửi");
        OfficePc other =
                new OfficePc(bot, root).comesInAs(bot.member("Bảy", Role.OFFICE, "tinh-thai-binh", Language.VI));
        other.opens(page).isAnswered(404);
        other.opens("desk/broadcasts").doesNotSee("giao ban");
        other.posts(page + "/act", "act=SEND&seen=1&csrf=" + other.token()).isAnswered(404);
        pc.opens(page).presses("Bỏ").sees("Chưa gửi thông báo nào").doesNotSee("giao ban");
        pc.opens(page).isAnswered(404);
    }

    /** With files and at a time; the rehearsal begins on 2 January 2024, 07:30. */
    @Test
    void filesGoWithItAtTheTimeThatIsSet() {
        byte[] pdf = "%PDF-1.7 x".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        writes("xa-chi-hoa", "CADRE");
        String page = pc.address().replaceFirst(".*/desk/", "desk/");
        pc.uploads("/files", new OfficePc.Chosen("giay-moi.pdf", pdf), new OfficePc.Chosen("x.exe", pdf));
        pc.sees("giay-moi.pdf", "x.exe: Tệp này không gửi kèm được");
        pc.uploads("/files", new OfficePc.Chosen("034188001234.pdf", pdf)).sees("số căn cước");
        pc.uploads("/files", new OfficePc.Chosen("thua.pdf", pdf)).sees("thua.pdf");
        pc.posts(page + "/files/2/remove", "csrf=" + pc.token()).doesNotSee("thua.pdf");
        assertThat(pc.opens(page + "/files/1").text()).contains("%PDF-1.7");
        pc.opens(page + "/files/2").isAnswered(404);
        pc.opens(page + "/files/999999999999").isAnswered(404);

        pc.opens(page).posts(page + "/schedule", "at=&seen=1&csrf=" + pc.token());
        pc.isAnswered(422).sees("chọn ngày và giờ");
        pc.posts(page + "/schedule", "at=2024-01-01T08:00&seen=1&csrf=" + pc.token())
                .isAnswered(422)
                .sees("đã qua");
        pc.posts(page + "/schedule", "at=2024-01-03T08:00&seen=7&csrf=" + pc.token())
                .isAnswered(409);
        pc.posts(page + "/schedule", "at=2024-01-03T23:00&seen=1&csrf=" + pc.token())
                .sees("giờ nghỉ", "06:30, thứ Năm 04/01/2024", "đã hẹn giờ");
        pc.opens("desk/broadcasts").sees("Đã hẹn giờ gửi", "04/01/2024 06:30", "Mai họp");
        assertThat(pc.opens(page).page().select("form[enctype]"))
                .as("what waits is changed when it is taken back")
                .isEmpty();
        // Another of the office sees it and may only keep it from going.
        OfficePc other =
                new OfficePc(bot, root).comesInAs(bot.member("Bảy", Role.OFFICE, "tinh-thai-binh", Language.VI));
        other.opens(page).isAnswered(200).sees("Không gửi nữa").doesNotSee("Gỡ giờ hẹn");
        other.posts(page + "/act", "act=SEND&seen=1&csrf=" + other.token()).isAnswered(409);
        other.posts(page + "/files/1/remove", "csrf=" + other.token()).isAnswered(409);
        other.posts(page + "/schedule", "at=2024-01-03T09:00&seen=1&csrf=" + other.token())
                .isAnswered(409);

        pc.opens(page).presses("Gỡ giờ hẹn để sửa").sees("chưa gửi", "Đã gỡ giờ hẹn");
        pc.posts(page + "/schedule", "at=2024-01-02T09:00&seen=1&csrf=" + pc.token())
                .sees("Đã hẹn gửi lúc 09:00");
        nhan.doesNotSee("giao ban");
        bot.clockAdvances(java.time.Duration.ofHours(2));
        Await.until(() -> "it to arrive", () -> nhan.countOf("Mai họp giao ban") == 1);
        bot.settles();
        assertThat(nhan.receives("giay-moi.pdf")).isEqualTo(pdf);
        duyen.doesNotSee("giao ban");
        bot.clockAdvances(java.time.Duration.ofHours(8));
        assertThat(nhan.countOf("Mai họp giao ban")).isEqualTo(1);
    }
}
