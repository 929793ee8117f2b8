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

/** What the library does not answer is answered by the office at the desk. */
class DeskQuestionsTest {
    private static final String UNHEARD = "Ủy ban huyện mở cửa thư viện lưu động ngày nào";

    @TempDir
    private Path data;

    private Bot bot;
    private Member lan;
    private Member binh;
    private Member hoa;
    private OfficePc office;
    private OfficePc administrator;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        String root = bot.app().openPage();
        lan = bot.member("Nhàn", Role.CADRE, "xa-tien-duc", Language.EN);
        binh = bot.member("Bình", Role.OFFICE, "tinh-thai-binh", Language.VI);
        hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        office = new OfficePc(bot, root).comesInAs(binh);
        administrator = new OfficePc(bot, root).comesInAs(hoa);
        lan.says(UNHEARD);
        lan.taps("🙋 Ask the office");
        lan.sees("office");
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void aQuestionIsRepliedToKeptAndApproved() {
        office.opens("desk/questions").sees("1 câu hỏi chờ văn phòng", UNHEARD, "xã Tiến Đức", "chuyển văn phòng");
        office.doesNotSee("Nhàn");
        office.follows(UNHEARD).isAnswered(200).sees("English", "Trả lời");
        String page = office.address().replaceFirst(".*/desk/", "desk/");

        office.presses("Gửi câu trả lời", "words", "Căn cước 034203001234 nhé")
                .isAnswered(422)
                .sees("số giấy tờ");
        assertThat(office.page().select("textarea").text()).contains("034203001234");
        office.presses("Gửi câu trả lời", "words", "   ").isAnswered(422);
        office.presses("Gửi câu trả lời", "words", "a".repeat(3_001))
                .isAnswered(422)
                .sees("3.000");
        lan.doesNotSee("034203001234");
        lan.doesNotSee("aaa");
        office.presses("Gửi câu trả lời", "words", "Thư viện mở sáng thứ Bảy <hằng tuần>.\nGọi 0227 123 456.")
                .isAnswered(200)
                .sees("Đã gửi câu trả lời", "Thư viện mở sáng thứ Bảy <hằng tuần>.");
        lan.sees("Thư viện mở sáng thứ Bảy <hằng tuần>.", "👎 Not useful");
        office.opens("desk/questions").sees("Không có câu hỏi nào đang chờ");

        office.opens(page).presses("Lưu", "months", "6").sees("Đã lưu câu trả lời", "Chờ duyệt: 1 câu trả lời");
        assertThat(office.page().select("button").eachText())
                .contains("Không dùng")
                .doesNotContain("Duyệt");
        office.posts(page + "/act", "act=APPROVE&csrf=" + office.token()).isAnswered(422);
        administrator.opens("desk/questions").presses("Duyệt").sees("Đang dùng: 1 câu trả lời", "Đã duyệt");
        lan.says(UNHEARD);
        lan.sees("Thư viện mở sáng");
        office.opens("desk/questions").presses("Ngừng dùng").sees("Đã ngừng dùng");
        lan.says(UNHEARD);
        lan.doesNotSee("Thư viện mở sáng");
        administrator
                .opens("desk/audit")
                .sees("trả lời câu hỏi", "Bình", UNHEARD)
                .doesNotSee("034203001234");
    }

