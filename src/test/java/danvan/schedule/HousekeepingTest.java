package danvan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.HandClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the house is cleaned. */
class HousekeepingTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** 20:00 in Vietnam. */
    private final HandClock clock = HandClock.at("2024-03-25T13:00:00Z");

    private final List<String> done = new ArrayList<>();

    @Test
    void onceAtTheStartAndThenOnceANight() {
        Housekeeping house = house(chore("old messages"));
        looks(house, 6 * 60);
        assertThat(done).as("until two in the morning").hasSize(1);
        looks(house, 2 * 60);
        assertThat(done).as("three in the morning came").hasSize(2);
        looks(house, 24 * 60);
        assertThat(done).hasSize(3);
    }

    @Test
    void aStartAtNightIsThatNightsCleaning() {
        clock.advance(Duration.ofHours(7).plusSeconds(1));
        Housekeeping house = house(chore("old messages"));
        looks(house, 60);
        assertThat(done).hasSize(1);
    }

    @Test
    void afterDaysOfSleepOnceAndNotOnceForEachNight() {
        Housekeeping house = house(chore("old messages"));
        house.look();
        clock.advance(Duration.ofDays(5));
        looks(house, 10);
        assertThat(done).hasSize(2);
    }

    @Test
    void aChoreThatFailsDoesNotKeepTheOthersNorTheNextNight() {
        Housekeeping house = house(
                chore("first"),
                new Housekeeping.Chore("broken", () -> {
                    done.add("broken");
                    throw new IllegalStateException("the database is away");
                }),
                chore("last"));
        house.look();
        clock.advance(Duration.ofDays(1));
        house.look();
        assertThat(done).containsExactly("first", "broken", "last", "first", "broken", "last");
    }

    private Housekeeping house(Housekeeping.Chore... chores) {
        return new Housekeeping(clock, VIETNAM, List.of(chores));
    }

    private Housekeeping.Chore chore(String name) {
        return new Housekeeping.Chore(name, () -> {
            done.add(name);
            return 1;
        });
    }

    private void looks(Housekeeping house, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            house.look();
            clock.advance(Duration.ofMinutes(1));
        }
    }
}
