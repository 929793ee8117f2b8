package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buttons that nobody made: whatever a tap says, it is answered, and no turn fails of it. */
class HostileTapsTest {
    private static final List<String> FEATURES = List.of(
            "clock",
            "task",
            "team",
            "programme",
            "doc",
            "ask",
            "desk",
            "export",
            "periodreport",
            "report",
            "form",
            "glossary",
            "broadcast",
            "roster",
            "members",
            "people",
            "calendar",
            "history");
    private static final List<String> VERBS = List.of(
            "CONFIRM",
            "SHOW",
            "FIELD",
            "BLANK",
            "WAITING_LIST",
            "ALL_SURE",
            "HELD",
            "CARD",
            "DROP",
            "cs",
            "cp",
            "cf",
            "cu",
            "",
            "0",
            "-1",
            "99999999999",
            "é");
    private static final List<String> REST = List.of(
            "",
            ":",
            "::",
            ":0",
            ":1",
            ":-1",
            ":99999999999999999999",
            ":2147483648",
            ":a",
            ":a:b",
            ":a:b:c:d:e",
            ":é😀",
            ":1:2",
            ":1:2:3",
            ":xa-tien-duc:0",
            ":BC-2024-0001:0",
            ":BC-2024-0001:99999999999999999999",
            ":2024-01:own",
            ":9999:x",
            ":0000-00:state",
            ":2024/T1:2024-Q1",
            ":%s:${x}",
            ":1:1:1:1:1:1:1:1",
            ":/:/",
            ":٣:٣");

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

    @Test
    void noTurnFails() throws SQLException {
        List<Member> members = List.of(
                bot.member("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI),
                bot.member("Ann", Role.OFFICE, "tinh-thai-binh", Language.EN),
                bot.member("Ayşe", Role.LEAD, "xa-tien-duc", Language.TR),
                bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI),
                bot.member("Bình", Role.CADRE, "xa-tien-duc", Language.VI));
        Member lan = members.get(3);
        lan.says("/baocao");
        lan.taps("Nắm tình hình");
        Random random = new Random(Long.getLong("danvan.taps.seed", 1));
        List<String> verbs = new ArrayList<>(VERBS);
        for (char c = 'a'; c <= 'z'; c++) {
            verbs.add(String.valueOf(c));
            verbs.add(String.valueOf(Character.toUpperCase(c)));
        }
        // Every button there could be with a number that is none, and others of any make.
        List<String> actions = new ArrayList<>();
        for (String feature : FEATURES) {
            verbs.forEach(verb -> actions.add(feature + ":" + verb + ":99999999999999999999:0"));
        }
        for (int i = Integer.getInteger("danvan.taps", 800); i > 0; i--) {
            actions.add(any(FEATURES, random) + ":" + any(verbs, random) + any(REST, random));
        }
        for (int i = 0; i < actions.size(); i++) {
            // The first of them may do everything, so that the values are looked at.
            Member who = i < actions.size() / 2 ? members.get(0) : any(members, random);
            bot.telegram().taps(who.chat(), "x", 1 + random.nextInt(300), actions.get(i));
            if (i % 200 == 199) {
                bot.settles();
            }
        }
        bot.settles();
        assertThat(rows.failedTurns()).isEmpty();
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
