package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import danvan.chat.Role;
import danvan.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk in a real browser, where the machine has one: at an office's screen and at a phone's. */
class DeskBrowserTest {
    private static final Path PICTURES = Path.of("target", "desk-pictures");
    private static final List<String> PAGES = List.of(
            "desk",
            "desk/reports",
            "desk/reports?form=lang",
            "desk/reports/BC-2024-0001",
            "desk/coverage",
            "desk/coverage/people?form=nhanh",
            "desk/figures?form=nhanh",
            "desk/questions",
            "desk/documents",
            "desk/members",
            "desk/programme",
            "desk/broadcasts",
            "desk/forms",
            "desk/glossary",
            "desk/units",
            "desk/uploads",
            "desk/files",
            "desk/links",
            "desk/deliveries",
            "desk/health",
            "desk/audit",
            "desk/sessions",
            "desk/chat");

    @TempDir
    private Path data;

    private Bot bot;
    private Chromium browser;
    private String root;

    @BeforeEach
    void opens() throws IOException, InterruptedException {
        assumeTrue(
                Chromium.found().isPresent(),
                "no chromium, chromium-browser or google-chrome on the PATH: the desk is not looked at in a browser");
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        Member lan = bot.member("Nguyễn Thị Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        for (int i = 0; i < 3; i++) {
            lan.says("/baocao");
            lan.taps("Báo nhanh");
            lan.taps("Thôn 2");
            lan.taps("✅ Gửi báo cáo");
        }
        browser = new Chromium(Chromium.found().orElseThrow());
    }

    @AfterEach
    void closes() throws IOException {
        if (bot != null) {
            browser.close();
            bot.close();
        }
    }

    /** One click: the examples of a rehearsal stand on the first page. */
    private Chromium.Tab inside(int width, int height, String who) {
        Chromium.Tab tab = browser.tab(width, height).opens(root + "desk");
        int place = tab.says("[...document.querySelectorAll('button[name=who]')].findIndex((b) => b.value.includes('"
                        + who + "'))")
                .asInt();
        assertThat(place).as(tab.text()).isNotNegative();
        var unused =
                tab.says("document.querySelectorAll('button[name=who]')[" + place + "].setAttribute('data-here', '')");
        return tab.follows("button[data-here]");
    }

    @Test
    void noPageBreaksItsPolicyOrItsFrameAtAPcOrAPhone() throws SQLException {
        List<String> wrong = new ArrayList<>();
        OfficePc office =
                new OfficePc(bot, root).comesInAs(bot.member("Trần Minh", Role.LEAD, "huyen-hung-ha", Language.VI));
        office.opens("desk/links").presses("Tạo liên kết", "name", "Hằng tháng", "form", "nhanh");
        office.opens("desk/reports?form=nhanh").presses("CSV, chữ đầy đủ", "name", "Báo nhanh hằng tháng");
        try (Rows rows = new Rows(data)) {
            long now = System.currentTimeMillis();
            rows.one("INSERT INTO outbox (channel, chat, priority, body, created_at, due_at, state, done_at, reason)"
                    + " VALUES ('telegram', '4711', 1, '{}', " + now + ", " + now + ", 'UNREACHABLE', " + now
                    + ", 'Forbidden: bot was blocked by the user')");
            rows.one("INSERT INTO report_push (report_id, state, attempts, due_at, done_at, reason)"
                    + " VALUES (1, 'REFUSED', 4, 1, 1, 'answered 404: this server has no form nhanh, version 1')");
        }
        Chromium.Tab pc = inside(1366, 768, "hoa");
        Chromium.Tab phone = inside(390, 844, "hoa");
        for (String page : PAGES) {
            String name = page.replaceAll("[^a-z0-9]+", "-");
            look(pc.opens(root + page), page + " at a PC", wrong);
            pc.pictures(PICTURES.resolve(name + "-1366.png"));
            look(phone.opens(root + page), page + " at a phone", wrong);
            phone.pictures(PICTURES.resolve(name + "-390.png"));
        }
        assertThat(wrong).isEmpty();
    }

    private static void look(Chromium.Tab tab, String page, List<String> wrong) {
        tab.complaints().forEach(complaint -> wrong.add(page + ": " + complaint));
        if (!tab.fits()) {
            wrong.add(page + " is wider than the window");
        }
    }

    @Test
    void reportsAreDecidedByKeys() {
        Chromium.Tab pc = inside(1366, 768, "hoa");
        pc.opens(root + "desk/reports").follows("a[href*='BC-2024-0003']");
        // The key leads to the words; what is decided is decided by a button.
        pc.presses("d").types("Đã sửa đường").pressesKey("Tab").followsKey("Enter");
        assertThat(pc.text()).contains("BC-2024-0002");
        pc.opens(root + "desk/reports?state=RESOLVED");
        assertThat(pc.text()).contains("1 báo cáo", "BC-2024-0003");
        assertThat(pc.complaints()).isEmpty();
    }

    @Test
    void withoutScriptTheSameIsDoneByFormsAndLinks() {
        Chromium.Tab pc = inside(1366, 768, "hoa");
        pc.withoutScript();
        pc.opens(root + "desk/reports");
        pc.clicks("input[name=q]").types("thon 5").follows(".filters button.main");
        assertThat(pc.text()).contains("0 báo cáo");
        pc.opens(root + "desk/reports").follows("a[href*='BC-2024-0001']").follows("button[value=RESOLVE]");
        pc.opens(root + "desk/reports/BC-2024-0001");
        assertThat(pc.text()).contains("đã giải quyết");
    }

    @Test
    void halfTypedWordsOutliveTheSession() throws SQLException {
        Chromium.Tab pc = inside(1366, 768, "hoa");
        pc.opens(root + "desk/reports/BC-2024-0001");
        pc.clicks("#reason").types("Thiếu số hộ dân ở thôn 2");
        try (Rows rows = new Rows(data)) {
            rows.one("DELETE FROM desk_session");
        }
        pc.follows("button[value=RETURN]");
        assertThat(pc.says("document.querySelector('#typed').value").asText()).isEqualTo("Thiếu số hộ dân ở thôn 2");
        assertThat(pc.text()).contains("The session has ended");
        assertThat(pc.complaints()).isEmpty();
    }

    @Test
    void twoPeopleDecideTheSameReportAndTheSecondSeesWhatTheFirstDid() {
        Chromium.Tab first = inside(1366, 768, "hoa");
        Chromium.Tab second = inside(1366, 768, "hoa");
        first.opens(root + "desk/reports/BC-2024-0001");
        second.opens(root + "desk/reports/BC-2024-0001");
        first.follows("button[value=RESOLVE]");
        second.clicks("#reason").types("Thiếu ngày").follows("button[value=RETURN]");
        assertThat(second.text()).contains("đã giải quyết");
        assertThat(second.says("document.querySelector('#typed').value").asText())
                .isEqualTo("Thiếu ngày");
    }
}
