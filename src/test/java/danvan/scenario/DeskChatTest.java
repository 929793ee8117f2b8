package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat of the phone page inside the desk: by the session, without a link. */
class DeskChatTest {
    @TempDir
    private Path data;

    private Bot bot;
    private Member minh;
    private OfficePc pc;
    private String root;

    @BeforeEach
    void opens() {
        bot = Bot.withPages(data, Clock.systemUTC(), Map.of());
        root = bot.app().openPage();
        minh = bot.member("Trần Minh", Role.LEAD, "huyen-hung-ha", Language.VI);
        pc = new OfficePc(bot, root).comesInAs(minh);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void whatIsSaidAtTheDeskIsAnsweredThereAndRemindersGoWhereTheyWent() throws SQLException {
        pc.opens("desk").follows("Nói với bot").isAnswered(200);
        assertThat(pc.page().select("script#setup").html()).contains("\"back\":\"../desk\"", "\"me\":\"desk-");
        assertThat(pc.header("Content-Security-Policy")).contains("script-src 'self'", "frame-ancestors 'none'");
        pc.says("desk/chat", "/help").isAnswered(200);
        bot.settles();
        pc.opens("desk/chat/history").isAnswered(200);
        assertThat(pc.body()).contains("/help").contains("\"who\":\"BOT\"");
        // Nothing of it in the other chat; and that is where reminders still go.
        minh.doesNotSee("/baocao");
        try (Rows rows = new Rows(data)) {
            assertThat(rows.text("SELECT channel FROM member_address a WHERE member_id ="
                            + " (SELECT id FROM member WHERE name = 'Trần Minh') ORDER BY last_seen_at DESC LIMIT 1"))
                    .isNotEqualTo("web");
        }
        // A form begun there goes on there.
        pc.says("desk/chat", "/baocao").isAnswered(200);
        bot.settles();
        pc.opens("desk/chat/history");
        assertThat(pc.body()).contains("Báo nhanh");
    }

    @Test
    void nobodyElseComesInAndNoOtherSiteHasItSaid() {
        pc.says("desk/chat", "/help", "Origin", "https://elsewhere.example").isAnswered(403);
        pc.posts("desk/chat/say", "{\"id\":\"12345678\",\"text\":\"x\"}").isAnswered(415);
        OfficePc stranger = new OfficePc(bot, root);
        stranger.opens("desk/chat/history").isAnswered(404);
        assertThat(stranger.body()).contains("unknown-link");
        stranger.says("desk/chat", "/help").isAnswered(404);
        stranger.opens("desk/chat").isAnswered(401).sees("mã");
        // It ends with the session.
        pc.says("desk/chat", "/help").isAnswered(200);
        pc.opens("desk").presses("Thoát");
        pc.opens("desk/chat/history").isAnswered(404);
    }

    @Test
    void twoMembersAtOnePcHaveTwoChats() {
        pc.says("desk/chat", "một").isAnswered(200);
        bot.settles();
        pc.opens("desk").presses("Thoát");
        pc.comesInAs(bot.member("Sáu", Role.LEAD, "xa-tien-duc", Language.VI));
        pc.opens("desk/chat/history");
        assertThat(pc.body()).doesNotContain("một");
        assertThat(List.of(pc.header("Cache-Control"))).contains("no-store");
    }
}
