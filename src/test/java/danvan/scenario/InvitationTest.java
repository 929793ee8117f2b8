package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.organization.QrCodeTest;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invitation is copied, shared, scanned and printed; who scans one that opens nothing any more is told why. */
class InvitationTest {
    @TempDir
    private Path data;

    private Bot bot;
    private String root;
    private Member hoa;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        hoa = bot.member("Hòa", Role.OFFICE, "huyen-hung-ha", Language.VI);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    /** Makes one and says its link, as a phone reads it from the picture. */
    private String invites() throws Exception {
        hoa.says("/invite cadre xa-tien-duc");
        return QrCodeTest.scanned(hoa.receives("ma-moi.png"));
    }

    /** What Telegram makes of a link that is opened: the person taps "Start". */
    private static String start(String link) {
        assertThat(link).startsWith("https://t.me/danvan_bot?start=").matches("[^?]+[?]start=[A-Za-z0-9_-]{1,64}");
        return "/start " + link.substring(link.indexOf('=') + 1);
    }

    @Test
    void thePictureLeadsIntoTelegramAndTheInviterHearsWhoCame() throws Exception {
        String link = invites();
        hoa.sees("Trình duyệt: " + root + "c/");
        hoa.sees("hết hạn ngày 09/01/2024", "📤 Chia sẻ qua Telegram");
        Member mai = bot.stranger("Mai");
        mai.says(start(link));
        mai.sees("xã Tiến Đức");
        hoa.sees("Mai");
        Member late = bot.stranger("Trễ");
        late.says(start(link));
        late.sees("đã được dùng");
    }

    @Test
    void theShareButtonOpensTelegramsOwnPage() throws Exception {
        String link = invites();
        String share = bot.telegram().chat(hoa.chat()).stream()
                .flatMap(shown -> shown.buttons().entrySet().stream())
                .filter(button -> button.getKey().startsWith("📤"))
                .map(Map.Entry::getValue)
                .reduce("", (older, newer) -> newer);
        assertThat(share)
                .startsWith("https://t.me/share/url?url="
                        + java.net.URLEncoder.encode(link, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(share).doesNotContain("+");
    }

    @Test
    void anExpiredOneSaysSoByTelegramAndInABrowser() throws Exception {
        String link = invites();
        String code = link.substring(link.indexOf('=') + 1);
        bot.clockAdvances(Duration.ofDays(8));
        Member late = bot.stranger("Trễ");
        late.says(start(link));
        late.sees("đã hết hạn");
        late.says("/start KHONGCO234");
        late.doesNotSee("hết hạn");
        OfficePc phone = new OfficePc(bot, root);
        phone.opens("c/" + code).isAnswered(410).sees("Lời mời này đã hết hạn");
    }

    @Test
    void theDeskPrintsATicketWithBothWays() {
        OfficePc pc = new OfficePc(bot, root).comesInAs(hoa);
        pc.opens("desk/members")
                .posts("desk/invite", "role=CADRE&unit=xa-tien-duc&csrf=" + pc.token())
                .isAnswered(200);
        Element ticket = pc.page().selectFirst(".ticket");
        assertThat(ticket).isNotNull();
        assertThat(ticket.text()).contains("Cán bộ", "xã Tiến Đức", "đến ngày 09/01/2024", "https://t.me/danvan_bot");
        assertThat(ticket.select("svg path")).hasSize(2);
        String code = ticket.selectFirst(".secret").text();
        assertThat(ticket.select("[data-copy]").eachAttr("data-copy"))
                .anyMatch(link -> link.endsWith("?start=" + code.replace("-", "")))
                .anyMatch(link -> link.endsWith("/c/" + code.replace("-", "")));
        Member mai = bot.stranger("Mai");
        mai.says(code);
        mai.sees("xã Tiến Đức");
    }

    /** What lets in as somebody is handed over in person: the code takes the place of the question, and no button shares it. */
    @Test
    void anotherAccessHasLinksAndIsNotShared() {
        bot.member("Lan Anh", Role.CADRE, "xa-tien-duc", Language.VI);
        hoa.says("/members Lan Anh");
        hoa.taps("Lan Anh · Cán bộ · xã Tiến Đức");
        hoa.taps("🔑 Lối vào mới");
        hoa.taps("Vẫn giữ lối vào cũ");
        hoa.sees("Telegram: https://t.me/danvan_bot?start=");
        hoa.doesNotSeeButton("📤 Chia sẻ qua Telegram");
    }
}
