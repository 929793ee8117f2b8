package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.organization.Unit;
import danvan.outbox.Pace;
import danvan.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mai is invited, and joins by the phone page; who else has the invitation's link is nobody by it. */
class JoinByPageTest {
    private static final String OWN = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";

    @TempDir
    private Path data;

    private Bot bot;
    private Member hoa;
    private Browser browser;

    @BeforeEach
    void opens() {
        bot = new Bot(data, false, Pace.unlimited(), Map.of("DANVAN_WEB_PORT", "0"));
        browser = new Browser(bot.app().openPage());
        hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    /** The old link opened the member's chat to whoever had it, for good. */
    @Test
    void anInvitationsLinkLetsOneInAndThenOpensNothing() {
        String code = invites();
        assertThat(browser.opens(code).statusCode()).isEqualTo(200);
        assertThat(browser.opens(code).body()).contains("class=\"notice join\"", "Họ và tên", "Full name", "Ad soyad");

        // What the page sent before, and what the inviter or any guesser could send.
        assertThat(browser.posts(code + "/say", "{\"id\":\"id-00001\",\"text\":\"/start\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.joins(code, OWN, "Vũ Thị Mai").statusCode()).isEqualTo(200);
        bot.settles();
        assertThat(browser.opens(OWN).body()).contains("class=\"chat\"");
        assertThat(browser.talk(OWN)).contains("Chào mừng đồng chí <b>Vũ Thị Mai</b>", "xã Tiến Đức");
        // Whoever invited had to ask whether she had come.
        hoa.sees("👋 Vũ Thị Mai đã vào xã Tiến Đức");

        var again = browser.opens(code);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body())
                .contains("class=\"notice used\"", "Lời mời này đã được dùng", "Bu davet kullanılmış")
                .contains("This invitation has been used", "/web")
                .doesNotContain(OWN, "Mai");
        for (String part : List.of("/history", "/events", "/file/1")) {
            assertThat(browser.opens(code + part).statusCode()).as(part).isEqualTo(404);
        }
        assertThat(browser.posts(code + "/say", "{\"id\":\"id-00002\",\"text\":\"/start\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.joins(code, OTHER, "Kẻ gian").statusCode()).isEqualTo(410);
        assertThat(browser.opens(OTHER).statusCode()).isEqualTo(404);
    }

    @Test
    void aLostAnswerLocksNobodyOutNorDoesARestart() {
        String code = invites();
        // The answer does not arrive; the browser keeps its secret, is loaded again after a restart, and asks again.
        assertThat(browser.joins(code, OWN, "Vũ Thị Mai").statusCode()).isEqualTo(200);
        restarts();
        assertThat(browser.opens(code).statusCode()).isEqualTo(410);
        assertThat(browser.joins(code, OWN, "").statusCode()).isEqualTo(200);
        bot.settles();
        assertThat(browser.opens(OWN).statusCode()).isEqualTo(200);
        assertThat(browser.talk(OWN).split("Chào mừng", -1)).as("welcomed once").hasSize(2);
        browser.posts(OWN + "/say", "{\"id\":\"id-00001\",\"text\":\"/ten Vũ Thị Mai Hoa\"}");
        bot.settles();
        assertThat(browser.talk(OWN)).contains("Từ nay bot gọi đồng chí là <b>Vũ Thị Mai Hoa</b>");
    }

    @Test
    void manyTabsAtOnceMakeOneMember() {
        String code = invites();
        List<CompletableFuture<Integer>> asked = Stream.of(OWN, OWN, OTHER, OWN, OTHER, OWN)
                .map(token -> CompletableFuture.supplyAsync(
                        () -> browser.joins(code, token, "Vũ Thị Mai").statusCode()))
                .toList();
        List<Integer> answers = asked.stream().map(CompletableFuture::join).toList();
        boolean own = browser.opens(OWN).statusCode() == 200;
        assertThat(browser.opens(own ? OTHER : OWN).statusCode()).isEqualTo(404);
        assertThat(answers)
                .isEqualTo(Stream.of(true, true, false, true, false, true)
                        .map(mine -> mine == own ? 200 : 410)
                        .toList());
    }

    @Test
    void whoJoinsByThePageIsToldApartByName() {
        assertThat(browser.joins(invites(), OWN, "Vũ Thị Mai").statusCode()).isEqualTo(200);
        assertThat(browser.joins(invites(), OTHER, "Bùi Văn Nga").statusCode()).isEqualTo(200);
        bot.settles();
        assertThat(bot.app().people().members().all(Set.of(Role.CADRE), Set.of(Unit.Level.COMMUNE)))
                .extracting(listed -> listed.person().name())
                .contains("Vũ Thị Mai", "Bùi Văn Nga")
                .doesNotContain("Thành viên");
    }

    @Test
    void whatIsNoNameOrNoSecretIsRefusedAndTheInvitationStaysGood() {
        String code = invites();
        for (String name : List.of("", "<b>Mai</b>", "http://mai.example", "a".repeat(3000))) {
            assertThat(browser.joins(code, OWN, name).statusCode()).as(name).isEqualTo(422);
        }
        for (String token : List.of("", "short", OWN.toUpperCase(Locale.ROOT), OWN + "0")) {
            assertThat(browser.joins(code, token, "Mai").statusCode()).as(token).isEqualTo(400);
        }
        assertThat(browser.joins("NOCODE22", OWN, "Mai").statusCode()).isEqualTo(404);
        assertThat(browser.opens(code).statusCode()).as("still good").isEqualTo(200);
    }

    private String invites() {
        hoa.says("/moi cadre xa-tien-duc");
        return hoa.reads("/c/");
    }

    private void restarts() {
        bot.restarts();
        browser = new Browser(bot.app().openPage());
    }
}
