package danvan.scenario;

import danvan.chat.Role;
import danvan.form.TestWorkbooks;
import danvan.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that the office sends goes through its versions. {@link FormVersionsAfterRestartsTest} tells it with restarts. */
class FormVersionsTest {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Object[] HEADINGS = {"type", "name", "label"};
    private static final Object[] ROAD = {"text", "road", "Đường nào hỏng?"};
    private static final Object[] METRES = {"integer", "metres", "Bao nhiêu mét?"};

    @TempDir
    Path data;

    private Bot bot;
    private Member hoa;
    private Member lan;

    boolean restartsBeforeEveryTurn() {
        return false;
    }

    @BeforeEach
    void start() {
        bot = new Bot(data, restartsBeforeEveryTurn());
        hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private static byte[] roads(String version, Object[]... survey) throws IOException {
        return TestWorkbooks.form("duong-hong", version, "Đường hỏng", survey);
    }

    @Test
    void aFormIsLiveAtOnceAndItsNextVersionServesNewReportsWhileADraftFinishesOnTheOld() throws IOException {
        hoa.sendsFile("duong hong.xlsx", EXCEL, roads("1", HEADINGS, ROAD));
        hoa.sees("Đã nhận mẫu báo cáo duong hong.xlsx");
        hoa.sees("Mã: duong-hong · phiên bản: 1", "✅ Đưa vào dùng", "🗑 Không dùng");
        hoa.sees("Đây là mẫu mới");
        lan.says("/baocao");
        lan.doesNotSeeButton("Đường hỏng");
        Runnable old = hoa.keepsButton("✅ Đưa vào dùng");
        hoa.taps("✅ Đưa vào dùng");
        hoa.sees("Đã đưa vào dùng: Đường hỏng 1");
        old.run();
        hoa.seesToast("đã được quyết định rồi");

        lan.says("/baocao");
        lan.taps("Đường hỏng");
        lan.sees("Đường nào hỏng?");

        hoa.sendsFile("duong hong 2.xlsx", EXCEL, roads("2", HEADINGS, ROAD, METRES));
        hoa.sees("thay phiên bản 1");
        hoa.sees("➕ Câu hỏi mới (1):\n• Bao nhiêu mét?");
        hoa.taps("✅ Đưa vào dùng");
        hoa.sees("Đã đưa vào dùng: Đường hỏng 2");

        lan.says("Đường thôn 3");
        lan.sees("Xin xem lại");
        lan.taps("✅ Gửi báo cáo");
        lan.sees("Đã gửi Đường hỏng");
        lan.says("/baocao");
        lan.taps("Đường hỏng");
        lan.says("Đường thôn 4");
        lan.sees("Bao nhiêu mét?");
        hoa.says("/reports");
        hoa.taps("BC-2024-0001");
        hoa.sees("Đường nào hỏng? Đường thôn 3");
        hoa.doesNotSee("Bao nhiêu mét?");
    }
}
