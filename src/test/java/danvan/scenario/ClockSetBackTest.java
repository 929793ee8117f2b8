package danvan.scenario;

import danvan.chat.Role;
import danvan.storage.HandClock;
import danvan.text.Language;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is set right, back and forth: members are answered, and what waited before does not wait for the old time. */
class ClockSetBackTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "P-365D", "PT1H", "P365D"})
    void membersAreAnsweredBeforeAndAfter(String step) {
        HandClock machine = HandClock.at("2026-05-02T03:00:00Z");
        try (Bot bot = Bot.atTime(data, machine)) {
            Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
            lan.says("/help");
            lan.sees("/trogiup");
            machine.advance(Duration.parse(step));
            lan.says("/help");
            lan.sees("/trogiup");
        }
    }

    /** A message that could not be delivered waits some seconds by a clock that shows next year, and then by the right one. */
    @Test
    void whatWaitedGoesOutAfterTheNextStart() {
        HandClock machine = HandClock.at("2027-05-02T03:00:00Z");
        try (Bot bot = Bot.atTime(data, machine)) {
            Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
            bot.telegram()
                    .fails(new FakeTelegram.Fault(
                            "sendMessage"::equalsIgnoreCase,
                            body -> true,
                            false,
                            FakeTelegram.error(500, "Internal Server Error", "")));
            bot.telegram().says(lan.chat(), "Lan", "/help");
            Await.until(() -> "the failure to be met", () -> !bot.telegram().hasFaultsLeft());
            Await.until(() -> "it to be put off", () -> postponed() == 1);
            machine.advance(Duration.ofDays(-365));
            bot.restartsAtOnce();
            lan.sees("/trogiup");
        }
    }

    private long postponed() {
        try (Rows rows = new Rows(data)) {
            return rows.number("SELECT COUNT(*) FROM outbox WHERE state = 'QUEUED' AND attempts > 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
