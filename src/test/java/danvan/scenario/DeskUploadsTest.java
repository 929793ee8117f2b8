package danvan.scenario;

import static danvan.scenario.Edited.add;
import static danvan.scenario.Edited.put;
import static danvan.scenario.Edited.row;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.form.TestWorkbooks;
import danvan.library.imports.TestFiles;
import danvan.scenario.OfficePc.Chosen;
import danvan.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office sends workbooks, forms and documents from a PC: each is looked at, shown with all it changes, and applied. */
class DeskUploadsTest {
    private static final Object[] HEADINGS = {"type", "name", "label"};
    private static final Object[] ROAD = {"text", "road", "Đường nào hỏng?"};

    @TempDir
    private Path data;

    private Bot bot;
    private String root;
    private Member hoa;
    private OfficePc pc;

    Map<String, String> settings() {
        return Map.of();
    }

    Rows rows() throws SQLException {
        return new Rows(data);
    }

    @BeforeEach
    void opens() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("DANVAN_REPORTS_LARGEST_FILE", "1");
        bot = Bot.withPages(data, Clock.systemUTC(), settings);
        root = bot.app().openPage();
        hoa = bot.member("Trần Thị Hòa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private static byte[] roads(Object[]... survey) throws IOException {
        return TestWorkbooks.form("duong-hong", "1", "Đường hỏng", survey);
    }

    private byte[] given(String kind) {
        byte[] workbook =
                pc.opens("desk/uploads/" + kind + "/file").isAnswered(200).bytes();
        assertThat(pc.header("Content-Disposition")).startsWith("attachment");
        pc.opens("desk/uploads");
        return workbook;
    }

    @Test
    void theRosterIsFetchedEditedSentBackSeenInWholeAndDone() throws IOException {
        Member nam = bot.member("Vũ Văn Nam", Role.CADRE, "xa-tien-duc", Language.VI);
        byte[] same = given("roster");
        pc.uploads("/roster", new Chosen("danh-sach.xlsx", same)).sees("giống hệt danh sách đang dùng");
        pc.opens("desk/uploads");
        byte[] edited = Edited.workbook(same, book -> {
            for (int i = 1; i <= 30; i++) {
                add(book.getSheet("Cán bộ"), "", "Đỗ Thị Mai " + i, "Cán bộ", "xa-tien-duc", "");
            }
            put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 3, "Xã Chí Hòa");
        });
        // A name as people type it, with what a browser has to escape.
        pc.uploads("/roster", new Chosen("C:\\Users\\Hòa\\danh sách «mới».xlsx", edited));
        pc.isAnswered(200).sees("danh sách «mới».xlsx").doesNotSee("Users");
        // All of them, where the chat shows five.
        assertThat(pc.rows()).hasSize(31);
        assertThat(pc.rows().get(0)).startsWith("đổi | Vũ Văn Nam | ").contains("xã Tiến Đức | ", "xã Chí Hòa");
        assertThat(pc.rows().get(30)).isEqualTo("thêm | Đỗ Thị Mai 30 |  | Cán bộ, xã Tiến Đức");
        String page = pc.address().replaceFirst(".*/desk/", "desk/");
        nam.doesNotSee("Chí Hòa");

