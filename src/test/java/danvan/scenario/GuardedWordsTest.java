package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On no way in do people's numbers or papers that are secret come to where others read them. */
class GuardedWordsTest {
    private static final String REFUSED = "Người khác sẽ đọc tin này";

    @TempDir
    private Path data;

    private Bot bot;

    @BeforeEach
    void opens() {
        bot = new Bot(data, false);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void aBroadcastIsNotPreparedWithThemAndMayTellWhomToCall() {
        Member office = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        office.says("/broadcast Danh sách nhận quà: bà Lan, CCCD 034087001234");
        office.sees(REFUSED);
        office.sees("số căn cước");
        office.says("/broadcast Gửi các đồng chí kế hoạch TUYỆT MẬT kèm theo");
        office.sees("dấu hiệu văn bản mật");
        office.says("/broadcast Vướng mắc xin gọi đồng chí Hoa, 0912 345 678");
        office.doesNotSee(REFUSED);
        office.sees("0912 345 678");
        // Other words for it, a file's name, and what is written below a file come in elsewhere.
        office.taps("✍️ Sửa nội dung");
        office.says("Danh sách nhận quà: bà Lan, CCCD 034087001234");
        office.sees("số căn cước");
        office.says("/cancel");
        office.taps("📎 Đính kèm tệp");
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        office.sendsFile("CCCD 034087001234.pdf", "application/pdf", pdf);
        office.sees("số căn cước");
        office.sendsFile("danh-sach.pdf", "application/pdf", pdf, "bà Lan, CCCD 034087001234");
        office.sees("số căn cước");
        office.sendsFile("danh-sach.pdf", "application/pdf", pdf, "hỏi đồng chí Hoa, 0912 345 678");
        office.sees("Thông báo kèm 1 tệp");
    }

    @Test
    void noAnswerNoCaptionAndNoFilesNameHoldsThem() throws Exception {
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        lan.says("/report");
        lan.taps("Báo cáo đột xuất");
        lan.says("Ngập đường thôn 3, gọi bà Hoa 0912 345 678");
        lan.sees("số điện thoại");
        lan.says("Ngập đường thôn 3, đã báo văn phòng xã 0227 3 861 234");
        lan.sees("Việc này thuộc loại nào?");
        try (Rows rows = new Rows(data)) {
            assertThat(rows.everything().values()).noneMatch(table -> table.contains("0912 345 678"));
        }
    }

    @Test
    void whatShowsThatATaskIsDoneDoesNotHoldThem() {
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        lan.says("/tasks");
        lan.taps("1");
        lan.taps("🚫 Không áp dụng");
        lan.says("Đã giao chị Hoa, STK 0123456789");
        lan.sees(REFUSED);
        lan.sees("số tài khoản");
    }
}
