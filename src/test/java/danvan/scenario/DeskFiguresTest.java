package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form's reports come to, seen at the desk: the numbers of the period's Word file, each leading to its reports. */
class DeskFiguresTest {
    @TempDir
    private Path data;

    private Bot bot;
    private Member lan;
    private Member sau;
    private Member minh;
    private OfficePc pc;
    private String root = "";

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        sau = bot.member("Sáu", Role.CADRE, "xa-chi-hoa", Language.VI);
        minh = bot.member("Minh", Role.LEAD, "xa-tien-duc", Language.VI);
        Member hoa = bot.member("Hoa", Role.OFFICE, "huyen-hung-ha", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private static void sends(Member reporter, String money) {
        reporter.says("/baocao");
        reporter.taps("Nắm tình hình");
        reporter.taps("Thôn 2");
        reporter.taps("Hôm nay");
        reporter.sharesPlace(20.5, 106.25);
        reporter.taps("▫️ Đường sá");
        reporter.taps("✅ Xong (1)");
        reporter.says(money);
        reporter.sendsPhoto("ảnh".getBytes(StandardCharsets.UTF_8));
        reporter.taps("✔️ Xong (1 tệp)");
        reporter.says("0912 345 678");
        reporter.says("4");
        reporter.taps("Không");
        reporter.taps("✅ Gửi báo cáo");
        reporter.sees("BC-2024-");
    }

    @Test
    void aPeriodStandsBesideTheOneBeforeAndEachNumberLeadsToItsReports() {
        sends(lan, "1250,5");
        sends(sau, "100");
        bot.clockAdvances(Duration.ofDays(31));
        sends(lan, "50");
        pc.opens("desk/figures?form=lang&period=2024-01").sees("Số liệu", "1/2024 · huyện Hưng Hà", "2 đơn vị");
        assertThat(row("Số báo cáo")).isEqualTo("Số báo cáo | 2 | 0 | +2 | 2");
        assertThat(row("Vận động được")).endsWith("| 1.350,5 | 0 | +1.350,5 | 1.350,5");
        pc.doesNotSee("Số điện thoại", "0912");
        assertThat(pc.page().select(".choices tr").eachText()).anyMatch(row -> row.startsWith("Đường sá 2"));
        pc.follows("1.350,5").sees("2 báo cáo", "BC-2024-0001", "BC-2024-0002");

        // Something has come in since, and something was corrected: nothing old is shown.
        pc.opens("desk/figures?form=lang&period=2024-02");
        assertThat(row("Vận động được")).endsWith("| 50 | 1.350,5 | −1.300,5 | 1.400,5");
        sends(sau, "7");
        pc.opens("desk/figures?form=lang&period=2024-02");
        assertThat(row("Số báo cáo")).isEqualTo("Số báo cáo | 2 | 2 | ±0 | 4");
        assertThat(row("Vận động được")).contains("| 57 |");

        pc.follows("xã Chí Hòa").sees("2/2024 · xã Chí Hòa");
        assertThat(row("Vận động được")).contains("| 7 | 100 |");
        pc.opens("desk/figures").isAnswered(200);
        pc.opens("desk/figures?form=lang&period=mai").sees("Kỳ viết như");
        pc.opens("desk/figures?form=lang&unit=nowhere").sees("Không rõ đơn vị nào");
        pc.opens("desk/figures?form=rubbish&period=9999-12&unit=%00").isAnswered(200);
    }

    /** A choice's label may stand in another answer too: the link counts those who chose it, and says so. */
    @Test
    void aChoiceLeadsToTheReportsInWhichItWasChosen() {
        sends(lan, "10");
        sends(sau, "20");
        pc.opens("desk/figures?form=lang&period=2024-01");
        String link = pc.page().select(".choices tr").stream()
                .filter(row -> row.text().startsWith("Đường sá"))
                .findFirst()
                .orElseThrow()
                .select("a")
                .attr("href")
                .replaceFirst(".*desk/", "desk/");
        pc.opens(link).sees("2 báo cáo", ": Đường sá");
        assertThat(pc.page().select("input[name=q]").val()).isEmpty();
        assertThat(pc.page().select("input[name=choice]").val()).contains("=");
        pc.opens(link.replaceFirst("%3D[^&]*", "%3Drubbish")).sees("0 báo cáo");
        pc.opens("desk/reports?form=lang&choice=/data/none%3Dx").sees("0 báo cáo");
        pc.opens("desk/reports?form=lang&choice=" + "%3D".repeat(2_000)).isAnswered(200);
        // Without a form there is no such question.
        pc.opens("desk/reports?choice=/data/none%3Dx").sees("2 báo cáo");
    }

    @Test
    void withoutAReportThePageSaysSo() {
        pc.opens("desk/figures").sees("Chưa có báo cáo nào được gửi");
        assertThat(pc.page().select("select[name=form] option").text()).isEqualTo("chưa có báo cáo");
    }

    @Test
    void aLeadSeesTheOwnCommuneOnly() {
        sends(lan, "10");
        sends(sau, "100");
        OfficePc lead = new OfficePc(bot, root).comesInAs(minh);
        lead.opens("desk/figures?form=lang&period=2024-01").sees("1/2024 · xã Tiến Đức", "1 đơn vị");
        lead.opens("desk/figures?form=lang&period=2024-01&unit=xa-chi-hoa").sees("Không rõ đơn vị nào");
        assertThat(lead.text()).doesNotContain("100");
        lead.posts(
                        "desk/figures/word",
                        "csrf=" + lead.token() + "&layout=STATE&in=form%3Dlang%26period%3D2024-01%26unit%3Dxa-chi-hoa")
                .isAnswered(404);
    }

    @Test
    void theMonthsWordFileLeavesFromHere() {
        sends(lan, "1250,5");
        pc.opens("desk/figures?form=lang&period=2024-01")
                .presses("Lập báo cáo Word")
                .sees("Tệp của tôi");
        bot.settles();
        pc.opens("desk/files").follows(".docx").isAnswered(200);
        assertThat(pc.bytes()).startsWith('P', 'K');
        assertThat(pc.header("Content-Disposition")).contains("bao-cao-2024-01-huyen-hung-ha.docx");
    }

    private String row(String label) {
        return pc.rows().stream()
                .filter(row -> row.startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + label + " in " + pc.rows()));
    }
}