    /** What is no question for the office goes with those like it; whoever handed one over waits for a reply. */
    @Test
    void aQuestionIsDismissedWithThoseLikeItUnlessSomebodyWaitsForIt() {
        Member other = bot.member("Duyên", Role.CADRE, "xa-chi-hoa", Language.VI);
        other.says("Con mèo nhà tôi màu xanh lam phải không");
        Member third = bot.member("Lý", Role.CADRE, "xa-chi-hoa", Language.VI);
        third.says("Con mèo nhà tôi màu xanh lam phải không");
        office.opens("desk/questions").sees("Con mèo", "2 câu hỏi");
        String token = office.token();
        String handed = office.page().select("td a[href*=questions]").stream()
                .filter(link -> link.text().contains(UNHEARD))
                .findFirst()
                .orElseThrow()
                .attr("href")
                .replaceFirst(".*questions/", "desk/questions/");
        office.posts(handed + "/act", "act=DISMISS&csrf=" + token)
                .isAnswered(422)
                .sees("đang chờ");
        office.opens("desk/questions")
                .presses("Bỏ qua")
                .isAnswered(200)
                .sees("Đã bỏ câu hỏi")
                .doesNotSee("Con mèo");
        office.sees(UNHEARD);
        binh.says("/chuatraloi");
        binh.doesNotSee("Con mèo");
        administrator.opens("desk/audit").sees("bỏ qua câu hỏi", "Con mèo nhà tôi màu xanh lam phải không (2)");
    }

    @Test
    void theAnswersThatAreKeptAndTheWordsThatWereLearnedAreOnePageForThoseWhoApprove() throws SQLException {
        try (Rows rows = new Rows(data)) {
            rows.one(
                    "INSERT INTO learned_words (member_id, number, language, words, document, passage, passage_language,"
                            + " source, proposed_by, proposed_at) SELECT id, 77, 'vi', 'muốn mở lớp học chữ', 'x', 'y', 'vi',"
                            + " 'TAPPED', id, 0 FROM member WHERE name = 'Nhàn'");
        }
        administrator.opens("desk").sees("1 câu trả lời và từ chờ duyệt").follows("câu trả lời và từ chờ duyệt");
        administrator
                .sees("muốn mở lớp học chữ", "chờ duyệt")
                .presses("Duyệt")
                .isAnswered(200)
                .sees("đang dùng");
        office.opens("desk/answers").sees("muốn mở lớp học chữ");
        assertThat(office.page().select("main form")).isEmpty();
        String key = administrator
                .page()
                .select("form[action*=answers]")
                .attr("action")
                .replaceFirst(".*answers/", "");
        office.posts("desk/answers/" + key, "act=END&csrf=" + office.token()).isAnswered(404);
        administrator
                .posts("desk/answers/" + key, "act=APPROVE&csrf=" + administrator.token())
                .isAnswered(409);
        administrator.opens("desk/answers").presses("Ngừng dùng").sees("Chưa có từ nào");
        administrator
                .posts("desk/answers/x", "act=END&csrf=" + administrator.token())
                .isAnswered(409);
        administrator.opens("desk/audit").sees("duyệt từ đã học", "thôi dùng từ đã học");
    }

    /** Two of the office reply at once: the second is told, and the words are not lost. */
    @Test
    void theSecondReplyIsNotSentAndNotLost() {
        office.opens("desk/questions").follows(UNHEARD);
        administrator.opens("desk/questions").follows(UNHEARD);
        office.presses("Gửi câu trả lời", "words", "Câu thứ nhất");
        administrator.presses("Gửi câu trả lời", "words", "Câu thứ hai").isAnswered(409);
        administrator.sees("đã có người trả lời trước", "Câu thứ nhất", "Câu thứ hai");
        lan.sees("Câu thứ nhất");
        lan.doesNotSee("Câu thứ hai");
    }

    /** What was answered from the library is between the member and the library. */
    @Test
    void aQuestionThatIsNothingForTheOfficeIsNotThere() throws SQLException {
        lan.says("Ngày truyền thống công tác dân vận là ngày nào?");
        try (Rows rows = new Rows(data)) {
            long member = rows.number("SELECT id FROM member WHERE name = 'Nhàn'");
            assertThat(rows.number("SELECT MAX(number) FROM question WHERE member_id = " + member))
                    .isEqualTo(2);
            office.opens("desk/questions/" + member + ":2").isAnswered(404).doesNotSee("truyền thống");
            office.opens("desk/questions/" + member + ":99").isAnswered(404);
        }
        office.opens("desk/questions/1:x").isAnswered(404);
        office.opens("desk/questions/99999999999999999999:1").isAnswered(404);
    }
}
