package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.config.Config;
import danvan.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotClockTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant START = Instant.parse("2024-01-02T00:30:00Z");

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(
                new Config.Storage("jdbc:sqlite:" + folder.resolve("bot.db"), Optional.empty(), Optional.empty()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRehearsalBeginsInTheMorningOfTheSecondOfJanuary() {
        assertThat(rehearsal(NOW).instant()).isEqualTo(START);
    }

    @Test
    void aRestartDoesNotTravelBack() {
        rehearsal(NOW).advance(Duration.ofDays(7));
        assertThat(rehearsal(NOW.plusSeconds(60)).instant())
                .isEqualTo(START.plus(Duration.ofDays(7)).plusSeconds(60));
    }

    @Test
    void movesAddUpAndAreToldOf() {
        BotClock clock = rehearsal(NOW);
        List<Instant> told = new ArrayList<>();
        clock.onMove(() -> told.add(clock.instant()));
        clock.advance(Duration.ofDays(1));
        clock.advance(Duration.ofHours(2));
        assertThat(told).containsExactly(START.plus(Duration.ofDays(1)), START.plus(Duration.ofHours(26)));
        assertThat(clock.withZone(ZoneId.of("UTC")).instant()).isEqualTo(clock.instant());
    }

    @Test
    void theClockCannotBeMovedBack() {
        BotClock clock = rehearsal(NOW);
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
        database.change(tx -> clock.moveTo(tx, START.minusSeconds(1)));
        clock.changed();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void outsideARehearsalTheClockShowsRealTimeAndCannotBeMoved() {
        BotClock clock = BotClock.real(Clock.fixed(NOW, ZONE), ZONE);
        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(clock.movable()).isFalse();
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(1))).isInstanceOf(IllegalStateException.class);
    }

    private BotClock rehearsal(Instant now) {
        return BotClock.rehearsal(Clock.fixed(now, ZONE), ZONE, database);
    }
}
