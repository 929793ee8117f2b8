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

/** The forms in service at the desk: what they ask, their files, and a try that is never stored. */
class DeskFormsTest {
    @TempDir
    private Path data;

    private Bot bot;
    private String root;
    private OfficePc pc;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        pc = new OfficePc(bot, root).comesInAs(bot.member("Hòa", Role.OFFICE, "tinh-thai-binh", Language.VI));
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void theFormsAreListedWithTheirQuestionsAndFiles() {
        pc.opens("desk/forms").sees("2 biểu mẫu đang dùng", "Báo nhanh").follows("Báo nhanh");
        pc.sees("Các phiên bản", "Dùng ở đâu", "có sẵn");
        assertThat(pc.rows()).isNotEmpty();
        pc.follows("Tải tệp").isAnswered(200);
        assertThat(pc.header("Content-Disposition")).contains("nhanh.yml");
        assertThat(pc.body()).contains("form_id: nhanh");
        pc.opens("desk/forms/nothing").isAnswered(404);
        pc.opens("desk/forms/nhanh?version=99").isAnswered(404);
        pc.opens("desk/forms/..%2f..%2fetc/file").isAnswered(404);
    }

    private long stored() throws SQLException {
        try (Rows rows = new Rows(data)) {
            return rows.number("SELECT (SELECT COUNT(*) FROM report) + (SELECT COUNT(*) FROM report_draft)");
        }
    }

    @Test
    void aFormIsTriedToItsEndWithItsOwnRulesAndNothingIsStored() throws SQLException {
        pc.opens("desk/forms/nhanh").presses("Bắt đầu").isAnswered(200).sees("không lưu gì", "câu 1/");
        for (int i = 0; i < 60 && !pc.text().contains("Hết câu hỏi"); i++) {
            if (!pc.page().select("input[type=radio], input[type=checkbox]").isEmpty()) {
                pc.presses(
                        "Tiếp",
                        "value",
                        pc.page()
                                .select("input[type=radio], input[type=checkbox]")
                                .first()
                                .val());
            } else if (pc.text().contains("Thêm một lần nữa?")) {
                pc.presses("Không");
            } else if (!pc.page().select("button[value=SKIP]").isEmpty()) {
                pc.presses("Bỏ qua");
            } else {
                pc.presses("Tiếp", "value", "2");
            }
            assertThat(pc.status()).as(pc.text()).isEqualTo(200);
        }
        pc.sees("Hết câu hỏi").presses("Kiểm tra như khi gửi").sees("Không lưu gì");
        pc.presses("Câu trước").isAnswered(200);
        assertThat(stored()).isZero();
    }

    @Test
    void anAnswerThatIsNoneIsRefusedAsInTheChatAndStays() {
        pc.opens("desk/forms/nhanh/try").sees("Lần làm thử đã hết");
        pc.opens("desk/forms/nhanh").presses("Bắt đầu");
        String token = pc.token();
        pc.posts("desk/forms/nhanh/answer", "move=ANSWER&value=" + "x".repeat(20_000) + "&csrf=" + token);
        assertThat(pc.status()).isIn(200, 422);
        pc.posts("desk/forms/nhanh/answer", "move=GO_TO&value=/data/none&csrf=" + token)
                .isAnswered(200);
        pc.posts("desk/forms/nhanh/answer", "move=rubbish&csrf=" + token).isAnswered(404);
        pc.posts("desk/forms/lang/answer", "move=LOOK&csrf=" + token).sees("Lần làm thử đã hết");
        pc.posts("desk/forms/nothing/try", "csrf=" + token).isAnswered(404);
        // Somebody else's trial is another one.
        OfficePc other =
                new OfficePc(bot, root).comesInAs(bot.member("Kiểm", Role.AUDITOR, "tinh-thai-binh", Language.VI));
        other.opens("desk/forms/nhanh/try").sees("Lần làm thử đã hết");
    }
}
