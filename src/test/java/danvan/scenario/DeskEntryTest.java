package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.storage.HandClock;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in to the desk: by a code, a number and a tap in the chat; and how it ends. */
class DeskEntryTest {
    @TempDir
    private Path data;

    private final HandClock machine = new HandClock(Instant.parse("2026-11-30T02:00:00Z"));
    private Bot bot;
    private Member minh;
    private OfficePc pc;
    private String root = "";

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, machine, Map.of());
        root = bot.app().openPage();
        minh = bot.member("Minh", Role.LEAD, "xa-tien-duc", Language.VI);
        pc = new OfficePc(bot, root);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void thePcIsLetInByACodeAndItsNumber() throws SQLException {
        pc.opens("desk/reports?state=RETURNED").isAnswered(401).sees("Mở bàn làm việc", "Không cần mật khẩu");
        pc.presses("Lấy mã").sees("Gửi mã này cho bot", "Đang chờ tin nhắn");
        String code = pc.code();
        assertThat(code).matches("[A-Z2-9]{4}-[A-Z2-9]{4}");

        minh.says(code.toLowerCase(java.util.Locale.ROOT));
        minh.sees("Chrome · Windows", pc.number(), "🚫 Không phải máy của tôi");
        String number = pc.number();
        pc.opens("desk/code").sees("Đồng chí chọn số");
        minh.taps(number);
        minh.sees("Đã mở bàn làm việc");

        pc.opens("desk/code").isAnswered(200).sees("Minh", "Phụ trách");
        assertThat(pc.address()).endsWith("desk/reports?state=RETURNED");
        assertThat(pc.setCookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("desk=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Max-Age"));
        String token = pc.cookies().stream()
                .filter(cookie -> cookie.getName().equals("desk"))
                .findFirst()
                .orElseThrow()
                .getValue();
        try (Rows rows = new Rows(data)) {
            assertThat(rows.dump(List.of("desk_session", "desk_code", "audit")))
                    .contains("desk opened")
                    .doesNotContain(token, code.replace("-", ""));
        }
        // The code was good once.
        OfficePc other = new OfficePc(bot, root);
        other.opens("desk/code").sees("Mã đã hết hạn");
        minh.says(code);
        minh.doesNotSee("Chrome");
    }

    @Test
    void whoeverTalkedAMemberIntoSendingACodeGetsNowhereWithoutTheNumber() {
        pc.opens("desk").presses("Lấy mã");
        minh.says(pc.code());
        minh.taps(minh.labels().stream()
                .filter(label -> label.matches("[0-9]{2}") && !label.equals(pc.number()))
                .findFirst()
                .orElseThrow());
        minh.sees("Số không khớp");
        pc.opens("desk/code").sees("đã bị từ chối");
        pc.opens("desk").isAnswered(401);

        pc.presses("Lấy mã");
        minh.says(pc.code());
        minh.taps("🚫 Không phải máy của tôi");
        minh.sees("Đã từ chối Chrome · Windows");
        pc.opens("desk/code").sees("đã bị từ chối");
        pc.opens("desk/reports").isAnswered(401);
    }

    @Test
    void aCodeIsOverAfterThreeMinutesAndNoCadreUsesOne() {
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        pc.opens("desk").presses("Lấy mã");
        lan.says(pc.code());
        lan.sees("Bàn làm việc dành cho phụ trách");
        lan.says("/desk");
        lan.sees("Bot chưa có lệnh");

        machine.advance(Duration.ofMinutes(4));
        minh.says("/banlamviec " + pc.code());
        minh.sees("không đúng hoặc đã hết hạn");
        pc.opens("desk/code").sees("Mã đã hết hạn");
    }

    @Test
    void theChatSaysWhereTheDeskIs() {
        minh.says("/desk");
        minh.sees(root + "desk");
    }

    @Test
    void anUnusedSessionEndsAfterHalfAnHourAndAnyAfterTwelveHours() {
        pc.comesInAs(minh).isAnswered(200);
        machine.advance(Duration.ofMinutes(29));
        pc.opens("desk").isAnswered(200);
        machine.advance(Duration.ofMinutes(31));
        pc.opens("desk").isAnswered(401);

        OfficePc own = new OfficePc(bot, root).comesInAs(minh, true);
        machine.advance(Duration.ofHours(11));
        own.opens("desk").isAnswered(200);
        machine.advance(Duration.ofHours(1));
        own.opens("desk").isAnswered(401);
    }

    @Test
    void aSessionEndsWithTheRoleAndWithTheWaysIn() {
        Member hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        pc.comesInAs(minh).isAnswered(200);
        hoa.says("/members Minh");
        hoa.taps("Minh · Phụ trách · xã Tiến Đức");
        hoa.taps("🎖 Đổi vai trò");
        hoa.taps("Cán bộ");
        pc.opens("desk").isAnswered(401);
    }

    @Test
    void aSessionEndsWithDepartureAndWithTheWaysIn() {
        Member hoa = bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        pc.comesInAs(minh).isAnswered(200);
        hoa.says("/members Minh");
        hoa.taps("Minh · Phụ trách · xã Tiến Đức");
        hoa.taps("🔑 Lối vào mới");
        hoa.taps("🔒 Mất máy: đóng lối vào cũ");
        pc.opens("desk").isAnswered(401);

        Member sau = bot.member("Sáu", Role.LEAD, "xa-chi-hoa", Language.VI);
        OfficePc other = new OfficePc(bot, root).comesInAs(sau).isAnswered(200);
        hoa.says("/members Sáu");
        hoa.taps("Sáu · Phụ trách · xã Chí Hòa");
        hoa.taps("🚪 Nghỉ");
        hoa.taps("🚪 Cho nghỉ");
        other.opens("desk").isAnswered(401);
    }

    @Test
    void ownSessionsAreSeenAndEnded() {
        OfficePc home = new OfficePc(bot, root).comesInAs(minh, true);
        pc.comesInAs(minh);
        pc.opens("desk/sessions").sees("Phiên của tôi", "máy này", "máy riêng");
        assertThat(pc.rows()).hasSize(2);
        pc.presses("Đóng mọi máy khác").sees("Đã đóng 1 phiên");
        home.opens("desk").isAnswered(401);
        pc.opens("desk").isAnswered(200);
        pc.presses("Thoát").isAnswered(401);
        pc.opens("desk").isAnswered(401);
    }

    @Test
    void anotherSitesFormAndAnOldTokenChangeNothing() {
        pc.comesInAs(minh).opens("desk/sessions");
        String token = pc.token();
        pc.posts("desk/leave", "csrf=" + token, "Origin", "https://evil.example")
                .isAnswered(403)
                .sees("từ một trang khác");
        pc.posts("desk/leave", "csrf=" + token, "Sec-Fetch-Site", "cross-site").isAnswered(403);
        pc.posts("desk/leave", "", "Origin", root.substring(0, root.length() - 1))
                .isAnswered(403)
                .sees("Trang này đã cũ");
        pc.posts("desk/leave", "csrf=" + "0".repeat(64)).isAnswered(403);
        new OfficePc(bot, root)
                .posts("desk/code", "", "Origin", "https://evil.example")
                .isAnswered(403);
        pc.opens("desk").isAnswered(200);
    }

    @Test
    void whatWasTypedIsKeptWhereTheSessionHasEnded() {
        pc.comesInAs(minh);
        machine.advance(Duration.ofHours(1));
        pc.posts("desk/reports/BC-2024-0001/act", "act=RETURN&change=0&words=Thi%E1%BA%BFu+s%E1%BB%91+h%E1%BB%99")
                .isAnswered(401)
                .sees("Phiên làm việc đã kết thúc");
        assertThat(pc.page().select("textarea").first().wholeText()).isEqualTo("Thiếu số hộ");
    }

    @Test
    void codesAreNotMadeWithoutEnd() {
        for (int i = 0; i < 20; i++) {
            pc.posts("desk/code", "");
        }
        pc.posts("desk/code", "").isAnswered(429).sees("quá nhiều lần thử");
    }

    @Test
    void everyAnswerBearsThePolicyAndNothingStandsInline() {
        pc.comesInAs(minh);
        for (String path : List.of("desk", "desk/reports", "desk/sessions", "desk/files", "desk/nowhere")) {
            pc.opens(path);
            assertThat(pc.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(pc.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(pc.page().select("[style], style, script:not([src])"))
                    .as(path)
                    .isEmpty();
            assertThat(pc.page().getAllElements())
                    .as(path)
                    .noneMatch(element -> element.attributes().asList().stream()
                            .anyMatch(attribute -> attribute.getKey().startsWith("on")
                                    || attribute.getKey().startsWith("hx-on")));
            assertThat(pc.page().select("[src], link[href]"))
                    .as(path)
                    .allMatch(element -> !element.attr("src").contains("//")
                            && (element.attr("href").startsWith("data:")
                                    || !element.attr("href").contains("//")));
        }
        pc.isAnswered(404).sees("Không có trang này");
    }
}
