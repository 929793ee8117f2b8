package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.form.Field;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.form.QuestionType;
import danvan.scenario.OfficePc.Chosen;
import danvan.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form in use is fetched, changed and sent back, each of those that are shipped; and forms that bring files of their own. */
class FormsComeBackTest {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Forms SHIPPED = Forms.load(Path.of("knowledge-base/forms"), problem -> {
        throw new AssertionError(problem.toString());
    });

    @TempDir
    Path data;

    private Bot bot;

    @AfterEach
    void stop() {
        bot.close();
    }

    private static Form shipped(String id) {
        return SHIPPED.find(id).orElseThrow();
    }

    private static String title(Form form) {
        return form.title("vi");
    }

    private static Field first(Form form) {
        return form.fields("vi").stream().filter(Field::asked).findFirst().orElseThrow();
    }

    /** The first question in other words, and the next version. */
    private static byte[] changed(Form form, byte[] file, String version) throws IOException {
        String label = first(form).label();
        if (form.source().file().endsWith(".yml")) {
            String text = new String(file, StandardCharsets.UTF_8);
            assertThat(text).contains(label);
            return text.replaceFirst(java.util.regex.Pattern.quote(label), label.replace("?", " (đã sửa)?"))
                    .replaceFirst("version: *\"?[^\\s\",}]+\"?", "version: \"" + version + "\"")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return Edited.workbook(file, book -> {
            assertThat(replaced(book.getSheet("survey"), label, label.replace("?", " (đã sửa)?")))
                    .isTrue();
            XSSFSheet settings = book.getSheet("settings");
            for (Cell heading : settings.getRow(0)) {
                if (heading.getStringCellValue().equals("version")) {
                    settings.getRow(1).getCell(heading.getColumnIndex()).setCellValue(version);
                }
            }
        });
    }

    private static boolean replaced(XSSFSheet sheet, String old, String words) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(old)) {
                    cell.setCellValue(words);
                    return true;
                }
            }
        }
        return false;
    }

    private static void answersTheFirst(Member lan, Form form) {
        Field asked = first(form);
        if (asked.type() == QuestionType.SELECT_ONE) {
            lan.taps(asked.choices().get(0).label());
        } else {
            lan.says("một");
        }
    }

    @Test
    void byChatEachShippedFormIsFetchedChangedAndSentBackWhileADraftGoesOn() throws IOException {
        bot = new Bot(data, false);
        Member hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        for (Form form : SHIPPED.all()) {
            lan.says("/baocao");
            lan.taps(title(form));
            answersTheFirst(lan, form);
            lan.taps("💾 Để sau");

            hoa.says("/bieumau");
            hoa.taps("📥 " + title(form) + " " + form.version());
            byte[] file = hoa.receives(form.source().file());
            hoa.sendsFile(form.source().file(), EXCEL, file);
            hoa.sees("đang dùng rồi và giống hệt");
            hoa.sendsFile(form.source().file(), EXCEL, changed(form, file, form.version()));
            hoa.sees("đang dùng với nội dung khác");
            hoa.sendsFile(form.source().file(), EXCEL, changed(form, file, "9"));
            hoa.sees("✏️ Câu hỏi thay đổi (1):");
            hoa.taps("✅ Đưa vào dùng");
            hoa.sees("Đã đưa vào dùng: " + title(form) + " 9");

            lan.says("/baocao");
            lan.taps("📝 " + title(form) + " (viết dở)");
            lan.taps("⬅️ Lùi");
            lan.sees(first(form).label());
            lan.taps("💾 Để sau");
            lan.says("/baocao");
            lan.taps(title(form));
            lan.sees("(đã sửa)?");
            lan.taps("✖️ Hủy");
            lan.taps("🗑 Bỏ hẳn");
        }
    }

    @Test
    void atTheDeskTheSame() throws IOException {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        OfficePc pc = new OfficePc(bot, bot.app().openPage())
                .comesInAs(bot.member("Hòa", Role.OFFICE, "tinh-thai-binh", Language.VI));
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        // With figures, with a repeat, and as text; each is walked through twice, which takes its time.
        for (Form form : List.of(shipped("f1"), shipped("f4"), shipped("f9"))) {
            String file = form.source().file();
            sends(
                    pc,
                    "a-" + file,
                    java.nio.file.Files.readAllBytes(form.original().orElseThrow()));
            pc.presses("Đưa vào dùng").sees("Đã đưa vào dùng");
            lan.says("/baocao");
            lan.taps(title(form));
            answersTheFirst(lan, form);
            lan.taps("💾 Để sau");

            byte[] fetched = pc.opens("desk/forms/" + form.id())
                    .follows("Tải tệp")
                    .isAnswered(200)
                    .bytes();
            sends(pc, "b-" + file, changed(form, fetched, "9"));
            assertThat(pc.rows())
                    .singleElement()
                    .asString()
                    .startsWith("đổi | ")
                    .contains("(đã sửa)?");
            pc.presses("Đưa vào dùng").sees("Đã đưa vào dùng");

            lan.says("/baocao");
            lan.taps("📝 " + title(form) + " (viết dở)");
            lan.taps("⬅️ Lùi");
            lan.sees(first(form).label());
            lan.taps("💾 Để sau");
        }
    }

    private void sends(OfficePc pc, String name, byte[] content) {
        pc.opens("desk/uploads").uploads("/form", new Chosen(name, content));
        bot.settles();
        pc.opens("desk/uploads").follows(name).sees("Mẫu báo cáo dùng được");
    }

    /** The list of communes came in a file of its own, and such a form could not be sent. */
    @Test
    void aFormWithItsListIsSentInOneZip() throws IOException {
        bot = new Bot(data, false);
        Member hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        byte[] form = """
                settings: {form_id: ho, version: "1", form_title: "Hộ dân"}
                survey:
                - {type: select_one_from_file thon.csv, name: thon, label: 'Thôn nào?'}
                - {type: calculate, name: ho, calculation: "pulldata('thon', 'so_ho', 'name', ${thon})"}
                - {type: integer, name: den, label: 'Trong ${ho} hộ, bao nhiêu hộ đã đến?'}
                """.getBytes(StandardCharsets.UTF_8);
        byte[] list = "name,label,so_ho\nt1,Thôn Đông,120\nt2,Thôn Đoài,98\n".getBytes(StandardCharsets.UTF_8);

        hoa.sendsFile("ho.yml", "application/yaml", form);
        hoa.sees("thon.csv");
        hoa.sees(".zip");
        hoa.sendsFile("ho.zip", "application/zip", zip(Map.of("ho/ho.yml", form, "ho/thon.csv", list)));
        hoa.sees("Mã: ho · phiên bản: 1");
        hoa.taps("✅ Đưa vào dùng");
        lan.says("/baocao");
        lan.taps("Hộ dân");
        lan.taps("Thôn Đoài");
        lan.sees("Trong 98 hộ, bao nhiêu hộ đã đến?");
        hoa.says("/bieumau");
        hoa.taps("📥 Hộ dân 1");
        assertThat(hoa.receives("ho.zip")).isNotEmpty();
        hoa.sendsFile("anh.zip", "application/zip", zip(Map.of("anh.jpg", list)));
        hoa.sees("anh.zip không phải mẫu báo cáo");
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
