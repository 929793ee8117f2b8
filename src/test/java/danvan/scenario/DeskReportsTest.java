package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office deals with reports at the desk; the reporters' phones hear of it as they always did. */
class DeskReportsTest {
    private static final String COMMUNE = "xa-tien-duc";
    private static final byte[] PHOTO = "ảnh".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private Bot bot;
    private Member lan;
    private Member minh;
    private Member hoa;
    private OfficePc pc;
    private String root = "";

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), settings());
        root = bot.app().openPage();
        lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        minh = bot.member("Minh", Role.LEAD, COMMUNE, Language.VI);
        hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        pc = new OfficePc(bot, root);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    Map<String, String> settings() {
        return Map.of();
    }

    Rows rows() throws SQLException {
        return new Rows(data);
    }

    private static void sends(Member reporter, String village) {
        reporter.says("/baocao");
        reporter.taps("Báo nhanh");
        reporter.taps(village);
        if (village.equals("Thôn 5")) {
            reporter.taps("Hôm nay");
        }
        reporter.taps("✅ Gửi báo cáo");
    }

    /** A report with a place, photos, figures and a telephone number. */
    private static void sendsAll(Member reporter) {
        reporter.says("/baocao");
        reporter.taps("Nắm tình hình");
        reporter.taps("Thôn 2");
        reporter.taps("Hôm nay");
        reporter.sharesPlace(20.5, 106.25);
        reporter.taps("▫️ Đường sá");
        reporter.taps("✅ Xong (1)");
        reporter.says("1250,5");
        reporter.sendsPhoto(PHOTO);
        reporter.taps("✔️ Xong (1 tệp)");
        reporter.says("0912 345 678");
        reporter.says("4");
        reporter.taps("Không");
        reporter.taps("✅ Gửi báo cáo");
        reporter.sees("BC-2024-");
    }

    @Test
    void answersStandAsColumnsThatAreChosenAndRemembered() {
        sendsAll(lan);
        sends(lan, "Thôn 2");
        pc.comesInAs(minh).opens("desk/reports").sees("2 báo cáo", "BC-2024-0001", "BC-2024-0002", "đã nhận");
        pc.opens("desk/reports?form=lang").sees("1 báo cáo", "Thôn nào?", "Những việc gì?");
        assertThat(pc.rows()).singleElement().asString().contains("Thôn 2", "Đường sá");

        pc.presses("Ghi nhớ", "column", "/data/money", "column", "/data/contact");
        assertThat(pc.page().select("thead th").eachText()).contains("Vận động được bao nhiêu triệu?");
        // The telephone number is no column, whoever asks for it.
        pc.doesNotSee("Số điện thoại", "0912");
        assertThat(pc.page().select("thead th").eachText()).doesNotContain("Thôn nào?");
        assertThat(pc.rows()).singleElement().asString().endsWith("1250.5");

        OfficePc other = new OfficePc(bot, root).comesInAs(minh);
        other.opens("desk/reports?form=lang");
        assertThat(other.page().select("thead th").eachText())
                .contains("Vận động được bao nhiêu triệu?")
                .doesNotContain("Thôn nào?");
    }

    @Test
    void everyFilterFindsWhatItSaysAndTheAddressCanBeSent() {
        sends(lan, "Thôn 2");
        sends(lan, "Thôn 5");
        sendsAll(lan);
        Member sau = bot.member("Sáu", Role.CADRE, "xa-chi-hoa", Language.VI);
        sends(sau, "Thôn 5");
        pc.comesInAs(hoa);
        pc.opens("desk/reports").sees("4 báo cáo");
        pc.opens("desk/reports?q=%22thon+5%22").sees("2 báo cáo");
        // By what people read, which is not what is stored, with accents or without.
        pc.opens("desk/reports?q=duong+sa").sees("1 báo cáo", "BC-2024-0003");
        pc.opens("desk/reports?q=0912").sees("0 báo cáo");
        pc.opens("desk/reports?files=on").sees("1 báo cáo", "BC-2024-0003");
        pc.opens("desk/reports?form=nhanh&version=1").sees("3 báo cáo");
        pc.opens("desk/reports?unit=xa-chi-hoa").sees("1 báo cáo", "BC-2024-0004");
        pc.opens("desk/reports?unit=x%C3%A3+Ti%E1%BA%BFn+%C4%90%E1%BB%A9c+%5Bxa-tien-duc%5D")
                .sees("3 báo cáo");
        pc.opens("desk/reports?unit=huyen-hung-ha").sees("4 báo cáo");
        pc.opens("desk/reports?unit=huyen-hung-ha&exact=on").sees("0 báo cáo");
        pc.opens("desk/reports?unit=xa+khong+co").sees("0 báo cáo", "Không rõ đơn vị nào");
        pc.opens("desk/reports?period=2024-01").sees("4 báo cáo");
        pc.opens("desk/reports?period=2023").sees("0 báo cáo");
        pc.opens("desk/reports?period=mai").sees("Kỳ viết như");
        pc.opens("desk/reports?from=2024-01-02&to=2024-01-02").sees("4 báo cáo");
        pc.opens("desk/reports?from=2024-01-03").sees("0 báo cáo");
        pc.opens("desk/reports?state=RETURNED").sees("0 báo cáo");
        pc.opens("desk/reports?state=RETURNED&state=RECEIVED").sees("4 báo cáo");
        pc.opens("desk/reports?assignee=nobody").sees("4 báo cáo");
        pc.opens("desk/reports?assignee=me").sees("0 báo cáo");
        pc.opens("desk/reports?nil=yes").sees("0 báo cáo");
        pc.opens("desk/reports?urgent=on").sees("0 báo cáo");
        pc.opens("desk/reports?reporter=S%C3%A1u+%23" + number(pc, "Sáu")).sees("1 báo cáo", "BC-2024-0004");
        pc.opens("desk/reports?sort=receipt&up=on");
        assertThat(pc.rows().get(0)).contains("BC-2024-0001");
        pc.opens("desk/reports?sort=unit");
        assertThat(pc.rows()).hasSize(4);
        pc.opens("desk/reports?form=lang&sort=%2Fdata%2Fmoney&up=on").sees("1 báo cáo");
        pc.opens("desk/reports?form=lang&sort=%2Fdata%2Fcontact").sees("1 báo cáo");
        pc.opens("desk/reports?page=99").sees("4 báo cáo", "BC-2024-0001");
        pc.opens("desk/reports?page=abc&state=%00&q=%25%27_%22").isAnswered(200).sees("0 báo cáo");
    }

    private static String number(OfficePc pc, String name) {
        pc.opens("desk/reports");
        return pc.page().select("#reporters option").stream()
                .map(option -> option.attr("value"))
                .filter(value -> value.startsWith(name))
                .map(value -> value.replaceFirst(".*#", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLeadReturnsAReportAtTheDeskAndTheReporterHearsOfItAndCorrectsIt() throws SQLException {
        sends(lan, "Thôn 2");
        sends(lan, "Thôn 5");
        pc.comesInAs(minh)
                .opens("desk/reports?state=RECEIVED")
                .follows("BC-2024-0002")
                .sees("Thôn nào?", "Thôn 5", "1/2");
        pc.presses("Trả lại", "words", "").isAnswered(422).sees("Xin viết lý do");
        pc.presses("Trả lại", "words", "Gọi cho 0912345678").isAnswered(422).sees("số điện thoại");
        assertThat(pc.page().select("#reason").text()).isEqualTo("Gọi cho 0912345678");

        // Decided, and on to the next of the list.
        pc.presses("Trả lại", "words", "Nhầm thôn").sees("BC-2024-0002", "BC-2024-0001", "Thôn 2");
        assertThat(pc.address()).contains("/desk/reports/BC-2024-0001?in=");
        lan.sees("Nhầm thôn");
        lan.taps("✏️ Sửa báo cáo");
        lan.taps("✏️ Sửa");
        lan.taps("Thôn nào?");
        lan.taps("Thôn 2");
        lan.taps("✅ Gửi báo cáo");
        minh.sees("Lan đã sửa và gửi lại BC-2024-0002");

        pc.opens("desk/reports/BC-2024-0002").sees("So sánh các bản", "trả lại", "Nhầm thôn", "sửa và gửi lại");
        assertThat(pc.page().select(".editions tr.changed").eachText()).anyMatch(row -> row.contains("Thôn 5 Thôn 2"));
        pc.presses("Trao đổi", "words", "Cảm ơn đồng chí").sees("Đã gửi trao đổi");
        lan.sees("Cảm ơn đồng chí");
        pc.presses("Nhận xử lý").sees("đang xử lý");
        pc.presses("Đã giải quyết", "words", "Xong").sees("đã giải quyết");
        lan.sees("Xong");
        // What it says now is found, what it said before is not.
        pc.opens("desk/reports?q=%22thon+5%22").sees("0 báo cáo");
        try (Rows rows = rows()) {
            assertThat(rows.dump(List.of("report_answer"))).doesNotContain("v5");
        }
    }

    @Test
    void ofTwoWhoDecideTheSameReportTheSecondSeesWhatIsTrueAndKeepsTheWords() {
        sends(lan, "Thôn 2");
        OfficePc office = new OfficePc(bot, root).comesInAs(hoa);
        pc.comesInAs(minh).opens("desk/reports/BC-2024-0001");
        office.opens("desk/reports/BC-2024-0001").presses("Đã giải quyết");
        lan.sees("BC-2024-0001");
        pc.presses("Trả lại", "words", "Thiếu số hộ").isAnswered(409).sees("đã giải quyết");
        lan.doesNotSee("Thiếu số hộ");

        // In the chat somebody was quicker too.
        sends(lan, "Thôn 2");
        office.opens("desk/reports/BC-2024-0002");
        minh.says("/reports");
        minh.taps("BC-2024-0002");
        minh.taps("🔎 Nhận xử lý");
        office.presses("Trả lại", "words", "Thiếu số hộ").isAnswered(409).sees("đang xử lý");
        assertThat(office.page().select("#reason").text()).isEqualTo("Thiếu số hộ");
        office.presses("Trả lại").isAnswered(200).sees("trả lại để sửa");
    }

    @Test
    void personalAnswersAreHiddenAndThatTheyWereShownIsWrittenDown() throws SQLException {
        sendsAll(lan);
        pc.comesInAs(minh)
                .opens("desk/reports/BC-2024-0001")
                .sees("Số điện thoại liên hệ? •••")
                .doesNotSee("0912");
        assertThat(pc.page().select("button")).noneMatch(button -> button.text().contains("Hiện dữ liệu"));
        pc.posts("desk/reports/BC-2024-0001/show", "csrf=" + pc.token()).isAnswered(404);

        OfficePc office = new OfficePc(bot, root).comesInAs(hoa);
        office.opens("desk/reports/BC-2024-0001")
                .sees("•••", "20.50000, 106.25000")
                .doesNotSee("0912");
        assertThat(office.page()
                        .select("a[href^=https://www.openstreetmap.org/]")
                        .attr("href"))
                .isEqualTo("https://www.openstreetmap.org/?mlat=20.50000&mlon=106.25000");
        office.presses("Hiện dữ liệu cá nhân").isAnswered(200).sees("0912 345 678", "cá nhân");
        office.opens("desk/reports/BC-2024-0001").doesNotSee("0912");
        try (Rows rows = rows()) {
            assertThat(rows.dump(List.of("audit"))).contains("personal shown").contains("BC-2024-0001");
            assertThat(rows.dump(List.of("report_answer", "report_words"))).doesNotContain("0912");
        }
    }

    @Test
    void filesAreShownOrDownloadedAndRunNothing() {
        sendsAll(lan);
        pc.comesInAs(minh).opens("desk/reports/BC-2024-0001");
        String picture = pc.page().select(".files img").attr("src");
        assertThat(picture).endsWith("BC-2024-0001/file/0");
        pc.opens("desk/reports/BC-2024-0001/file/0").isAnswered(200);
        assertThat(pc.bytes()).isEqualTo(PHOTO);
        assertThat(pc.header("Content-Security-Policy")).contains("sandbox");
        assertThat(pc.header("Content-Disposition")).startsWith("inline");
        pc.opens("desk/reports/BC-2024-0001/file/1").isAnswered(404);
        pc.opens("desk/reports/BC-2024-0001/file/-1").isAnswered(404);
        pc.opens("desk/reports/BC-2024-0001/file/x").isAnswered(404);
    }

    @Test
    void manyAreDealtWithAtOnceAndWhatWasRefusedIsToldOneByOne() {
        sends(lan, "Thôn 2");
        sends(lan, "Thôn 2");
        sends(lan, "Thôn 2");
        pc.comesInAs(minh).opens("desk/reports");
        minh.says("/reports");
        minh.taps("BC-2024-0002");
        minh.taps("🔎 Nhận xử lý");
        pc.presses(
                        "Nhận xử lý",
                        "report",
                        "BC-2024-0001:0",
                        "report",
                        "BC-2024-0002:0",
                        "report",
                        "BC-2024-9999:0",
                        "report",
                        "rubbish")
                .sees("Đã nhận xử lý 1 báo cáo", "Chưa làm được với 2 báo cáo");
        assertThat(pc.rows()).anySatisfy(row -> assertThat(row).contains("BC-2024-0002", "thay đổi"));
        assertThat(pc.rows()).anySatisfy(row -> assertThat(row).contains("BC-2024-9999", "Không có báo cáo"));

        pc.opens("desk/reports?state=IN_REVIEW")
                .presses("Đã giải quyết", "which", "all")
                .sees("Đã giải quyết 2 báo cáo");
        pc.opens("desk/reports?state=RESOLVED").sees("2 báo cáo");
        pc.opens("desk/reports?state=RECEIVED").sees("1 báo cáo", "BC-2024-0003");
        pc.presses("Giao xử lý", "which", "all").sees("Đã giao 1 báo cáo");
        pc.opens("desk/reports?assignee=me").sees("BC-2024-0003");
        // A reason is written for each report by itself.
        pc.posts("desk/many", "act=RETURN&which=all&csrf=" + pc.token()).isAnswered(404);
    }

    @Test
    void whatIsExportedIsExactlyWhatIsFiltered() {
        sends(lan, "Thôn 2");
        sends(lan, "Thôn 5");
        sendsAll(lan);
        pc.comesInAs(minh).opens("desk/reports?form=nhanh&q=%22thon+5%22").sees("Đúng các báo cáo đang lọc: 1 báo cáo");
        pc.presses("CSV, chữ đầy đủ").sees("Tệp của tôi");
        bot.settles();
        pc.opens("desk/files").follows(".csv").isAnswered(200);
        assertThat(pc.body()).contains("BC-2024-0002", "Thôn 5").doesNotContain("BC-2024-0001", "BC-2024-0003");
        assertThat(pc.header("Content-Disposition")).contains("attachment");
        // Nobody else's.
        String file = pc.address().replaceFirst(".*/desk/", "desk/");
        new OfficePc(bot, root).comesInAs(hoa).opens(file).isAnswered(404);
        minh.doesNotSee("csv");
    }

    @Test
    void theFirstPageCountsWhatWaitsAndLeadsThere() {
        sends(lan, "Thôn 2");
        sends(lan, "Thôn 5");
        pc.comesInAs(minh).opens("desk").sees("2 chờ xử lý", "0 giao cho tôi");
        pc.follows("chờ xử lý").sees("2 báo cáo");
        pc.opens("desk/reports/BC-2024-0001").presses("Nhận xử lý");
        pc.opens("desk").sees("1 giao cho tôi").follows("giao cho tôi").sees("1 báo cáo", "BC-2024-0001");
    }

    @Test
    void longTextsAreRefusedInWords() {
        sends(lan, "Thôn 2");
        pc.comesInAs(minh).opens("desk/reports/BC-2024-0001");
        pc.presses("Trao đổi", "words", "a".repeat(2_000)).isAnswered(422).sees("1.500");
        String token = pc.token();
        pc.posts("desk/reports/BC-2024-0001/act", "act=REPLY&change=0&csrf=" + token + "&words=" + "a".repeat(70_000))
                .isAnswered(413)
                .sees("quá dài");
        pc.opens("desk/reports?q=" + "a".repeat(10_000)).isAnswered(414).sees("quá dài");
        pc.opens("desk/reports?" + "state=RECEIVED&".repeat(300)).isAnswered(200);
        lan.doesNotSee("aaaa");
    }
}
