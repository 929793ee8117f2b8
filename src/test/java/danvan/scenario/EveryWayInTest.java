package danvan.scenario;

import static danvan.scenario.Edited.add;
import static danvan.scenario.Edited.put;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.library.imports.TestFiles;
import danvan.outbox.Pace;
import danvan.scenario.OfficePc.Chosen;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in that words and names have into what others read, each given a person's number: it is refused there, and at the end
 * stands in no table. The words of a lead on more time, the names of files and of people, and the rows of workbooks once passed.
 */
class EveryWayInTest {
    private static final String ID = "034087001234";
    private static final String PHONE = "0912345678";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PLAIN = "text/plain";

    /** What is said by each guard in its own words. */
    private static final String REFUSED = "số căn cước|số điện thoại|số giấy tờ|số tài khoản";

    @TempDir
    private Path data;

    private Bot bot;
    private Member hoa;
    private Member lan;
    private Member minh;
    private OfficePc pc;

    @BeforeEach
    void opens() {
        bot = new Bot(data, false, Pace.unlimited(), Map.of("DANVAN_WEB_PORT", "0"));
        String root = bot.app().openPage();
        hoa = bot.member("Hòa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        minh = bot.member("Minh", Role.LEAD, "xa-tien-duc", Language.VI);
        lan = bot.member("Nhàn", Role.CADRE, "xa-tien-duc", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    /** A way in: what is done there. */
    @FunctionalInterface
    private interface Way {
        void in() throws Exception;
    }

    @Test
    void noWayIntoTheChatTakesAPersonsNumber() throws Exception {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("answer", () -> {
            lan.says("/report");
            lan.taps("Báo cáo đột xuất");
            lan.says("Bà con gọi " + PHONE);
            lan.sees("số điện thoại");
            lan.says("/cancel");
        });
        ways.put("note on a task", () -> {
            lan.says("/tasks");
            lan.taps("1");
            lan.taps("🚫 Không áp dụng");
            lan.says("Đã giao bà Hoa, CCCD " + ID);
            lan.sees("số căn cước");
            lan.says("/cancel");
        });
        ways.put("own name", () -> {
            lan.says("/ten Nhàn " + PHONE);
            lan.sees("Chưa đổi được");
        });
        ways.put("broadcast", () -> {
            hoa.says("/broadcast Danh sách: bà Lan, CCCD " + ID);
            hoa.sees("số căn cước");
            hoa.says("/cancel");
        });
        ways.put("reason for more time", () -> {
            lan.says("/tasks");
            lan.taps("1");
            lan.taps("⏳ Xin gia hạn");
            lan.says("20/1");
            lan.says("Ốm, hỏi vợ tôi " + PHONE);
            lan.sees("số điện thoại");
            lan.says("Mùa lũ");
        });
        ways.put("lead's words on more time", () -> {
            minh.taps("✖️ Không đồng ý");
            minh.says("Không được, gọi ông Tư " + PHONE);
            minh.sees("số điện thoại");
            minh.says("Việc gấp");
            lan.sees("Việc gấp");
        });
        ways.put("name of a document", () -> {
            hoa.sendsFile("ho-so " + ID + ".docx", WORD, TestFiles.docx(TestFiles.DECISION));
            hoa.sees("số căn cước");
        });
        ways.put("name of a form", () -> {
            hoa.sendsFile("bieu-mau-" + ID + ".xls", PLAIN, new byte[] {1});
            hoa.sees("số căn cước");
        });
        ways.put("name of a glossary", () -> {
            hoa.sendsFile("tu-dien " + PHONE + ".yml", PLAIN, "abbreviations: []".getBytes(StandardCharsets.UTF_8));
            hoa.sees("số điện thoại");
        });
        ways.put("corrected field of a document", () -> {
            hoa.sendsFile("mot.docx", WORD, TestFiles.docx(TestFiles.DECISION));
            hoa.sees("Đã đọc mot.docx");
            hoa.taps(hoa.labels().stream()
                    .filter(label -> label.contains("Cơ quan ban hành"))
                    .findFirst()
                    .orElseThrow());
            hoa.says("UBND, ông Tư " + ID);
            hoa.sees("số căn cước");
            hoa.says("/cancel");
        });
        ways.put("question", () -> lan.says("Căn cước " + ID + " còn dùng được không?"));
        tried(ways);
        nothingIsKept();
    }

    @Test
    void noWayIntoTheDeskTakesAPersonsNumber() throws Exception {
        hoa.sendsFile("mot.docx", WORD, TestFiles.docx(TestFiles.DECISION));
        hoa.sees("Đã đọc mot.docx");
        try (Rows rows = new Rows(data)) {
            rows.one("INSERT INTO task_extension (task, period, member_id, wanted, reason, asked_at)"
                    + " SELECT '2024/T1', '2024', id, '2024-01-20', 'lũ', 0 FROM member WHERE name = 'Nhàn'");
        }
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("broadcast", () -> {
            pc.opens("desk/broadcasts/new");
            pc.posts("desk/broadcasts", "words=CCCD+" + ID + "&unit=xa-tien-duc&role=CADRE&csrf=" + pc.token());
        });
        ways.put(
                "words on more time",
                () -> pc.opens("desk/extensions").presses("Đồng ý", "until", "2024-01-18", "words", "gọi " + PHONE));
        ways.put("reason of a refusal", () -> pc.opens("desk/extensions").presses("Không", "words", "gọi " + PHONE));
        ways.put(
                "field of a document",
                () -> pc.opens("desk/documents")
                        .follows("45/2025/QĐ-UBND")
                        .presses("Sửa", "field", "2", "value", "UBND, ông Tư " + ID));
        ways.put("name of a document", () -> {
            pc.opens("desk/documents");
            pc.uploads("/documents", new Chosen("cccd " + ID + ".docx", TestFiles.docx(TestFiles.DECISION)));
        });
        ways.put("name of a workbook", () -> {
            pc.opens("desk/uploads");
            pc.uploads("/roster", new Chosen("danh-sach_" + PHONE + ".xlsx", given("roster")));
        });
        ways.put(
                "name of a member in a workbook",
                () -> edited(
                        "roster",
                        book -> add(book.getSheet("Cán bộ"), "", "Mai " + PHONE, "Cán bộ", "xa-tien-duc", "")));
        ways.put(
                "name of a unit",
                () -> edited(
                        "roster",
                        book -> add(
                                book.getSheet("Đơn vị"),
                                "thon-moi",
                                "Thôn Mới " + PHONE,
                                "Thôn",
                                "xa-tien-duc",
                                "",
                                "",
                                "")));
        ways.put(
                "row of the glossary",
                () -> edited("glossary", book -> add(book.getSheetAt(0), "BN", "ông Tư CCCD " + ID, "", "", "")));
        ways.put("title of a task", () -> edited("programme", EveryWayInTest::namesAPerson));
        ways.replaceAll((name, way) -> () -> {
            way.in();
            assertThat(pc.text()).containsPattern(REFUSED);
        });
        tried(ways);
        nothingIsKept();
    }

    /** All of them, also behind one that is open. */
    private static void tried(Map<String, Way> ways) throws Exception {
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, Way> way : ways.entrySet()) {
            try {
                way.getValue().in();
            } catch (AssertionError e) {
                open.add(way.getKey() + ": " + e.getMessage());
            }
        }
        assertThat(open).isEmpty();
    }

    private byte[] given(String kind) {
        byte[] workbook =
                pc.opens("desk/uploads/" + kind + "/file").isAnswered(200).bytes();
        pc.opens("desk/uploads");
        return workbook;
    }

    private void edited(String kind, Consumer<XSSFWorkbook> edit) {
        byte[] workbook = Edited.workbook(given(kind), edit);
        pc.uploads("/" + kind, new Chosen("sua.xlsx", workbook));
    }

    /** Puts a number into the title of a programme's first task. */
    private static void namesAPerson(XSSFWorkbook book) {
        for (Sheet sheet : book) {
            for (Cell heading : sheet.getRow(0)) {
                if (heading.toString().startsWith("Tên việc") && sheet.getLastRowNum() > 3) {
                    put(sheet.getRow(1), heading.getColumnIndex(), "Gặp ông Tư, CCCD " + ID);
                    return;
                }
            }
        }
        throw new AssertionError("no column of titles");
    }

    private void nothingIsKept() throws SQLException {
        bot.settles();
        try (Rows rows = new Rows(data)) {
            rows.everything()
                    .forEach((table, rowsOfIt) ->
                            assertThat(rowsOfIt).as(table).doesNotContain(ID).doesNotContain(PHONE));
        }
    }
}
