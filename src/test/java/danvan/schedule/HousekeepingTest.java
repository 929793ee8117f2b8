package danvan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The night's work. */
class HousekeepingTest {
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void aChoreThatFailsDoesNotKeepTheOthersNorTheNextNight() {
        Housekeeping house = new Housekeeping(List.of(
                chore("first"),
                new Housekeeping.Chore("broken", () -> {
                    done.add("broken");
                    throw new IllegalStateException("the database is away");
                }),
                chore("last")));
        house.run();
        house.run();
        assertThat(done).containsExactly("first", "broken", "last", "first", "broken", "last");
    }

    private Housekeeping.Chore chore(String name) {
        return new Housekeeping.Chore(name, () -> {
            done.add(name);
            return 1;
        });
    }
}
