package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office takes the reports out. */
class ExportScenarioTest {
    private static final String COMMUNE = "xa-tien-duc";

    @TempDir
    Path data;

    private Bot bot;

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void aLeadHasTheReportsOfTheUnitAsAWorkbook() throws IOException {
        bot = new Bot(data, false);
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        Member minh = bot.member("Minh", Role.LEAD, COMMUNE, Language.VI);
        minh.says("/export");
        minh.sees("Chưa có báo cáo nào");
        reports(lan, "=1+1 cháy rơm");
        lan.says("/export");
        lan.sees("Bot chưa có lệnh /export");

        minh.says("/export");
        minh.sees("theo mẫu nào", "Báo cáo đột xuất");
        minh.taps("Báo cáo đột xuất");
        bot.restarts();
        minh.taps("Toàn bộ thời gian");
        minh.tapsTwice("📗 Excel, nhãn");
        assertThat(minh.countOf("Tệp được giữ 7 ngày")).isEqualTo(1);
        byte[] file = minh.receives(".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("Báo cáo đột xuất");
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("BC-2024-0001");
        }

        Member elsewhere = bot.member("Bình", Role.LEAD, "xa-chi-hoa", Language.VI);
        elsewhere.says("/export 1999");
        elsewhere.taps("Báo cáo đột xuất");
        elsewhere.taps("📄 CSV, mã");
        elsewhere.sees("Không có báo cáo nào trong kỳ này");
    }

    @Test
    void theOfficeHasThePeriodsReportFromItsOwnTemplate() {
        bot = new Bot(data, false);
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        Member thu = bot.member("Thu", Role.OFFICE, COMMUNE, Language.VI);
        reports(lan, "cháy rơm");
        thu.says("/periodreport 2024");
        thu.sees("Lập theo mẫu nào", "🏛 Thể thức hành chính nhà nước");
        thu.taps("✏️ Lấy mẫu nhà nước để sửa");
        byte[] template = thu.receives("mau-bao-cao.docx");
        thu.taps("🏛 Thể thức hành chính nhà nước");
        thu.sees("tổng hợp từ 1 báo cáo");
        thu.receives(".docx");

        thu.sendsFile("mau-bao-cao.docx", "application/x", "hỏng".getBytes(StandardCharsets.UTF_8));
        thu.sees("mẫu cũ được giữ nguyên");
        thu.sendsFile("mau-bao-cao.docx", "application/x", template);
        thu.sees("Đã nhận mẫu mau-bao-cao.docx cho xã Tiến Đức");
        thu.says("/periodreport 2024-Q1");
        thu.taps("📄 Mẫu riêng của xã Tiến Đức");
        thu.sees("tổng hợp từ");
    }

    private static void reports(Member lan, String what) {
        lan.says("/report");
        lan.taps("Báo cáo đột xuất");
        lan.says(what);
        lan.taps("An ninh, trật tự");
        lan.says("thôn 1");
        lan.taps("Hôm nay");
        lan.says("3");
        lan.taps("Không");
        lan.taps("⏭ Bỏ qua");
        lan.says("đã dập");
        lan.taps("⏭ Bỏ qua");
        lan.taps("Bình thường");
        lan.taps("✅ Gửi báo cáo");
        lan.sees("Số biên nhận");
    }
}
