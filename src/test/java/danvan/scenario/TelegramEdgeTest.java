package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Role;
import danvan.config.ConfigException;
import danvan.outbox.Pace;
import danvan.storage.Eventually;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Telegram and the network do on a bad day. */
class TelegramEdgeTest {
    private static final String COMMUNE = "xa-tien-duc";
    private static final Predicate<String> SEND = "sendmessage"::equalsIgnoreCase;

    @TempDir
    Path data;

    private Bot bot;
    private Member lan;

    @BeforeEach
    void start() {
        bot = new Bot(data, false, Pace.telegram(), Map.of());
        lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void retryAfterIsObeyedToTheSecondAndTheMessageArrivesOnce() {
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        SEND,
                        TelegramEdgeTest::any,
                        false,
                        FakeTelegram.error(429, "Too Many Requests", "{\"retry_after\":2}")));
        long asked = System.nanoTime();
        lan.says("/help");
        assertThat(lan.countOf("/trogiup · trợ giúp này")).isEqualTo(1);
        List<Long> times = bot.telegram().sendTimes();
        assertThat(times.get(times.size() - 1) - asked).isGreaterThanOrEqualTo(2_000_000_000L);
    }

    @Test
    void aServerErrorIsTriedAgain() {
        bot.telegram()
                .fails(
                        new FakeTelegram.Fault(
                                SEND,
                                TelegramEdgeTest::any,
                                false,
                                FakeTelegram.error(500, "Internal Server Error", "")),
                        new FakeTelegram.Fault(
                                SEND,
                                TelegramEdgeTest::any,
                                false,
                                new MockResponse.Builder()
                                        .code(502)
                                        .body("<html>Bad Gateway</html>")
                                        .build()));
        lan.says("/help");
        assertThat(lan.countOf("/trogiup · trợ giúp này")).isEqualTo(1);
    }

    @Test
    void aMessageWhoseAnswerWasLostComesTwiceAndNeverZeroTimes() {
        bot.telegram().fails(new FakeTelegram.Fault(SEND, TelegramEdgeTest::any, true, FakeTelegram.hangUp()));
        lan.says("/help");
        assertThat(lan.countOf("/trogiup · trợ giúp này")).isBetween(1L, 2L);
    }

    @Test
    void whoBlockedTheBotIsWrittenToNoMoreUntilComingBack() {
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        SEND,
                        TelegramEdgeTest::any,
                        false,
                        FakeTelegram.error(403, "Forbidden: bot was blocked by the user", "")));
        lan.says("/help");
        assertThat(lan.countOf("trợ giúp này")).isZero();
        bot.clockAdvances(java.time.Duration.ofDays(6));
        assertThat(lan.countOf("09/01/2024 (ngày mai)")).isZero();
        lan.says("/tasks");
        lan.sees("Việc của tôi");
    }

    /** What Telegram would refuse each time; a file over its limit was tried again for ever, before all else of its chat. */
    @ParameterizedTest
    @CsvSource({"400, Bad Request: can't parse entities", "413, Request Entity Too Large"})
    void aRefusedMessageIsNotRetriedAndHoldsUpNothing(int code, String reason) {
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        SEND, TelegramEdgeTest::any, false, FakeTelegram.error(code, reason, "")));
        long before = bot.telegram().called("sendMessage");
        lan.says("/help");
        assertThat(bot.telegram().called("sendMessage") - before).isEqualTo(1);
        lan.says("/tasks");
        lan.sees("Việc của tôi");
    }

    @Test
    void theSameUpdateTwiceIsAnsweredOnce() {
        bot.telegram().says(lan.chat(), "Lan", "/help");
        FakeTelegram.Queued update = bot.telegram().lastUpdate();
        bot.settles();
        bot.restarts();
        bot.telegram().repeats(update);
        bot.settles();
        assertThat(lan.countOf("/trogiup · trợ giúp này")).isEqualTo(1);
    }

    @Test
    void updatesOfAnyKindAreRecordedAndIgnoredWithoutAnError() {
        bot.telegram().updates("{\"poll\":{\"id\":\"1\",\"question\":\"?\",\"options\":[]}}");
        bot.telegram().updates("{\"never_heard_of\":{\"x\":[1,2,{\"y\":null}]}}");
        bot.telegram()
                .updates(
                        "{\"my_chat_member\":{\"chat\":{\"id\":" + lan.chat()
                                + ",\"type\":\"private\"},\"from\":{\"id\":" + lan.chat()
                                + ",\"is_bot\":false,\"first_name\":\"L\"},\"date\":1,"
                                + "\"old_chat_member\":{\"status\":\"member\",\"user\":{\"id\":1,\"is_bot\":true,\"first_name\":\"b\"}},"
                                + "\"new_chat_member\":{\"status\":\"some_new_status\",\"user\":{\"id\":1,\"is_bot\":true,\"first_name\":\"b\"}}}}");
        bot.telegram()
                .updates(
                        "{\"message\":{\"message_id\":5,\"date\":1704155400,\"chat\":{\"id\":-7,\"type\":\"group\",\"title\":\"g\"},"
                                + "\"from\":{\"id\":9,\"is_bot\":false,\"first_name\":\"x\"},\"text\":\"hello\"}}");
        lan.says("/tasks");
        lan.sees("Việc của tôi");
        assertThat(bot.hasDied()).isFalse();
    }

    /** One such number and nobody was answered any more; its message is, and so is the next. */
    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "9223372036854775808", "-1e400", "0.5", "null", "\"7\"", "[]"})
    void aNumberThatIsNoneSpoilsNoMoreThanItself(String number) {
        bot.telegram()
                .writes(id -> ("{\"update_id\":" + id + ",\"message\":{\"message_id\":" + number + ",\"date\":" + number
                                + ",\"from\":{\"id\":" + lan.chat() + ",\"is_bot\":false,\"first_name\":\"Lan\"},"
                                + "\"chat\":{\"id\":" + lan.chat()
                                + ",\"type\":\"private\"},\"gift\":{\"gift\":{\"id\":"
                                + number + "}},\"text\":\"/help\"}}")
                        .getBytes(StandardCharsets.UTF_8));
        bot.settles();
        lan.says("/help");
        assertThat(lan.countOf("/trogiup · trợ giúp này")).isEqualTo(2);
    }

    @Test
    void aPollThatFailsIsTakenUpAgain() {
        bot.telegram()
                .fails(
                        new FakeTelegram.Fault(
                                "getupdates"::equalsIgnoreCase,
                                TelegramEdgeTest::any,
                                false,
                                FakeTelegram.error(502, "Bad Gateway", "")),
                        new FakeTelegram.Fault(
                                "getupdates"::equalsIgnoreCase, TelegramEdgeTest::any, false, FakeTelegram.hangUp()));
        Await.until(() -> "the failures to be met", () -> !bot.telegram().hasFaultsLeft());
        lan.says("/tasks");
        lan.sees("Việc của tôi");
    }

    @Test
    void aTokenThatTelegramRefusesStopsTheStartWithOneClearLine() {
        assertThatThrownBy(() ->
                        bot.app().openTelegram("999:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-xx", Pace.telegram(), () -> {}))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("telegram.token")
                .hasMessageContaining("BotFather")
                .hasMessageNotContaining("\n");
    }

    /** The bot that polled already was forgotten, and went on polling a server that was gone, for minutes after its end. */
    @Test
    void aTokenThatIsRefusedTakesNobodysPlace() {
        assertThatThrownBy(() ->
                        bot.app().openTelegram("999:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-xx", Pace.telegram(), () -> {}))
                .isInstanceOf(ConfigException.class);
        lan.says("/tasks");
        lan.sees("Việc của tôi");
        bot.app().close();
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        "getupdates"::equalsIgnoreCase, TelegramEdgeTest::any, false, FakeTelegram.hangUp()));
        Eventually.never("somebody still polls", () -> !bot.telegram().hasFaultsLeft(), Duration.ofSeconds(5));
    }

    private static boolean any(String body) {
        return true;
    }
}
