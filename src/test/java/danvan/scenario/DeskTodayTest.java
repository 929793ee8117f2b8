package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for the office, counted on the desk's first page; and what it did in the chat, told by the audit. */
class DeskTodayTest {
    private static final String UNHEARD = "Ủy ban huyện mở cửa thư viện lưu động ngày nào";

    @TempDir
    private Path data;

    private Bot bot;
    private Member hoa;
    private Member lan;
    private OfficePc pc;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        String root = bot.app().openPage();
        hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        lan = bot.member("Thảo", Role.CADRE, "xa-chi-hoa", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void whatWaitsBesidesReportsIsCounted() throws SQLException {
        pc.opens("desk").sees("0 câu hỏi chờ trả lời", "0 văn bản chờ xác nhận", "0 xin lùi hạn", "0 tin nhắn không");
        lan.says(UNHEARD + "?");
        lan.taps("🙋 Hỏi văn phòng");
        try (Rows rows = new Rows(data)) {
            String member = rows.text("SELECT id FROM member WHERE name = 'Thảo'");
            rows.one("INSERT INTO task_extension (task, period, member_id, wanted, reason, asked_at)"
                    + " VALUES ('2024/T1', '2024', " + member + ", '2024-01-20', 'ốm', 0)");
            // Of a task that the programme has no more nobody can be told anything.
            rows.one("INSERT INTO task_extension (task, period, member_id, wanted, reason, asked_at)"
                    + " VALUES ('2024/gone', '2024', " + member + ", '2024-01-20', 'ốm', 0)");
            rows.one("INSERT INTO outbox (channel, chat, priority, body, created_at, due_at, state, done_at)"
                    + " SELECT 'telegram', '1', 1, '', seen, seen, 'REFUSED', seen"
                    + " FROM (SELECT MAX(asked_at) AS seen FROM question)");
        }
        pc.opens("desk").sees("1 câu hỏi chờ trả lời", "1 xin lùi hạn", "1 tin nhắn không gửi được");

        Member lead = bot.member("Sáu", Role.LEAD, "xa-tien-duc", Language.VI);
        new OfficePc(bot, bot.app().openPage())
                .comesInAs(lead)
                .opens("desk")
                .sees("0 xin lùi hạn")
                .doesNotSee("câu hỏi chờ", "không gửi được");
    }

    @Test
    void unitsThatAreLateAreCountedByFormAndLeadToTheTable() throws SQLException {
        try (Rows rows = new Rows(data)) {
            // A proposed task that the office has turned on: the model to be registered by the end of January.
            rows.one("UPDATE task_known SET switched = 1 WHERE task LIKE '%DX-DANG-KY-DVK'");
        }
        bot.clockAdvances(Duration.ofDays(40));
        pc.opens("desk").sees("đơn vị trễ hạn ·");
        String number = pc.page().select("a.count[href*=coverage] b").first().text();
        pc.follows("đơn vị trễ hạn").sees("Độ phủ", "Nhắc " + number);
    }

    @Test
    void whoDidWhatInTheChatStandsInTheAudit() throws SQLException, IOException {
        lan.says(UNHEARD + "?");
        lan.taps("🙋 Hỏi văn phòng");
        hoa.taps("✍️ Trả lời");
        hoa.says("Thư viện lưu động mở sáng thứ Bảy hằng tuần.");
        hoa.taps("✅ Gửi");
        hoa.taps("💾 3 tháng");
        hoa.says("/broadcast Nhầm ngày");
        hoa.taps("📣 Gửi cho 4 người");
        Await.until(() -> "the broadcast to end", () -> hoa.countOf("Đã gửi xong") == 1);
        hoa.taps("✏️ Thu hồi (thay bằng lời báo)");
        hoa.taps("↩️ Có, thu hồi");
        hoa.says("/programme");
        hoa.taps("🟢 Tắt: Nâng cao chất lượng tuyên truyền, tạo đồng thuận");
        pc.opens("desk/audit")
                .sees("giữ câu trả lời", UNHEARD, "gửi thông báo", "Nhầm ngày (", "thu hồi thông báo", "tắt nhiệm vụ");
        assertThat(pc.rows()).allSatisfy(row -> assertThat(row).contains("Hoa"));
        // As a workbook too, in which a text that begins like a formula is a text.
        pc.presses("Excel").isAnswered(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(pc.bytes()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSizeGreaterThan(5);
            assertThat(rows.get(1).getCellText(2)).isEqualTo("xuất nhật ký");
        }
    }
}
