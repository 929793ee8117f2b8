package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.library.imports.TestFiles;
import danvan.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office looks through the library's documents at the desk: corrects, confirms, takes out and brings back. */
class DeskDocumentsTest {
    private static final String QUESTION = "nha van hoa thon mo cua may gio";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @TempDir
    private Path data;

    private Bot bot;
    private Member hoa;
    private Member lan;
    private OfficePc pc;

    @BeforeEach
    void opens() throws IOException {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        String root = bot.app().openPage();
        hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        lan = bot.member("Nhàn", Role.CADRE, "xa-tien-duc", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
        hoa.sendsFile("mot.docx", WORD, TestFiles.docx(TestFiles.DECISION));
        hoa.sees("Đã đọc mot.docx");
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void aDocumentIsCorrectedConfirmedRedatedTakenOutAndBroughtBack() {
        pc.opens("desk/documents").sees("1 văn bản", "chờ xác nhận", "45/2025/QĐ-UBND", "mot.docx");
        pc.follows("45/2025/QĐ-UBND").sees("Cơ quan ban hành", "Mấy dòng đầu", "phần đầu trang", "hiệu lực thi hành");
        // The date is no date: what was typed stays.
        pc.presses("Sửa", "field", "4", "value", "hôm nọ").isAnswered(422).sees("Chưa đúng dạng");
        assertThat(pc.page().select("input[value=hôm nọ]")).hasSize(1);
        pc.presses("Sửa", "field", "4", "value", "13/9/2025").sees("Đã sửa: Ngày ban hành");
        assertThat(pc.page().select("input[value=13/9/2025]")).isNotEmpty();
        String page = pc.address().replaceFirst(".*/desk/", "desk/").replaceFirst("\\?.*", "");
        pc.presses("Sửa", "field", "99", "value", "x").isAnswered(404);
        pc.opens(page);
        lan.says(QUESTION);
        lan.doesNotSee("6 giờ 30 phút");

        pc.follows("Danh sách").follows("45/2025/QĐ-UBND").presses("Xác nhận, đưa vào tra cứu");
        pc.sees("Đã đưa vào thư viện", "đang tra cứu");
        bot.settles();
        lan.says(QUESTION);
        lan.sees("6 giờ 30 phút");
        // Of what is live only the days are corrected.
        pc.follows("45/2025/QĐ-UBND");
        assertThat(pc.page().select("form.correct")).hasSize(2);
        pc.presses("Sửa", "field", "0", "value", "1/2025").isAnswered(404);
        pc.opens("desk/documents?state=LIVE").follows("45/2025/QĐ-UBND");
        pc.presses("Sửa", "field", "7", "value", "1/10/2025").sees("Đã sửa: Ngày có hiệu lực");
        pc.presses("Rút khỏi tra cứu").sees("Đã rút", "đã rút");
        bot.settles();
        lan.says(QUESTION);
        lan.doesNotSee("6 giờ 30 phút");
        pc.presses("Đưa lại vào tra cứu").sees("đang tra cứu");
        bot.settles();
        lan.says(QUESTION);
        lan.sees("6 giờ 30 phút");
        pc.opens("desk/audit").sees("Hoa", "13/9/2025");
    }

    @Test
    void theTableIsFilteredWithoutAccents() {
        pc.opens("desk/documents?q=QUY+CHE+su+dung").sees("1 văn bản");
        pc.opens("desk/documents?q=mot.docx").sees("1 văn bản");
        pc.opens("desk/documents?state=LIVE").sees("0 văn bản", "Không có văn bản nào");
        pc.opens("desk/documents?state=LIVE&state=WAITING&page=7").sees("1 văn bản");
        pc.opens("desk/documents?state=rubbish").isAnswered(200);
        pc.opens("desk/documents/0").isAnswered(404);
        pc.opens("desk/documents/x").isAnswered(404);
        pc.opens("desk/documents/9999999999999999").isAnswered(404);
    }

    /** The chat was quicker: the page says so instead of doing it twice. */
    @Test
    void whatWasDecidedInTheChatMeanwhileIsNotDecidedAgain() {
        pc.opens("desk/documents").follows("45/2025/QĐ-UBND");
        hoa.taps("✅ Đúng, đưa vào thư viện");
        pc.presses("Xác nhận, đưa vào tra cứu").isAnswered(409).sees("không còn chờ xác nhận", "đang tra cứu");
    }

    /** What came into its place is shown before it is replaced. */
    @Test
    void aNewVersionIsShownBesideTheOldOne() throws IOException {
        hoa.taps("✅ Đúng, đưa vào thư viện");
        bot.settles();
        hoa.sendsFile(
                "hai.docx",
                WORD,
                TestFiles.docx(TestFiles.DECISION.replace("sử dụng nhà văn hóa thôn", "quản lý chợ xã")));
        pc.opens("desk/documents?state=WAITING").sees("có bản trước").follows("quản lý chợ xã");
        pc.sees("Thư viện đang có bản trước", "sử dụng nhà văn hóa thôn");
        pc.posts(
                        pc.address().replaceFirst(".*/desk/", "desk/").replaceFirst("\\?.*", "") + "/act",
                        "act=CONFIRM&csrf=" + pc.token())
                .isAnswered(409)
                .sees("đã thay đổi từ lúc mở trang");
        pc.presses("Thay bản đang có").sees("hai.docx").doesNotSee("mot.docx");
    }
}
