package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which communes have sent a form, seen at the desk; and one press that reminds those that have not. */
class DeskCoverageTest {
    @TempDir
    private Path data;

    private Bot bot;
    private Member lan;
    private Member sau;
    private Member hoa;
    private OfficePc pc;
    private String root = "";

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        sau = bot.member("Sáu", Role.LEAD, "xa-chi-hoa", Language.EN);
        hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        pc = new OfficePc(bot, root);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private static void sends(Member reporter, String form) {
        reporter.says("/baocao");
        reporter.taps(form);
        reporter.taps("Thôn 2");
        reporter.taps("✅ Gửi báo cáo");
    }

    @Test
    void theMissingAreCountedShownAndRemindedInOneAction() throws SQLException {
        sends(lan, "Báo nhanh");
        bot.clockAdvances(Duration.ofDays(40));
        pc.comesInAs(hoa).opens("desk/coverage?form=nhanh&periods=3").sees("Độ phủ", "1/2024", "2/2024");
        assertThat(row("xã Tiến Đức")).contains("✓", "đã gửi", "…");
        // Before the first report nobody can know; afterwards it is missing.
        assertThat(row("xã Chí Hòa")).contains("?", "✗", "chưa gửi", "…").endsWith("1");

        pc.follows("Nhắc")
                .sees("Báo nhanh · 1/2024", "chưa gửi", "xã Chí Hòa", "Sáu")
                .doesNotSee("Lan");
        pc.presses("Nhắc 1 người").sees("Đã nhắc 1 người");
        sau.sees("your unit has not sent “Quick note” for 1/2024");
        lan.doesNotSee("🔔 Hoa");
        try (Rows rows = new Rows(data)) {
            assertThat(rows.dump(List.of("audit"))).contains("reminded", "nhanh 2024-01");
        }
        // It begins the report where it stands.
        sau.taps("📝 Quick note");
        sau.sees("Which village?");
    }

    @Test
    void theTableIsAPictureTooAndIsLookedAtByPerson() {
        sends(lan, "Báo nhanh");
        bot.clockAdvances(Duration.ofDays(40));
        pc.comesInAs(hoa)
                .opens("desk/coverage?form=nhanh&periods=3")
                .follows("Ảnh")
                .isAnswered(200);
        assertThat(pc.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(pc.body())
                .contains("<svg", "xã Tiến Đức", "chưa gửi", "1/2024")
                .doesNotContain("<script");
        pc.opens("desk/coverage?form=nhanh&periods=3").follows("Theo người").sees("4 người", "của hôm nay");
        // Who has sent least stands first; the number leads to the reports.
        assertThat(pc.rows()).hasSize(4).last().asString().contains("xã Tiến Đức");
        assertThat(pc.page().select("tbody th").eachText()).last().asString().isEqualTo("Lan");
        pc.opens(pc.page().select("tbody a.cell").attr("abs:href").replace(root, ""))
                .sees("1 báo cáo", "BC-2024-0001");

        new OfficePc(bot, root)
                .comesInAs(sau)
                .opens("desk/coverage/people?form=nhanh")
                .doesNotSee("Lan");
    }

    @Test
    void whoHasSentItMeanwhileIsNotReminded() {
        sends(lan, "Báo nhanh");
        bot.clockAdvances(Duration.ofDays(40));
        pc.comesInAs(hoa).opens("desk/coverage/missing?form=nhanh&period=2024-01");
        Member ba = bot.member("Ba", Role.CADRE, "xa-chi-hoa", Language.VI);
        pc.presses("Nhắc 1 người").isAnswered(409).sees("Ba", "Sáu", "Nhắc 2 người");
        ba.doesNotSee("🔔 Hoa");
        pc.posts("desk/coverage/remind", "csrf=" + pc.token() + "&in=form%3Dnhanh%26period%3D2031-01&count=0")
                .isAnswered(404);
    }

    /** Two colleagues had the same page open, and everybody was reminded twice. */
    @Test
    void theSameReminderWithinAnHourIsAskedAboutFirst() {
        sends(lan, "Báo nhanh");
        bot.clockAdvances(Duration.ofDays(40));
        OfficePc other = new OfficePc(bot, root).comesInAs(hoa);
        other.opens("desk/coverage/missing?form=nhanh&period=2024-01").doesNotSee("vừa được nhắc");
        pc.comesInAs(hoa).opens("desk/coverage/missing?form=nhanh&period=2024-01");
        pc.presses("Nhắc 1 người").sees("Đã nhắc 1 người");
        other.presses("Nhắc 1 người").isAnswered(409).sees("Kỳ này vừa được nhắc lúc");
        assertThat(sau.countOf("your unit has not sent")).isEqualTo(1);
        other.presses("Nhắc 1 người").sees("Đã nhắc 1 người");
        assertThat(sau.countOf("your unit has not sent")).isEqualTo(2);
        pc.opens("desk/coverage/missing?form=nhanh&period=2024-02").doesNotSee("vừa được nhắc");
        bot.clockAdvances(Duration.ofHours(2));
        pc.opens("desk/coverage/missing?form=nhanh&period=2024-01").doesNotSee("vừa được nhắc");
    }

    @Test
    void theTableLeavesAsAWorkbook() throws IOException {
        sends(lan, "Báo nhanh");
        pc.comesInAs(hoa)
                .opens("desk/coverage?form=nhanh&periods=3")
                .follows("Excel")
                .isAnswered(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(pc.bytes()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.stream()
                                    .map(cell -> cell == null ? "" : cell.getText())
                                    .collect(Collectors.joining("|")))
                            .toList())
                    .anyMatch(row -> row.startsWith("Báo nhanh"))
                    .anyMatch(row -> row.startsWith("Đơn vị|11/2023|12/2023|1/2024|"))
                    .anyMatch(row -> row.startsWith("xã Tiến Đức|") && row.contains("đã gửi"))
                    .anyMatch(row -> row.startsWith("Tổng|"));
        }
    }

    @Test
    void aLeadSeesTheOwnCommuneAndNoOther() {
        sends(lan, "Báo nhanh");
        pc.comesInAs(sau).opens("desk/coverage?form=nhanh").sees("xã Chí Hòa");
        assertThat(pc.rows()).noneMatch(row -> row.startsWith("xã Tiến Đức"));
        pc.opens("desk/coverage?form=nhanh&unit=xa-tien-duc").sees("No unit owes this form");
        pc.opens("desk/coverage?form=rubbish&unit=nowhere&periods=-3&order=x").isAnswered(200);
        pc.opens("desk/coverage/missing?form=x&period=%3Cscript%3E").isAnswered(200);
        assertThat(pc.page().select("main script")).isEmpty();
    }

    @Test
    void theTableLeavesAsAFile() {
        sends(lan, "Báo nhanh");
        pc.comesInAs(hoa)
                .opens("desk/coverage?form=nhanh&periods=3")
                .follows("CSV")
                .isAnswered(200);
        assertThat(pc.body()).startsWith("\uFEFF").contains("\"xã Tiến Đức\"", "1/2024");
        assertThat(pc.header("Content-Type")).startsWith("text/csv");
    }

    private String row(String unit) {
        return pc.rows().stream()
                .filter(row -> row.startsWith(unit))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + unit + " in " + pc.rows()));
    }
}
