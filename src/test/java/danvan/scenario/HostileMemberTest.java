package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed, wherever the bot waits for words, ends in an answer within a moment and never in a failed turn. */
class HostileMemberTest {
    private static final int LONGEST = 4_096;
    private static final String SIGNS =
            "a ạ 9 0 . , - ( [ { < > & * _ ` # : ; @ % + \\ \" ' “ … 😀 中 İ ß ﬀ ٣ \u0300 \u200D \u202E \uFEFF 1e ${a} <b> ";
    private static final String PAIRS =
            " a|\u00A0.|x/|a\u0300|\n.|\t.|da |ạ |1.|1,|1 |1/|1-|1:|thứ |ngày |sau |in |và |của |điều |số "
                    + "|0912345678 |a@b.c |=1+|BC-2024-0001 ";
    private static final long SOON = Duration.ofSeconds(3).toNanos();

    @TempDir
    private Path data;

    private Bot bot;
    private Rows rows;

    @BeforeEach
    void opens() throws SQLException {
        bot = Bot.withForms(data, false, Path.of("src/test/resources/scenario-forms"));
        rows = new Rows(data);
    }

    @AfterEach
    void closes() throws SQLException {
        rows.close();
        bot.close();
    }

    private static List<String> inputs() {
        List<String> all = new ArrayList<>();
        // In each line what is repeated, a blank or another sign behind it included.
        for (String letters : (SIGNS.replace(' ', '|') + PAIRS).split("[|]", -1)) {
            all.add(letters.repeat(LONGEST / letters.length()));
        }
        all.addAll(List.of(
                "31/12/9999",
                "99/99/9999",
                "0/0/0",
                "31/02/2024",
                "29/02/2023",
                "0000-00-00",
                "9999-12-31",
                "2024-13-45T99:99",
                "999999999999 tuần sau",
                "in 99999999999999999999 weeks",
                "sau 99999999999 ngày",
                "+99999999999999999999",
                "-0",
                "1e999999999",
                "NaN",
                "Infinity",
                "1,2,3",
                "sealed1:AAAA",
                "sealed1:" + "A".repeat(200),
                "outbox:1",
                "picture-1234.jpg",
                "../../etc/passwd",
                "/",
                "//",
                "/start",
                "/start " + "A".repeat(500),
                "/members " + "a ".repeat(1000),
                "/tasks 1",
                "/tasks 99999999999999999999",
                "/reports BC-9999-999999999999",
                "/reports BC-2024-99999999999999999999",
                "/calendar 99999999999",
                "/broadcast",
                "/periodreport 2024-9M",
                "/periodreport 9999-13",
                "/export 0000",
                "/clock 9999-12-31",
                "/language xx",
                "/invite admin",
                "/name " + "ạ".repeat(3000),
                "/broadcasts 99999999999999999",
                "/ask " + "?".repeat(4000),
                "/programme 2099",
                "\u0000",
                "\uD800",
                "=cmd|' /C calc'!A0",
                "@SUM(1)"));
        return all;
    }

    @Test
    void inEveryDialog() throws SQLException {
        Member office = bot.member("Văn Phòng", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        Member ann = bot.member("Ann", Role.OFFICE, "tinh-thai-binh", Language.EN);
        List<String> slow = new ArrayList<>();
        for (Member one : List.of(lan, office)) {
            all(one, "idle", slow, () -> {});
        }
        all(ann, "broadcast text", slow, () -> {
            ann.says("/cancel");
            ann.says("/broadcast");
        });
        all(ann, "broadcast names", slow, () -> {
            ann.says("/cancel");
            ann.says("/broadcast Họp");
            tapStarting(ann, "📝");
        });
        assertThat(slow).isEmpty();
    }

    private void tapStarting(Member who, String start) {
        List<FakeTelegram.Shown> chat = bot.telegram().chat(who.chat());
        for (int i = chat.size() - 1; i >= 0; i--) {
            for (Map.Entry<String, String> button : chat.get(i).buttons().entrySet()) {
                if (button.getKey().startsWith(start)) {
                    bot.telegram().taps(who.chat(), "x", chat.get(i).id(), button.getValue());
                    bot.settles();
                    return;
                }
            }
        }
        throw new AssertionError("no button " + start);
    }

    private void all(Member who, String where, List<String> slow, Runnable before) throws SQLException {
        for (String input : inputs()) {
            before.run();
            long begun = System.nanoTime();
            who.says(input);
            long took = System.nanoTime() - begun;
            if (took > SOON) {
                slow.add(where + ": " + took / 1_000_000 + " ms for "
                        + input.substring(0, Math.min(20, input.length())));
            }
            String failed = rows.failedTurns();
            if (!failed.isEmpty()) {
                slow.add(where + ": failed " + failed + " for " + input.substring(0, Math.min(40, input.length())));
            }
        }
    }

    @Test
    void atEveryQuestion() throws SQLException {
        Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
        List<String> slow = new ArrayList<>();
        lan.says("/baocao");
        lan.taps("Nắm tình hình");
        all(lan, "one of many", slow, () -> {});
        lan.taps("Thôn 1");
        all(lan, "date", slow, () -> {});
        assertThat(slow).isEmpty();
    }
}
