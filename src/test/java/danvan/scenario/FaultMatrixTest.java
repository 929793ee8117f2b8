package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.storage.Eventually;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever Telegram answers, nobody's message is lost and nobody else waits for it. */
class FaultMatrixTest {
    @TempDir
    private Path data;

    private Bot bot;
    private Member lan;

    @BeforeEach
    void opens() {
        bot = new Bot(data, false, Pace.unlimited(), Map.of());
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    private static final Map<String, Supplier<MockResponse>> ANSWERS = Map.ofEntries(
            Map.entry("401", () -> FakeTelegram.error(401, "Unauthorized", "")),
            Map.entry("404", () -> FakeTelegram.error(404, "Not Found", "")),
            Map.entry(
                    "409", () -> FakeTelegram.error(409, "Conflict: can't use getUpdates while webhook is active", "")),
            Map.entry("429", () -> FakeTelegram.error(429, "Too Many Requests", "{\"retry_after\":1}")),
            Map.entry("429 without a time", () -> FakeTelegram.error(429, "Too Many Requests", "")),
            Map.entry("500", () -> FakeTelegram.error(500, "Internal Server Error", "")),
            Map.entry("503 as a page", () -> said(503, "<html><body>Service Unavailable</body></html>")),
            Map.entry("200 as a page", () -> said(200, "<html><body>Log in to the network</body></html>")),
            Map.entry("200 without a word", () -> said(200, "")),
            Map.entry("half an answer", () -> said(200, "{\"ok\":true,\"result\":[{\"update_id\":1")),
            Map.entry("another list", () -> said(200, "{\"ok\":true,\"result\":{\"not\":\"a list\"}}")),
            Map.entry("a line that is cut", FakeTelegram::hangUp));

    /** Each answer twice in a row, to what is polled; then the member is answered, once. */
    @TestFactory
    Stream<DynamicTest> aPollThatGoesWrongLosesNothing() {
        return ANSWERS.entrySet().stream()
                .map(answer -> DynamicTest.dynamicTest(answer.getKey(), () -> {
                    for (int i = 0; i < 2; i++) {
                        bot.telegram()
                                .fails(new FakeTelegram.Fault(
                                        "getUpdates"::equalsIgnoreCase,
                                        body -> true,
                                        false,
                                        answer.getValue().get()));
                    }
                    long before = lan.countOf("/trogiup · trợ giúp này");
                    lan.says("/help");
                    assertThat(lan.countOf("/trogiup · trợ giúp này") - before).isEqualTo(1);
                    assertThat(bot.telegram().hasFaultsLeft()).isFalse();
                }));
    }

    /** Whoever else has the token may set a webhook; polling takes it away again. */
    @Test
    void aWebhookSetBySomebodyElseIsTakenAway() {
        long before = bot.telegram().called("deleteWebhook");
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        "getUpdates"::equalsIgnoreCase,
                        body -> true,
                        false,
                        ANSWERS.get("409").get()));
        lan.says("/help");
        lan.sees("/trogiup");
        assertThat(bot.telegram().called("deleteWebhook")).isGreaterThan(before);
    }

    /** It was asked again after half a second, and each half minute, which makes the time longer. */
    @Test
    void aPollIsNotAskedAgainBeforeTheTimeTelegramGives() {
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        "getUpdates"::equalsIgnoreCase,
                        body -> true,
                        false,
                        FakeTelegram.error(429, "Too Many Requests", "{\"retry_after\":600}")));
        Await.until(() -> "the failure to be met", () -> !bot.telegram().hasFaultsLeft());
        long asked = bot.telegram().called("getUpdates");
        Eventually.never(
                "it is asked again", () -> bot.telegram().called("getUpdates") > asked, Duration.ofMillis(1_500));
        long begun = System.nanoTime();
        bot.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("who stops the bot does not wait for it")
                .isLessThan(Duration.ofSeconds(20));
    }

    /** Ten minutes for one chat are ten minutes for that chat. */
    @Test
    void aChatThatHasToWaitTenMinutesHoldsUpNobodyElse() throws Exception {
        Member minh = bot.member("Minh", Role.LEAD, "xa-tien-duc", Language.VI);
        bot.telegram()
                .fails(new FakeTelegram.Fault(
                        "sendMessage"::equalsIgnoreCase,
                        body -> body.contains(Long.toString(lan.chat())),
                        false,
                        FakeTelegram.error(429, "Too Many Requests", "{\"retry_after\":600}")));
        bot.telegram().says(lan.chat(), "Lan", "/help");
        Await.until(() -> "the failure to be met", () -> !bot.telegram().hasFaultsLeft());
        bot.telegram().says(minh.chat(), "Minh", "/help");
        Await.until(() -> "Minh's help", () -> minh.countOf("/trogiup · trợ giúp này") == 1);
        try (Rows rows = new Rows(data)) {
            Await.until(() -> "Lan's message to be put off", () -> waits(rows) > 590_000);
            assertThat(waits(rows)).isLessThan(601_000);
        }
        assertThat(lan.countOf("/trogiup · trợ giúp này")).isZero();
    }

    private static long waits(Rows rows) {
        try {
            return rows.number("SELECT COALESCE(MAX(due_at - created_at), 0) FROM outbox WHERE state = 'QUEUED'");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockResponse said(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }

    @Test
    void theListOfAnswersIsTheMatrix() {
        assertThat(ANSWERS.keySet()).containsAll(List.of("401", "404", "409", "429", "500", "half an answer"));
    }
}
