package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.config.AddressRange;
import danvan.storage.Json;
import danvan.text.Language;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office sees what did not arrive and how the bot is, and has it tried again; and files it orders again and again. */
class DeskHealthTest {
    @TempDir
    private Path data;

    private Bot bot;
    private Member lan;
    private Member hoa;
    private OfficePc pc;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        String root = bot.app().openPage();
        lan = bot.member("Nguyễn Thị Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void aMessageThatWasGivenUpIsListedWithItsReasonAndSentAgain() throws SQLException {
        try (Rows rows = new Rows(data)) {
            String chat = rows.text("SELECT chat FROM member_address WHERE member_id ="
                    + " (SELECT id FROM member WHERE name = 'Nguyễn Thị Lan')");
            String channel = rows.text("SELECT channel FROM member_address WHERE chat = '" + chat + "'");
            long now = System.currentTimeMillis();
            rows.one("INSERT INTO outbox (channel, chat, priority, body, created_at, due_at, state, done_at, reason)"
                    + " VALUES ('" + channel + "', '" + chat + "', 1, '"
                    + Json.write(Outgoing.message("Nhắc nộp báo cáo")) + "', " + now + ", " + now + ", 'UNREACHABLE', "
                    + now + ", 'Forbidden: bot was blocked by the user')");
            String written = rows.text("SELECT MAX(id) FROM outbox");
            pc.opens("desk").follows("tin nhắn không gửi được").sees("Nguyễn Thị Lan", "đã chặn bot", "nhắc việc");
            pc.doesNotSee("Nhắc nộp báo cáo");
            pc.presses("Gửi lại").sees("Đang gửi lại", "Không có tin nào bị trả lại");
            bot.settles();
            lan.sees("Nhắc nộp báo cáo");
            assertThat(rows.text("SELECT state FROM outbox WHERE id = " + written))
                    .isEqualTo("DELIVERED");
            // Whose text is gone cannot be sent; nobody sends it twice.
            pc.posts("desk/deliveries/again", "message=" + written + "&csrf=" + pc.token())
                    .isAnswered(404);
            pc.opens("desk/audit").sees("thử gửi lại", "#" + written);
        }
    }

    @Test
    void aCopyThatAnotherServerRefusedIsTriedAgain() throws SQLException {
        sends(lan);
        try (Rows rows = new Rows(data)) {
            rows.one("INSERT INTO report_push (report_id, state, attempts, due_at, done_at, reason)"
                    + " VALUES (1, 'REFUSED', 4, 1, 1, 'answered 404: no such form')");
            pc.opens("desk/deliveries")
                    .sees("BC-2024-0001", "bị từ chối", "no such form")
                    .presses("Gửi lại");
            pc.sees("Đang gửi lại", "đang thử");
            assertThat(rows.text("SELECT state FROM report_push")).isEqualTo("WAITING");
        }
    }

    @Test
    void howTheBotIsStandsInTheOfficesLanguage() {
        pc.opens("desk/health").sees("Telegram", "Cơ sở dữ liệu", "Còn trống", "Chỉ mở được trên máy chủ", "cần xem");
        // The worst first.
        assertThat(pc.page().select("tbody th").eachText().get(0)).isEqualTo("Địa chỉ ngoài");
    }

    @Test
    void aFileWithANameIsMadeAgainWithOneButton() {
        sends(lan);
        pc.opens("desk/reports?form=nhanh").presses("CSV, chữ đầy đủ", "name", "F nhanh hằng tháng");
        pc.sees("Đã ghi nhớ «F nhanh hằng tháng»", "F nhanh hằng tháng");
        bot.settles();
        pc.opens("desk/files").sees("kB, giữ đến").presses("Tạo ngay").sees("Đang tạo tệp");
        bot.settles();
        assertThat(pc.opens("desk/files").page().select("a[download]")).hasSize(2);
        pc.presses("Bỏ").sees("Đã bỏ").opens("desk/files");
        assertThat(pc.page().select("button[value=make]")).isEmpty();
    }

    @Test
    void theDeskOpensFromTheOfficesNetworkOnly() throws Exception {
        assertThat(AddressRange.of("10.20.0.0/16").contains(InetAddress.getByName("10.20.255.1")))
                .isTrue();
        assertThat(AddressRange.of("10.20.0.0/16").contains(InetAddress.getByName("10.21.0.1")))
                .isFalse();
        assertThat(AddressRange.of("2001:db8::/33").contains(InetAddress.getByName("2001:db8:8000::1")))
                .isFalse();
        assertThat(AddressRange.of("0.0.0.0/0").contains(InetAddress.getByName("2001:db8::1")))
                .isFalse();
        for (String wrong : new String[] {"", "10.20/16", "office", "10.0.0.0/33", "10.0.0.0/x", "1.2.3"}) {
            Assertions.assertThatThrownBy(() -> AddressRange.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        bot.close();
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of("DANVAN_WEB_DESK_FROM", "10.20.0.0/16,203.0.113.7"));
        OfficePc elsewhere = new OfficePc(bot, bot.app().openPage());
        elsewhere.opens("desk").isAnswered(403).sees("chỉ mở được từ mạng của cơ quan");
        elsewhere.opens("desk/live/1/odata/").isAnswered(403);
        elsewhere.opens("").isAnswered(200);
    }

    private static void sends(Member reporter) {
        reporter.says("/baocao");
        reporter.taps("Báo nhanh");
        reporter.taps("Thôn 2");
        reporter.taps("✅ Gửi báo cáo");
    }
}
