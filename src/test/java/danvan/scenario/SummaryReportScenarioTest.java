package danvan.scenario;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The teams' reports become the figures of the commune's. The cases are in {@code GatheringTest}. */
class SummaryReportScenarioTest {
    private static final String COMMUNE = "xa-tien-duc";

    @TempDir
    Path data;

    @Test
    void theCommunesReportBeginsWithTheTeamsFiguresAlsoAfterARestart() {
        try (Bot bot = new Bot(data, false)) {
            reports(bot.member("Lan", Role.CADRE, COMMUNE, Language.VI), "2", "120");
            reports(bot.member("Mai", Role.CADRE, COMMUNE, Language.VI), "3", "85");
            reports(bot.member("Tú", Role.CADRE, "xa-vu-ninh", Language.VI), "40", "900");
            Member minh = bot.member("Minh", Role.LEAD, COMMUNE, Language.VI);
            minh.says("/baocao");
            minh.taps("Báo cáo công tác dân vận của xã");
            minh.sees("Kỳ báo cáo?", "Quý I", "6 tháng đầu năm", "Cả năm");
            minh.taps("Quý I");
            bot.restarts();
            minh.taps("✔️ Giữ");
            minh.says("Tình hình ổn định");
            minh.sees("Kỳ này chưa có báo cáo nào để cộng");
            minh.says("0");
            minh.says("4");
            minh.says("0");
            minh.sees("Số buổi tuyên truyền?", "✔️ Giữ");
            minh.sees("Đang ghi: 5");
            minh.sees("Cộng từ 2 báo cáo: BC-2024-0001, BC-2024-0002");
            bot.restarts();
            minh.says("/language");
            minh.taps("English");
            minh.sees("Sum of 2 reports: BC-2024-0001, BC-2024-0002");
            minh.says("6");
            minh.sees("Total attendance?", "✔️ Keep");
            minh.sees("Current answer: 205");
            minh.taps("⬅️ Back");
            minh.sees("2 reports give 5");
        }
    }

    private static void reports(Member team, String sessions, String attendance) {
        team.says("/baocao");
        team.taps("Phản ánh nhanh của tổ dân vận");
        team.taps("Ổn định");
        team.says(sessions);
        team.says(attendance);
        team.says("0");
        team.taps("Đúng tiến độ");
        team.taps("Không");
        team.taps("✅ Gửi báo cáo");
        team.sees("Số biên nhận");
    }
}
