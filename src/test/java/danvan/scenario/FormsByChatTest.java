package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.form.TestWorkbooks;
import danvan.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office brings report forms by sending their files. */
class FormsByChatTest {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Object[] HEADINGS = {"type", "name", "label"};
    private static final Object[] ROAD = {"text", "road", "Đường nào hỏng?"};
    private static final Object[] METRES = {"integer", "metres", "Bao nhiêu mét?"};

    @TempDir
    Path data;

    private Bot bot;
    private Member hoa;
    private Member lan;

    @BeforeEach
    void start() {
        bot = new Bot(data, false);
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
    void aVersionInServiceIsNotReplacedByAnotherOfItsNameNorByAnOlderOne() throws IOException {
        hoa.sendsFile("duong hong.xlsx", EXCEL, roads("2", HEADINGS, ROAD, METRES));
        hoa.taps("✅ Đưa vào dùng");
        hoa.sendsFile("duong hong 2.xlsx", EXCEL, roads("2", HEADINGS, ROAD, METRES));
        hoa.sees("đang dùng rồi và giống hệt");
        hoa.sendsFile("duong hong 2.xlsx", EXCEL, roads("2", HEADINGS, METRES));
        hoa.sees("phiên bản 2 của mẫu «duong-hong» đang dùng với nội dung khác");
        hoa.sendsFile("duong hong 2.xlsx", EXCEL, roads("1.5", HEADINGS, METRES));
        hoa.sees("cũ hơn bản đang dùng (2)");
        hoa.says("/bieumau");
        hoa.sees("Đường hỏng · duong-hong · 2", "📥 Đường hỏng 2");
        hoa.taps("📥 Đường hỏng 2");
        assertThat(hoa.receives("duong hong.xlsx")).isNotEmpty();
        // Those of the knowledge base could not be fetched, and so not be changed.
        hoa.taps("📥 Phản ánh nhanh của tổ dân vận 1");
        assertThat(hoa.receives("f1-phan-anh-nhanh.xlsx")).isNotEmpty();
    }

    @Test
    void aFaultyWorkbookComesBackWithItsCellsColouredAndTheReasonsInVietnamese() throws IOException {
        hoa.sendsFile(
                "bieu-mau.xlsx",
                EXCEL,
                roads("1", HEADINGS, new Object[] {"txet", "a", "A"}, new Object[] {"geotrace", "b", "B"}, ROAD));
        hoa.sees("Chưa dùng được bieu-mau.xlsx: còn 2 chỗ cần sửa");
        hoa.sees("survey, dòng 2, cột «type»: «txet» không phải là kiểu câu hỏi");
        hoa.sees("survey, dòng 3, cột «type»: «geotrace» không vẽ được qua tin nhắn");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(hoa.receives("bieu-mau-loi.xlsx")))) {
            var cell = workbook.getSheet("survey").getRow(1).getCell(0);
            assertThat(cell.getCellComment().getString().getString()).contains("không phải là kiểu câu hỏi");
        }
        hoa.says("/bieumau");
        hoa.sees("Các mẫu báo cáo đang dùng");
        hoa.doesNotSee("duong-hong");
    }

    @Test
    void whatIsNoFormIsToldSoOrLeftToOthersAndHarmsNothing() throws IOException {
        hoa.sendsFile("phinh.xlsx", EXCEL, TestWorkbooks.zipped("xl/worksheets/sheet1.xml", 100 << 20));
        hoa.sees("khi mở ra lớn bất thường");
        hoa.sendsFile("macro.xlsm", EXCEL, TestWorkbooks.zipped("xl/vbaProject.bin", 10));
        hoa.sees("có macro; bot không bao giờ chạy macro");
        hoa.sendsFile("chuong-trinh-2024.xls", EXCEL, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        hoa.sees("Đã nhận chuong-trinh-2024.xls");
        hoa.sees("kiểu cũ (.xls) hoặc có mật khẩu (cần: lưu lại thành .xlsx, không đặt mật khẩu)");
        hoa.doesNotSee("mẫu");
        hoa.sendsFile("bieu-mau.xlsx", EXCEL, "hỏng".getBytes(StandardCharsets.UTF_8));
        hoa.sees("không phải tệp Excel");
        hoa.sendsFile("rss.xml", "text/xml", "<rss/>".getBytes(StandardCharsets.UTF_8));
        hoa.sees("rss.xml không phải mẫu báo cáo");
        hoa.sendsFile("du-toan.xlsx", EXCEL, TestWorkbooks.of(Map.of("Sheet1", new Object[][] {{"Chi", "Thu"}})));
        hoa.sees("Bot chưa dùng được tệp du-toan.xlsx");
        lan.sendsFile("duong hong.xlsx", EXCEL, roads("1", HEADINGS, ROAD));
        lan.sees("chỉ đọc được chữ và nút bấm");
        hoa.sendsFile("ruong.xml", "text/xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
                <h:title>Ruộng</h:title><model><instance><data id="ruong"><a/></data></instance>
                <bind nodeset="/data/a" type="string"/></model></h:head>
                <h:body><input ref="/data/a"><label>Ruộng nào?</label></input></h:body></h:html>
                """.getBytes(StandardCharsets.UTF_8));
        hoa.sees("Mã: ruong · phiên bản: (không ghi)", "🗑 Không dùng");
        hoa.taps("🗑 Không dùng");
        hoa.sees("Đã bỏ; các mẫu đang dùng không thay đổi");
        lan.says("/baocao");
        lan.doesNotSeeButton("Ruộng");
    }

    /** A form with the commune's letterhead above its table was said to have no rows. */
    @Test
    void aFormWithATitleAboveItsVietnameseHeadingsIsShownAndPutLive() throws IOException {
        hoa.sendsFile(
                "duong hong.xlsx",
                EXCEL,
                roads(
                        "1",
                        new Object[] {"ỦY BAN NHÂN DÂN XÃ TIẾN ĐỨC"},
                        new Object[] {"Loại câu hỏi", "Mã câu hỏi", "Câu hỏi"},
                        ROAD));
        hoa.sees("Mã: duong-hong · phiên bản: 1");
        hoa.taps("✅ Đưa vào dùng");
        lan.says("/baocao");
        lan.taps("Đường hỏng");
        lan.sees("Đường nào hỏng?");
    }

    /** Two versions waited; the second was put live first, and the button of the first asked for something else then. */
    @Test
    void aFormThatWaitsIsListedAndJudgedByWhatIsInServiceWhenItsButtonIsTapped() throws IOException {
        hoa.sendsFile("duong hong 1.xlsx", EXCEL, roads("1", HEADINGS, ROAD));
        Runnable first = hoa.keepsButton("✅ Đưa vào dùng");
        hoa.sendsFile("duong hong 3.xlsx", EXCEL, roads("3", HEADINGS, ROAD, METRES));
        Runnable third = hoa.keepsButton("✅ Đưa vào dùng");
        hoa.sendsFile("duong hong 2.xlsx", EXCEL, roads("2", HEADINGS, METRES));
        hoa.says("/bieumau");
        hoa.taps("⏳ duong hong 2.xlsx");
        hoa.sees("Mã: duong-hong · phiên bản: 2");
        hoa.taps("✅ Đưa vào dùng");
        hoa.sees("Đã đưa vào dùng: Đường hỏng 2");
        first.run();
        hoa.sees("phiên bản 1 cũ hơn bản đang dùng (2)");
        third.run();
        hoa.sees("Dữ liệu đã thay đổi từ khi gửi tệp");
        hoa.sees("thay phiên bản 2");
        hoa.taps("✅ Đưa vào dùng");
        hoa.sees("Đã đưa vào dùng: Đường hỏng 3");
    }

    /** A button of a form that waited when the bot was brought up to date still does what it says. */
    @Test
    void aFormThatWaitedBeforeAnUpdateIsExaminedAgainAtItsButton() throws IOException, SQLException {
        hoa.sendsFile("duong hong.xlsx", EXCEL, roads("1", HEADINGS, ROAD));
        hoa.sees("Mã: duong-hong · phiên bản: 1");
        try (Rows rows = new Rows(data)) {
            String file = rows.text("SELECT file_id FROM reviewed_upload");
            rows.one("DELETE FROM reviewed_upload");
            rows.one("INSERT INTO form_sent (file_id, file_name, form_id, version, title, state, sent_by, sent_at)"
                    + " VALUES ('" + file + "', 'duong hong.xlsx', 'duong-hong', '1', 'Đường hỏng', 'WAITING', 1, 1)");
        }
        hoa.says("/bieumau");
        hoa.taps("⏳ Đường hỏng 1");
        hoa.sees("Đã nhận mẫu báo cáo duong hong.xlsx");
        hoa.sees("Mã: duong-hong · phiên bản: 1");
        hoa.taps("✅ Đưa vào dùng");
        hoa.sees("Đã đưa vào dùng: Đường hỏng 1");
    }
}
