package danvan.scenario;

import static danvan.scenario.Edited.EXCEL;
import static danvan.scenario.Edited.add;
import static danvan.scenario.Edited.row;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office edits the glossary in Excel and sends it back. */
class GlossaryByChatTest {
    private static final String QUESTION = "ntc la gi";
    private static final String ANSWER = "tiêu chí";

    @TempDir
    Path data;

    private Path file;
    private Bot bot;
    private Member hoa;
    private Member lan;

    @BeforeEach
    void start() throws IOException {
        file = Files.copy(Path.of("knowledge-base/glossary.yml"), data.resolve("glossary.yml"));
        bot = Bot.withGlossary(data, file);
        hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private byte[] fetched() {
        hoa.says("/tudien");
        return hoa.receives("tu-dien.xlsx");
    }

    private void isNotUnderstood() {
        lan.says(QUESTION);
        lan.doesNotSee("Năm tiêu chí");
    }

    private void isAnswered() {
        lan.says(QUESTION);
        lan.sees("Năm " + ANSWER);
    }

    @Test
    void whatHoaChangesInExcelIsUnderstoodAtOnceAndAfterARestart() throws IOException {
        isNotUnderstood();
        byte[] workbook = fetched();
        hoa.sees("Sửa ngay trong Excel", "📄 Lấy bản .yml");
        hoa.sendsFile("tu-dien.xlsx", EXCEL, workbook);
        hoa.sees("giống hệt bản đang dùng");
        hoa.sendsFile("tu-dien.xlsx", EXCEL, Edited.workbook(workbook, opened -> {
            Sheet sheet = opened.getSheet("Viết tắt");
            add(sheet, "NTC", "năm tiêu chí của mô hình chính quyền thân thiện", "ntc; 5tc", "");
            row(sheet, "ANTT").getCell(2).setCellValue("antt; an ninh tt");
            sheet.removeRow(row(sheet, "QPAN"));
        }));
        hoa.sees("1 mới, 1 đổi, 1 bỏ", "✅ Đưa vào dùng", "🗑 Không đổi");
        hoa.sees("🆕 NTC (ntc; 5tc) = năm tiêu chí của mô hình chính quyền thân thiện");
        hoa.sees("➖ QPAN");
        isNotUnderstood();
        Runnable again = hoa.keepsButton("✅ Đưa vào dùng");
        hoa.taps("✅ Đưa vào dùng");
        hoa.sees("1 mới, 1 đổi, 1 bỏ. Mọi câu hỏi được hiểu theo đó ngay");
        isAnswered();
        bot.restarts();
        isAnswered();
        again.run();
        hoa.seesToast("đã được quyết định rồi");
        hoa.says("/glossary");
        assertThat(Edited.beside(hoa.receives("tu-dien.xlsx"), "Viết tắt", "NTC", 1))
                .isEqualTo("năm tiêu chí của mô hình chính quyền thân thiện");
        hoa.taps("📄 Lấy bản .yml");
        byte[] yaml = hoa.receives("glossary.yml");
        assertThat(new String(yaml, StandardCharsets.UTF_8)).contains("NTC").doesNotContain("QPAN");
        hoa.sendsFile("glossary.yml", "application/yaml", yaml);
        hoa.sees("giống hệt bản đang dùng");
    }

    @Test
    void aFaultyWorkbookComesBackWithItsFaultsAndNothingChanges() throws IOException {
        byte[] workbook = fetched();
        hoa.sendsFile("tu-dien.xlsx", EXCEL, Edited.workbook(workbook, opened -> {
            Sheet sheet = opened.getSheet("Viết tắt");
            row(sheet, "DVK").getCell(1).setCellValue("");
            add(sheet, "NTC", "năm tiêu chí của mô hình chính quyền thân thiện", "mttq", "");
            add(opened.getSheet("Thuật ngữ"), "nhà văn hóa", "", "");
        }));
        hoa.sees("Chưa dùng được tu-dien.xlsx: còn 3 chỗ cần sửa. Từ điển đang dùng vẫn như cũ");
        hoa.sees("Viết tắt, dòng 2, cột «Viết đầy đủ»: «DVK» chưa có cách viết đầy đủ");
        hoa.sees("«mttq» đã là cách gõ của một mục khác");
        hoa.sees("«nhà văn hóa» chưa có tiếng Thổ Nhĩ Kỳ hay tiếng Anh");
        assertThat(Edited.noteBeside(hoa.receives("tu-dien-loi.xlsx"), "Viết tắt", "DVK", 1))
                .contains("chưa có cách viết đầy đủ");
        hoa.sendsFile("tu-dien.xlsx", EXCEL, Edited.workbook(workbook, opened -> opened.removeSheetAt(2)));
        hoa.sees("thiếu trang «Thuật ngữ");
        hoa.sendsFile("tu-dien.yml", "application/yaml", "terms:\n - {vi: \"x".getBytes(StandardCharsets.UTF_8));
        hoa.sees("không đúng dạng YAML");
        isNotUnderstood();
        hoa.sendsFile("tu-dien.xlsx", EXCEL, workbook);
        hoa.sees("giống hệt bản đang dùng");
    }

    @Test
    void titlesAboveTheHeadingsArePassedOver() throws IOException {
        hoa.sendsFile("tu-dien.xlsx", EXCEL, Edited.workbook(fetched(), opened -> {
            add(opened.getSheet("Viết tắt"), "NTC", "năm tiêu chí của mô hình chính quyền thân thiện", "ntc", "");
            opened.forEach(Edited::titled);
        }));
        hoa.sees("1 mới, 0 đổi, 0 bỏ", "✅ Đưa vào dùng");
    }

    @Test
    void lanMayNeitherFetchNorSendIt() throws IOException {
        byte[] workbook = fetched();
        lan.says("/tudien");
        lan.sees("chưa có lệnh");
        lan.sendsFile("tu-dien.xlsx", EXCEL, workbook);
        lan.sees("chỉ đọc được chữ và nút bấm");
    }

    @Test
    void whatIsWrittenToTheFileIsTakenUpWhileTheBotRunsUnlessTheOfficeSaysOtherwise() throws IOException {
        isNotUnderstood();
        String before = Files.readString(file);
        String entry =
                "abbreviations:\n  - {abbr: \"NTC\", full: \"năm tiêu chí của mô hình chính quyền thân thiện\", variants: [\"ntc\"]}\n";
        Files.writeString(file, before.replace("abbreviations:\n", "abbreviations:\n  - {abbr: \"NTC\n"));
        Files.writeString(file, before.replace("abbreviations:\n", entry));
        Await.until(() -> "the file to be taken up", () -> {
            hoa.says("/tudien");
            return hoa.countOf("(" + (entries(before) + 1) + " mục)") > 0;
        });
        Await.until(() -> "Lan to be understood", () -> {
            lan.says(QUESTION);
            return lan.countOf("Năm " + ANSWER) > 0;
        });
        hoa.sendsFile("tu-dien.xlsx", EXCEL, Edited.workbook(fetched(), opened -> {
            Sheet sheet = opened.getSheet("Viết tắt");
            sheet.removeRow(row(sheet, "NTC"));
        }));
        hoa.taps("✅ Đưa vào dùng");
        isNotUnderstood();
        Files.writeString(file, before.replace("abbreviations:\n", entry) + "\n# again\n");
        bot.restarts();
        isNotUnderstood();
        hoa.says("/tudien");
        hoa.sees("(" + entries(before) + " mục)");
    }

    private static long entries(String yaml) {
        return yaml.lines().filter(line -> line.startsWith("  - ")).count();
    }
}
