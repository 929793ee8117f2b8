package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The year's tasks at the desk: when they are due, who has done them, and who asks for more time. */
class DeskProgrammeTest {
    @TempDir
    private Path data;

    private Bot bot;
    private String root;
    private Member lan;
    private Member dung;
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
        bot = Bot.withPages(data, Clock.systemUTC(), settings());
        root = bot.app().openPage();
        hoa = bot.member("Hòa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        lan = bot.member("Nhàn", Role.CADRE, "xa-tien-duc", Language.VI);
        dung = bot.member("Duyên", Role.CADRE, "xa-chi-hoa", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(hoa);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private void asks(String name, String wanted, String reason) {
        try (Rows rows = rows()) {
            rows.one("INSERT INTO task_extension (task, period, member_id, wanted, reason, asked_at)"
                    + " SELECT '2024/T1', '2024', id, '" + wanted + "', '" + reason + "', 0 FROM member WHERE name = '"
                    + name + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theMonthShowsWhatIsDueWhoHasDoneItAndWhoIsLate() throws SQLException {
        pc.opens("desk/programme").sees("Tháng 1/2024", "Nâng cao chất lượng tuyên truyền");
        assertThat(pc.page().select(".month tbody tr")).hasSize(5);
        assertThat(pc.page().select(".month td.today .day").text()).isNotEmpty();
        String before = pc.page().select(".month a.due[href*=T1?]").text();
        assertThat(before).startsWith("0/4");
        try (Rows rows = rows()) {
            rows.one(
                    "INSERT INTO task_done (task, period, member_id, done_at, how, note)"
                            + " SELECT '2024/T1', '2024', id, 1704400000000, 'DONE', 'đã họp thôn' FROM member WHERE name = 'Nhàn'");
        }
        bot.clockAdvances(Duration.ofDays(20));
        pc.opens("desk/programme?month=2024-01");
        assertThat(pc.page().select(".month a.due[href*=T1?]").text()).startsWith("1/4");
        pc.follows("Nâng cao chất lượng tuyên truyền").sees("1/4", "Duyên", "quá hạn", "Nhàn", "đã họp thôn");
        assertThat(pc.rows().get(0)).contains("quá hạn");
        pc.opens("desk/programme/2024/T1?state=DONE").sees("1 người", "Nhàn").doesNotSee("Duyên");
        pc.opens("desk/programme/2024/T1?q=chi+hoa").sees("1 người", "Duyên").doesNotSee("Nhàn");
        pc.opens("desk/programme/2024/T1?q=" + "x".repeat(7_000))
                .isAnswered(200)
                .sees("0 người");
        pc.opens("desk/programme?month=2024-13").isAnswered(200);
        pc.opens("desk/programme?month=" + "9".repeat(500)).isAnswered(200);
        pc.opens("desk/programme?month=1950-01").sees("không có việc nào đến hạn");
        pc.opens("desk/programme/2024/NONE").isAnswered(404);
        pc.opens("desk/programme/2024/T1?period=2023").isAnswered(404);
    }

    @Test
    void theYearIsAListWhoseTasksAnAdministratorTurnsOnAndOff() {
        pc.opens("desk/programme/tasks").sees("của năm 2024", "09/01/2024", "trước");
        pc.opens("desk/programme/tasks?q=tuyen+truyen,+tao").sees("1 việc");
        pc.opens("desk/programme/tasks?year=9999").sees("0 việc");
        pc.opens("desk/programme/2024/T1")
                .presses("Tắt việc này")
                .isAnswered(200)
                .sees("đang tắt");
        pc.opens("desk/programme").sees("Nâng cao");
        assertThat(pc.page().select(".month a.OFF[href*=T1?]")).hasSize(1);
        // Another tab.
        pc.opens("desk/programme/2024/T1");
        pc.posts("desk/programme/2024/T1/switch", "to=OFF&csrf=" + pc.token())
                .isAnswered(409)
                .sees("người khác");
        pc.posts("desk/programme/2024/T1/switch", "to=x&csrf=" + pc.token()).isAnswered(404);
        pc.opens("desk/programme/2024/T1").presses("Bật việc này").sees("đang bật");
        pc.opens("desk/audit").sees("bật nhiệm vụ", "tắt nhiệm vụ", "2024/T1", "Hòa");
    }

    @Test
    void whoAsksForMoreTimeIsAnsweredAtTheDeskAndHearsInTheChat() {
        asks("Nhàn", "2024-01-20", "mùa lũ");
        asks("Duyên", "2024-01-15", "ốm");
        pc.opens("desk").follows("xin lùi hạn").sees("2 người đang xin lùi hạn", "mùa lũ", "ốm", "09/01/2024");
        pc.presses("Không").isAnswered(422).sees("ghi lý do");
        pc.posts("desk/extensions/1", "act=GRANT&until=2025-12-31&words=tiếp&csrf=" + pc.token())
                .isAnswered(422);
        assertThat(pc.page().select("input[value=tiếp]")).hasSize(1);
        pc.posts("desk/extensions/1", "act=GRANT&until=hôm+nọ&csrf=" + pc.token())
                .isAnswered(422);
        pc.opens("desk/extensions")
                .presses("Đồng ý", "until", "2024-01-18", "words", "cố gắng xong sớm")
                .sees("1 người");
        lan.sees("đồng ý gia hạn việc");
        pc.presses("Không", "words", "việc gấp").sees("Không có ai");
        dung.sees("việc gấp");
        pc.posts("desk/extensions/1", "act=REFUSE&words=x&csrf=" + pc.token()).isAnswered(409);
        pc.posts("desk/extensions/99", "act=REFUSE&words=x&csrf=" + pc.token()).isAnswered(404);
        pc.opens("desk/programme/2024/T1").sees("18/01/2024");
        pc.opens("desk/audit").sees("cho lùi hạn", "không cho lùi hạn");
    }

    /** A lead sees and answers those of the own unit; for oneself nobody does. */
    @Test
    void aLeadSeesAndDecidesForTheOwnUnitOnly() {
        Member lead = bot.member("Sáu", Role.LEAD, "xa-tien-duc", Language.VI);
        asks("Nhàn", "2024-01-20", "mùa lũ");
        asks("Duyên", "2024-01-15", "ốm");
        asks("Sáu", "2024-01-16", "bận");
        OfficePc leads = new OfficePc(bot, root).comesInAs(lead);
        leads.opens("desk/extensions")
                .sees("2 người", "mùa lũ", "người khác quyết định")
                .doesNotSee("ốm");
        leads.posts("desk/extensions/2", "act=REFUSE&words=x&csrf=" + leads.token())
                .isAnswered(404);
        leads.posts("desk/extensions/3", "act=GRANT&until=2024-01-16&csrf=" + leads.token())
                .isAnswered(404);
        leads.opens("desk/programme/2024/T1").sees("Nhàn").doesNotSee("Duyên");
        assertThat(leads.page().select("button[name=to]")).isEmpty();
        Member auditor = bot.member("Kiểm", Role.AUDITOR, "tinh-thai-binh", Language.VI);
        OfficePc audits = new OfficePc(bot, root)
                .comesInAs(auditor)
                .opens("desk/extensions")
                .sees("3 người");
        assertThat(audits.page().select("button[name=act]")).isEmpty();
    }
}
