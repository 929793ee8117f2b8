package danvan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.Eventually;
import danvan.storage.HandClock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A clock that was set back by an hour held up all that waited for an hour, and one set back by a year for a year. */
class ClockWatchTest {
    private final HandClock wall = HandClock.at("2024-05-02T03:00:00Z");
    private final AtomicLong nanos = new AtomicLong(77);
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void aClockThatGoesBackIsToldOnceAndWhatGoesForwardIsNot() {
        try (ClockWatch watch = new ClockWatch(wall, nanos::get, told::incrementAndGet)) {
            passes(Duration.ofSeconds(20), Duration.ofSeconds(20));
            watch.look();
            passes(Duration.ofSeconds(20), Duration.ofSeconds(18));
            watch.look();
            passes(Duration.ofSeconds(20), Duration.ofDays(366));
            watch.look();
            assertThat(told)
                    .as("what a time server corrects, and a leap forward")
                    .hasValue(0);

            passes(Duration.ofSeconds(20), Duration.ofHours(-1));
            watch.look();
            watch.look();
            assertThat(told).hasValue(1);

            passes(Duration.ofSeconds(20), Duration.ofDays(-365));
            watch.look();
            assertThat(told).hasValue(2);
        }
    }

    @Test
    void whatComesEveryMinuteAndEveryDayComesFromNowOn() {
        AtomicInteger rung = new AtomicInteger();
        try (Scheduler scheduler = new Scheduler()) {
            Timer minute = scheduler.timer("a minute's work", rung::incrementAndGet);
            scheduler.daily("a night's work", LocalTime.of(3, 0), ZoneOffset.UTC, () -> {});
            minute.start();
            scheduler.clockWentBack();
            assertThat(scheduler.nextOf("a night's work")).isPresent();
            Eventually.await("the minute to come again", () -> rung.get() >= 2);
        }
    }

    private void passes(Duration real, Duration shown) {
        nanos.addAndGet(real.toNanos());
        wall.advance(shown);
    }
}
