package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bot's name gets about, and whole villages and a few programs write to it. Members are served first, and what the
 * others leave is let go: whoever likes could otherwise fill the disk.
 */
class StrangersTest {
    private static final int MESSAGES = 2_000;
    private static final int BETWEEN_WORDS = 200;
    /** A second where nothing else runs; a crowd's answers take more than a minute. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String HELP = "/trogiup · trợ giúp này";

    @TempDir
    Path data;

    private int spoken;

    @Test
    void twoThousandMessagesOfStrangersCostNoMembersTimeAndLeaveNothing() {
        long lanChat;
        try (Bot bot = new Bot(data, false)) {
            lanChat = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI).chat();
        }
        Map<String, Long> before = rows();

        try (Bot bot = new Bot(data, false, Pace.telegram(), Map.of())) {
            for (int i = 0; i < MESSAGES; i++) {
                strangerDoes(bot.telegram(), i);
                if (i % BETWEEN_WORDS == BETWEEN_WORDS - 1) {
                    isAnswered(bot, lanChat);
                }
            }
            Await.until(() -> "all to be taken", bot.telegram()::allTaken);
            assertThat(bot.hasDied()).isFalse();
        }
        assertThat(waiting()).as("the strangers' answers wait, not Lan's").isGreaterThan(MESSAGES / 4);

        // All of them are told at last.
        try (Bot bot = new Bot(data, false)) {
            comesToRest(bot);
            assertThat(bot.telegram().chat(strangersChat(0))).hasSize(1);
            bot.clockAdvances(Duration.ofHours(2));
        }
        assertThat(rows().get("stranger")).isGreaterThan(MESSAGES / 4);

        try (Bot bot = Bot.atTime(data, Clock.offset(Clock.systemUTC(), Duration.ofDays(3)))) {
            bot.settles();
        }
        Map<String, Long> expected = new TreeMap<>(before);
        expected.merge("inbox", (long) spoken, Long::sum);
        expected.merge("outbox", (long) spoken, Long::sum);
        // Three days have gone by, and Lan has been reminded of her tasks in them.
        Map<String, Long> after = rows();
        long reminded = after.get("reminder") - before.get("reminder");
        assertThat(after.get("outbox")).isBetween(expected.get("outbox"), expected.get("outbox") + reminded);
        List.of("reminder", "reminder_round", "outbox").forEach(table -> expected.put(table, after.get(table)));
        assertThat(after).isEqualTo(expected);
    }

    private void isAnswered(Bot bot, long lan) {
        spoken++;
        long asked = System.nanoTime();
        bot.telegram().says(lan, "Lan", "/trogiup");
        Await.until(() -> "help no. " + spoken, () -> helped(bot, lan) == spoken);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(LONGEST);
    }

    /** However long it takes, as long as it goes on. */
    private static void comesToRest(Bot bot) {
        while (!bot.app().idle()) {
            long sent = bot.telegram().called("sendMessage");
            Await.until(
                    () -> "one more message",
                    () -> bot.app().idle() || bot.telegram().called("sendMessage") > sent);
        }
    }

    private static long helped(Bot bot, long lan) {
        return bot.telegram().chat(lan).stream()
                .filter(shown -> shown.text().contains(HELP))
                .count();
    }

    /** Seven in ten write, from three chats in four that have not written before; the others do all else there is. */
    private static void strangerDoes(FakeTelegram telegram, int i) {
        long chat = strangersChat(i);
        switch (i % 10) {
            case 3 -> telegram.sends(chat, "Lạ", "sticker", "{\"file_id\":\"a\",\"type\":\"regular\"}");
            case 5 -> telegram.taps(chat, "Lạ", 5, "task:done:1");
            case 7 ->
                telegram.updates("{\"my_chat_member\":{\"chat\":{\"id\":" + chat
                        + ",\"type\":\"private\"},\"new_chat_member\":{\"status\":\"kicked\"}}}");
            case 8 -> telegram.edits(chat, "Lạ", 5, "sửa lại");
            case 9 -> telegram.updates("{\"message\":{\"message_id\":5,\"chat\":{\"id\":-7,\"type\":\"group\"}}}");
            default -> telegram.says(chat, "Lạ", "Cho tôi hỏi " + i);
        }
    }

    private static long strangersChat(int i) {
        return 700_000L + i % (MESSAGES * 3 / 4);
    }

    private long waiting() {
        try (Database database = Database.open(TestDatabase.sqlite(data))) {
            return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM outbox WHERE state = 'QUEUED'"));
        }
    }

    private Map<String, Long> rows() {
        try (Database database = Database.open(TestDatabase.sqlite(data))) {
            List<String> tables = database.read(tx -> tx.list(
                    database.shared()
                            ? "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
                            : "SELECT name FROM sqlite_master WHERE type = 'table'",
                    row -> row.text("name")));
            Map<String, Long> rows = new TreeMap<>();
            tables.forEach(
                    table -> rows.put(table, database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM " + table))));
            return rows;
        }
    }
}
