package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who opens which page of the desk, for reports of the own unit, of one below it, and of one elsewhere. */
class DeskRightsTest {
    /** Every page, and who may open it. A page that is added needs a line. */
    private static final Map<String, Access> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /desk", Access.READ),
            Map.entry("GET /desk/reports", Access.READ),
            Map.entry("POST /desk/columns", Access.READ),
            Map.entry("GET /desk/reports/{receipt}", Access.READ),
            Map.entry("GET /desk/reports/{receipt}/file/{number}", Access.READ),
            Map.entry("POST /desk/reports/{receipt}/act", Access.ACT),
            Map.entry("POST /desk/reports/{receipt}/show", Access.ADMINISTRATOR),
            Map.entry("POST /desk/many", Access.ACT),
            Map.entry("POST /desk/export", Access.READ),
            Map.entry("POST /desk/export/named", Access.READ),
            Map.entry("GET /desk/chat", Access.READ),
            Map.entry("GET /desk/links", Access.READ),
            Map.entry("POST /desk/links/make", Access.READ),
            Map.entry("POST /desk/links/end", Access.READ),
            Map.entry("GET /desk/deliveries", Access.READ_ALL),
            Map.entry("POST /desk/deliveries/again", Access.OFFICE),
            Map.entry("GET /desk/health", Access.READ_ALL),
            Map.entry("GET /desk/files", Access.READ),
            Map.entry("GET /desk/files/{number}", Access.READ),
            Map.entry("GET /desk/coverage", Access.READ),
            Map.entry("GET /desk/coverage/file", Access.READ),
            Map.entry("GET /desk/coverage/people", Access.READ),
            Map.entry("GET /desk/coverage/missing", Access.READ),
            Map.entry("POST /desk/coverage/remind", Access.ACT),
            Map.entry("GET /desk/figures", Access.READ),
            Map.entry("POST /desk/figures/word", Access.READ),
            Map.entry("GET /desk/members", Access.READ),
            Map.entry("GET /desk/members/{member}", Access.READ),
            Map.entry("POST /desk/members/{member}/act", Access.ACT),
            Map.entry("POST /desk/invite", Access.ACT),
            Map.entry("GET /desk/questions", Access.READ_ALL),
            Map.entry("GET /desk/questions/{question}", Access.READ_ALL),
            Map.entry("POST /desk/questions/{question}/act", Access.OFFICE),
            Map.entry("GET /desk/documents", Access.READ_ALL),
            Map.entry("GET /desk/documents/{document}", Access.READ_ALL),
            Map.entry("POST /desk/documents/{document}/act", Access.OFFICE),
            Map.entry("POST /desk/sure", Access.OFFICE),
            Map.entry("POST /desk/documents", Access.OFFICE),
            Map.entry("GET /desk/broadcasts", Access.READ_ALL),
            Map.entry("GET /desk/broadcasts/new", Access.OFFICE),
            Map.entry("GET /desk/broadcasts/{broadcast}", Access.READ_ALL),
            Map.entry("GET /desk/broadcasts/{broadcast}/files/{number}", Access.READ_ALL),
            Map.entry("POST /desk/broadcasts/{broadcast}/files", Access.OFFICE),
            Map.entry("POST /desk/broadcasts/{broadcast}/files/{number}/remove", Access.OFFICE),
            Map.entry("POST /desk/broadcasts/{broadcast}/schedule", Access.OFFICE),
            Map.entry("POST /desk/broadcasts", Access.OFFICE),
            Map.entry("POST /desk/broadcasts/{broadcast}/act", Access.OFFICE),
            Map.entry("GET /desk/answers", Access.READ_ALL),
            Map.entry("POST /desk/answers/{words}", Access.ADMINISTRATOR),
            Map.entry("GET /desk/glossary", Access.READ_ALL),
            Map.entry("POST /desk/glossary", Access.OFFICE),
            Map.entry("POST /desk/glossary/withdraw", Access.OFFICE),
            Map.entry("GET /desk/units", Access.READ),
            Map.entry("GET /desk/forms", Access.READ_ALL),
            Map.entry("GET /desk/forms/{form}", Access.READ_ALL),
            Map.entry("GET /desk/forms/{form}/file", Access.READ_ALL),
            Map.entry("GET /desk/forms/{form}/try", Access.READ_ALL),
            Map.entry("POST /desk/forms/{form}/try", Access.READ_ALL),
            Map.entry("POST /desk/forms/{form}/answer", Access.READ_ALL),
            Map.entry("GET /desk/programme", Access.READ),
            Map.entry("GET /desk/programme/tasks", Access.READ),
            Map.entry("GET /desk/programme/{year}/{task}", Access.READ),
            Map.entry("POST /desk/programme/{year}/{task}/switch", Access.ADMINISTRATOR),
            Map.entry("GET /desk/extensions", Access.READ),
            Map.entry("POST /desk/extensions/{request}", Access.ACT),
            Map.entry("GET /desk/uploads", Access.READ_ALL),
            Map.entry("GET /desk/uploads/{kind}/file", Access.READ_ALL),
            Map.entry("GET /desk/uploads/{kind}/{file}", Access.READ_ALL),
            Map.entry("POST /desk/uploads/{kind}", Access.OFFICE),
            Map.entry("POST /desk/uploads/{kind}/{file}/act", Access.OFFICE),
            Map.entry("GET /desk/audit", Access.READ_ALL),
            Map.entry("POST /desk/audit/file", Access.READ_ALL),
            Map.entry("GET /desk/sessions", Access.READ),
            Map.entry("POST /desk/sessions/end", Access.READ),
            Map.entry("POST /desk/sessions/end-others", Access.READ),
            Map.entry("POST /desk/leave", Access.READ)));

    private static final String OWN = "BC-2024-0001";
    private static final String BELOW = "BC-2024-0002";
    private static final String FOREIGN = "BC-2024-0003";

    @TempDir
    private Path data;

    private Bot bot;
    private final Map<Role, OfficePc> pcs = new EnumMap<>(Role.class);
    private final Map<Role, Member> members = new EnumMap<>(Role.class);

    @BeforeEach
    void opens() throws SQLException {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        String root = bot.app().openPage();
        Member one = bot.member("Một", Role.CADRE, "huyen-hung-ha", Language.VI);
        sends(one);
        one.says("Ủy ban huyện mở cửa thư viện lưu động ngày nào");
        sends(bot.member("Hai", Role.CADRE, "xa-tien-duc", Language.VI));
        sends(bot.member("Ba", Role.CADRE, "huyen-dong-hung", Language.VI));
        for (Role role : List.of(Role.AUDITOR, Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR)) {
            Member member = bot.member("Vai " + role, role, "huyen-hung-ha", Language.VI);
            members.put(role, member);
            pcs.put(role, new OfficePc(bot, root).comesInAs(member));
        }
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private String number(String name) {
        try (Rows rows = new Rows(data)) {
            return Long.toString(rows.number("SELECT id FROM member WHERE name = '" + name + "'"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void sends(Member reporter) {
        reporter.says("/baocao");
        reporter.taps("Báo nhanh");
        reporter.taps("Thôn 2");
        reporter.taps("✅ Gửi báo cáo");
    }

    @Test
    void everyPageHasALineInTheTable() {
        Map<String, Access> served = new TreeMap<>();
        for (Guard.Route route : bot.app().deskPages()) {
            served.put(route.method() + " " + route.path(), route.access());
        }
        assertThat(served).isEqualTo(PAGES);
    }

    /** Not 403: that there is such a page, or such a report, is not told. */
    @Test
    void whoMayNotOpenAPageIsToldThatThereIsNone() {
        PAGES.forEach((page, access) -> pcs.forEach((role, pc) -> {
            String path = page.replaceFirst("\\S+ /", "")
                    .replace("{receipt}", OWN)
                    .replace("{number}", "0")
                    .replace("{member}", number("Một"))
                    .replace("{question}", number("Một") + ":1")
                    .replace("{document}", "0")
                    .replace("{kind}", "roster")
                    .replace("{year}/{task}", "2024/none")
                    .replace("{request}", "0")
                    .replace("{form}", "nhanh")
                    .replace("{words}", "1:1")
                    .replace("{broadcast}", "none")
                    .replace("{file}", "0");
            boolean changes = page.startsWith("POST");
            if (path.equals("desk/leave") || (changes && access.allows(role))) {
                // What changes something is told in the stories.
                return;
            }
            if (changes) {
                pc.opens("desk/sessions");
                pc.posts(path, "act=REVIEW&change=0&csrf=" + pc.token());
            } else {
                pc.opens(path);
            }
            boolean there = !path.contains("/file/")
                    && !path.endsWith("files/0")
                    && !path.endsWith("documents/0")
                    && !path.endsWith("roster/0")
                    && !path.endsWith("/none");
            assertThat(pc.status()).as(page + " for " + role).isEqualTo(access.allows(role) && there ? 200 : 404);
        }));
    }

    @Test
    void aReportIsSeenAndDealtWithByThoseItConcerns() {
        for (Map.Entry<String, List<Role>> report : Map.of(
                        OWN, List.of(Role.AUDITOR, Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR),
                        BELOW, List.of(Role.AUDITOR, Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR),
                        FOREIGN, List.of(Role.AUDITOR, Role.OFFICE, Role.ADMINISTRATOR))
                .entrySet()) {
            pcs.forEach((role, pc) -> {
                boolean theirs = report.getValue().contains(role);
                String path = "desk/reports/" + report.getKey();
                pc.opens(path);
                assertThat(pc.status()).as(report.getKey() + " for " + role).isEqualTo(theirs ? 200 : 404);
                if (!theirs) {
                    pc.doesNotSee("Thôn 2");
                }
                pc.opens("desk/reports");
                assertThat(pc.text().contains(report.getKey()))
                        .as(report.getKey() + " listed for " + role)
                        .isEqualTo(theirs);
                pc.opens("desk/sessions");
                pc.posts(path + "/act", "act=REPLY&change=0&words=Xin+ch%C3%A0o&csrf=" + pc.token());
                assertThat(pc.status())
                        .as("a reply to " + report.getKey() + " of " + role)
                        .isEqualTo(theirs && role != Role.AUDITOR ? 200 : 404);
            });
        }
    }

    @Test
    void aMemberIsSeenAndDecidedAboutByThoseWhoAnswerForTheUnit() {
        for (String name : List.of("Một", "Hai", "Ba")) {
            boolean foreign = name.equals("Ba");
            pcs.forEach((role, pc) -> {
                boolean theirs = !foreign || role != Role.LEAD;
                String path = "desk/members/" + number(name);
                pc.opens(path);
                assertThat(pc.status()).as(name + " for " + role).isEqualTo(theirs ? 200 : 404);
                assertThat(pc.page().select(".acts").isEmpty())
                        .as("nothing to be done with " + name + " for " + role)
                        .isEqualTo(!theirs || role == Role.AUDITOR);
                pc.opens("desk/members?q=" + name);
                assertThat(pc.page().select("tbody a").eachText().contains(name))
                        .as(name + " listed for " + role)
                        .isEqualTo(theirs);
                // What is refused for a box that is not ticked was allowed.
                pc.opens("desk/sessions");
                pc.posts(path + "/act", "act=LEAVE&csrf=" + pc.token());
                assertThat(pc.status())
                        .as("letting go " + name + " by " + role)
                        .isEqualTo(theirs && role != Role.AUDITOR ? 422 : 404);
            });
        }
    }

    @Test
    void aLeadsFilterByAnotherUnitFindsNothingThere() {
        OfficePc lead = pcs.get(Role.LEAD);
        lead.opens("desk/reports?unit=huyen-dong-hung").sees("0 báo cáo");
        lead.opens("desk/reports?unit=tinh-thai-binh").sees("2 báo cáo");
        lead.opens("desk/reports?q=thon+2").sees("2 báo cáo");
        lead.presses("CSV, mã");
        bot.settles();
        lead.opens("desk/files").follows(".csv");
        assertThat(lead.body()).contains(OWN, BELOW).doesNotContain(FOREIGN);
    }

    /** Somebody who sits before an open page has a role until it is taken away, and no longer. */
    @Test
    void aRoleThatFellWhileAPageWasOpenChangesNothingAnyMore() throws SQLException {
        OfficePc lead = pcs.get(Role.LEAD);
        lead.opens("desk/reports/" + OWN);
        try (Rows rows = new Rows(data)) {
            rows.one("UPDATE member SET role = 'CADRE' WHERE name = 'Vai LEAD'");
        }
        lead.presses("Trả lại", "words", "Thiếu").isAnswered(401);
        pcs.get(Role.OFFICE).opens("desk/reports/" + OWN).sees("đã nhận");
    }

    @Test
    void anAuditorReadsEverythingAndChangesNothingInTheChatEither() {
        OfficePc auditor = pcs.get(Role.AUDITOR);
        auditor.opens("desk/reports").sees("3 báo cáo");
        assertThat(auditor.page().select("button[name=act], .many")).isEmpty();
        auditor.opens("desk/reports/" + OWN).sees("Thôn 2");
        assertThat(auditor.page().select(".acts, textarea")).isEmpty();
        Member inChat = members.get(Role.AUDITOR);
        inChat.says("/baocao");
        inChat.sees("Bot chưa có lệnh");
        inChat.doesNotSee("/dagui");
        inChat.doesNotSee("/moi");
        inChat.says("/banlamviec");
        inChat.sees("Trên máy tính, đồng chí mở");
        inChat.says("/ngonngu");
        inChat.sees("Chọn ngôn ngữ", "Türkçe");
    }

    @Test
    void whatWasDoneStandsInTheAudit() {
        pcs.get(Role.LEAD).opens("desk/reports/" + OWN).presses("Trả lại", "words", "Thiếu số hộ");
        OfficePc office = pcs.get(Role.OFFICE);
        office.opens("desk/audit").sees("trả lại báo cáo", OWN, "Vai LEAD", "mở bàn làm việc");
        office.opens("desk/audit?action=report+return").sees("1 mục");
        office.opens("desk/audit?q=0001&from=2024-01-01&to=2024-01-02").sees("1 mục");
        office.opens("desk/audit?from=2024-01-03").sees("0 mục");
        office.opens("desk/audit?from=rubbish&actor=x&page=-1").isAnswered(200);
        office.opens("desk/audit?action=report+return").presses("Xuất CSV").isAnswered(200);
        assertThat(office.body()).contains(OWN, "Vai LEAD").doesNotContain("mở bàn");
        office.opens("desk/audit").sees("xuất nhật ký");
    }
}