        pc.opens("desk/uploads")
                .follows("danh sách «mới».xlsx")
                .presses("Thực hiện")
                .sees("30 mời mới");
        nam.sees("Đồng chí nay là Cán bộ của xã Chí Hòa (Trần Thị Hòa vừa ghi nhận)");
        pc.opens("desk/files").sees("ma-moi.xlsx").follows("ma-moi.xlsx");
        assertThat(Edited.cell(pc.bytes(), "Mã mời", 1, 0)).isEqualTo("Đỗ Thị Mai 1");
        pc.opens(page).sees("đã thực hiện");
        assertThat(pc.page().select("main button")).isEmpty();
        // Another browser tab still shows the buttons.
        pc.opens("desk/uploads")
                .posts(page + "/act", "act=APPLY&csrf=" + pc.token())
                .isAnswered(409);
        pc.opens("desk/audit").sees("Trần Thị Hòa", "Vũ Văn Nam");
    }

    @Test
    void aFaultyWorkbookIsShownWithEveryFaultAndChangesNothing() throws IOException {
        byte[] edited = Edited.workbook(given("roster"), book -> {
            for (int i = 0; i < 25; i++) {
                add(book.getSheet("Cán bộ"), "", "Người " + i, "Giám đốc", "xa-tien-duc", "");
            }
        });
        pc.uploads("/roster", new Chosen("sai.xlsx", edited)).sees("25 chỗ", "Danh sách vẫn như cũ");
        assertThat(pc.rows()).hasSize(25);
        assertThat(pc.rows().get(24)).contains("Cán bộ, dòng", "Giám đốc");
        assertThat(pc.page().select("main button")).isEmpty();
        pc.follows("Tệp của tôi").sees("sai-loi.xlsx");
    }

    @Test
    void whatIsSentWhileSomebodyElseChangesTheSameIsShownAnew() throws IOException {
        bot.member("Vũ Văn Nam", Role.CADRE, "xa-tien-duc", Language.VI);
        byte[] now = given("roster");
        pc.uploads(
                "/roster",
                new Chosen(
                        "mot.xlsx",
                        Edited.workbook(
                                now, book -> put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 3, "xa-chi-hoa"))));
        String page = pc.address().replaceFirst(".*/desk/", "desk/");
        hoa.sendsFile(
                "hai.xlsx",
                Edited.EXCEL,
                Edited.workbook(now, book -> put(row(book.getSheet("Cán bộ"), "Vũ Văn Nam"), 1, "Vũ Nam")));
        hoa.taps("✅ Thực hiện");
        pc.opens(page).presses("Thực hiện").isAnswered(409).sees("đã thay đổi");
        assertThat(pc.rows().get(0)).contains("Vũ Nam", "xã Chí Hòa");
        pc.presses("Thực hiện").isAnswered(200).sees("1 đổi");
    }

    @Test
    void theGlossaryAndTheProgrammeAreSentBackTheSameWay() throws IOException {
        pc.uploads(
                "/glossary",
                new Chosen(
                        "tu-dien.xlsx",
                        Edited.workbook(
                                given("glossary"),
                                book -> add(book.getSheet("Viết tắt"), "NTC", "năm tiêu chí", "ntc", ""))));
        assertThat(pc.rows()).containsExactly("thêm | NTC |  | NTC (ntc) = năm tiêu chí");
        pc.presses("Đưa vào dùng").isAnswered(200);

        byte[] programme = given("programme");
        assertThat(programme).startsWith('P', 'K');
        pc.uploads("/programme", new Chosen("chuong-trinh.xlsx", programme)).isAnswered(200);
        pc.opens("desk/uploads")
                .uploads("/programme", new Chosen("x.xlsx", given("glossary")))
                .isAnswered(422);
        pc.sees("x.xlsx không phải chương trình công tác");
    }

    @Test
    void aFormIsExaminedInTheBackgroundAndItsFindingsAreATable() throws IOException {
        pc.opens("desk/uploads");
        pc.uploads("/form", new Chosen("bieu-mau.xlsx", roads(HEADINGS, new Object[] {"txet", "a", "A"}, ROAD)));
        bot.settles();
        pc.opens(pc.address().replaceFirst(".*/desk/", "desk/")).sees("1 chỗ", "«txet» không phải là kiểu câu hỏi");
        assertThat(pc.rows()).hasSize(1);
        pc.opens("desk/uploads");
        pc.uploads("/form", new Chosen("bieu-mau.xlsx", roads(HEADINGS, ROAD)));
        bot.settles();
        pc.opens(pc.address().replaceFirst(".*/desk/", "desk/")).sees("thêm", "Đường nào hỏng?");
        pc.presses("Đưa vào dùng").isAnswered(200);
        bot.settles();
        hoa.says("/bieumau");
        hoa.sees("Đường hỏng · duong-hong · 1");
    }

    @Test
    void severalDocumentsAreReadInTheBackgroundAndWait() throws IOException {
        pc.opens("desk/documents");
        byte[] first = TestFiles.docx(TestFiles.DECISION);
        pc.uploads(
                "/documents",
                new Chosen("mot.docx", first),
                new Chosen("hai.docx", TestFiles.docx(TestFiles.DECISION.replace("45/2025", "46/2025"))),
                new Chosen("la.exe", new byte[] {1, 2, 3}),
                new Chosen("to.pdf", new byte[(1 << 20) + 1]));
        pc.sees("Đã nhận 2 tệp", "la.exe: ", "to.pdf: lớn hơn 1 MB");
        bot.settles();
        pc.opens("desk/documents").sees("2 văn bản", "45/2025/QĐ-UBND", "46/2025/QĐ-UBND");
        pc.uploads("/documents", new Chosen("ba.docx", first)).sees("ba.docx: ");
        pc.opens("desk/documents").sees("2 văn bản");
    }

    @Test
    void whatIsNoWorkbookIsRefusedAndTellsSo() throws IOException {
        byte[] bomb = TestWorkbooks.zipped("xl/worksheets/sheet1.xml", 100 << 20);
        for (String kind : List.of("roster", "programme", "glossary")) {
            for (Chosen file : List.of(
                    new Chosen("a.exe", new byte[] {1}),
                    new Chosen("rong.xlsx", new byte[0]),
                    new Chosen("hong.xlsx", "hỏng".getBytes(StandardCharsets.UTF_8)),
                    new Chosen("bom.xlsx", bomb),
                    new Chosen("la.xlsx", TestWorkbooks.of(Map.of("Sheet1", new Object[][] {{"Chi", "Thu"}}))))) {
                pc.opens("desk/uploads").uploads("/" + kind, file);
                assertThat(pc.status()).as(kind + " " + file.name()).isIn(200, 422);
                assertThat(pc.page().select(".problem").text())
                        .as(kind + " " + file.name())
                        .isNotEmpty();
                assertThat(pc.page().select("button[value=APPLY]")).isEmpty();
            }
        }
        pc.opens("desk/uploads").uploads("/roster").isAnswered(422).sees("Chưa có tệp nào");
        pc.opens("desk/uploads/nothing/file").isAnswered(404);
        pc.opens("desk/uploads/form/file?which=x").isAnswered(404);
        pc.opens("desk/uploads/programme/file?which=2099").isAnswered(404);
        pc.opens("desk/uploads/roster/00000000-0000-0000-0000-000000000000").isAnswered(404);
    }

    /** Nothing of a file is kept before it is known that a page of ours sends it, and that the body is whole. */
    @Test
    void nothingIsTakenWithoutTheTokenOrOfAHalfUploadOrOfTooMuch() throws IOException, SQLException {
        Set<Path> halfBefore = halfFiles();
        byte[] workbook = given("roster");
        long before = stored();
        String token = pc.token();
        Chosen file = new Chosen("a.xlsx", workbook);
        pc.sendsFiles("desk/uploads/roster", "x", file).isAnswered(403);
        String type = "multipart/form-data; boundary=b";
        byte[] whole = OfficePc.parts("b", token, file);
        pc.sendsBody("desk/uploads/roster", type, Arrays.copyOf(whole, whole.length - 200))
                .isAnswered(400);
        pc.sees("không đến đủ");
        pc.sendsBody("desk/uploads/roster", "multipart/form-data", whole).isAnswered(400);
        pc.sendsBody("desk/uploads/roster", "multipart/form-data; boundary=other", whole)
                .isAnswered(400);
        pc.sendsBody("desk/uploads/roster", "application/x-www-form-urlencoded", whole)
                .isAnswered(415);
        pc.sendsBody("desk/uploads/roster", type, new byte[0]).isAnswered(400);
        // The token behind the file is too late.
        byte[] late = new String(OfficePc.parts("b", token), StandardCharsets.UTF_8)
                .replace("name=\"csrf\"", "name=\"other\"")
                .getBytes(StandardCharsets.UTF_8);
        pc.sendsBody("desk/uploads/roster", type, late).isAnswered(403);
        List<Chosen> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(new Chosen(i + ".xlsx", new byte[] {1}));
        }
        pc.sendsFiles("desk/uploads/roster", token, many.toArray(Chosen[]::new)).isAnswered(413);
        pc.sendsFiles("desk/uploads/roster", "t".repeat(70_000), file).isAnswered(413);
        pc.sendsFiles("desk/uploads/roster", token, new Chosen("to.xlsx", new byte[9 << 20]))
                .isAnswered(413);
        assertThat(stored()).isEqualTo(before);
        assertThat(halfFiles()).as("of another bot that was killed at most").isSubsetOf(halfBefore);
    }

    private static Set<Path> halfFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("danvan-desk-"))
                    .collect(Collectors.toSet());
        }
    }

    private long stored() throws SQLException {
        try (Rows rows = rows()) {
            return rows.number("SELECT COUNT(*) FROM file");
        }
    }

    @Test
    void whoIsNotOfTheOfficeSendsNothingAndAnAuditorOnlyLooks() throws IOException {
        byte[] workbook = given("roster");
        Member lead = bot.member("Phụ Trách", Role.LEAD, "xa-tien-duc", Language.VI);
        OfficePc leads = new OfficePc(bot, root).comesInAs(lead).opens("desk/members");
        leads.sendsFiles("desk/uploads/roster", leads.token(), new Chosen("a.xlsx", workbook))
                .isAnswered(404);
        leads.opens("desk/uploads").isAnswered(404);
        Member auditor = bot.member("Kiểm Tra", Role.AUDITOR, "tinh-thai-binh", Language.VI);
        OfficePc audits =
                new OfficePc(bot, root).comesInAs(auditor).opens("desk/uploads").isAnswered(200);
        assertThat(audits.page().select("form[enctype]")).isEmpty();
        audits.sendsFiles("desk/uploads/roster", audits.token(), new Chosen("a.xlsx", workbook))
                .isAnswered(404);
    }

    /** The day's limit of the chat counts at the desk too: the office sends five times what a cadre may. */
    @Test
    void theDaysLimitIsTheOneOfTheChat(@TempDir Path other) {
        Map<String, String> settings = Map.of("DANVAN_REPORTS_FILES_A_DAY", "1");
        try (Bot small = Bot.withPages(other, Clock.systemUTC(), settings)) {
            Member office = small.member("Hải", Role.OFFICE, "tinh-thai-binh", Language.VI);
            OfficePc sender = new OfficePc(small, small.app().openPage())
                    .comesInAs(office)
                    .opens("desk/documents");
            Chosen[] files = new Chosen[7];
            for (int i = 0; i < files.length; i++) {
                files[i] = new Chosen("bai-" + i + ".txt", ("Điều 1. Bài số " + i).getBytes(StandardCharsets.UTF_8));
            }
            sender.uploads("/documents", files)
                    .sees("Đã nhận 5 tệp", "bai-5.txt: ", "bai-6.txt: hôm nay đồng chí đã gửi đủ");
            sender.opens("desk/uploads")
                    .uploads("/glossary", new Chosen("tu-dien.yml", new byte[] {1}))
                    .isAnswered(422);
        }
    }
}
