package danvan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.Database;
import danvan.storage.Eventually;
import danvan.storage.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes share one PostgreSQL database, and the times in it. */
class SharedSchedulerTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    private final Clock clock = Clock.systemUTC();
    private Database one;
    private Database other;
    private Scheduler here;
    private Scheduler there;

    @BeforeEach
    void opens() {
        var storage = TestDatabase.postgres();
        one = Database.open(storage);
        other = Database.open(storage);
        here = Scheduler.of(one, clock);
        there = Scheduler.of(other, clock);
    }

    @AfterEach
    void closes() {
        here.close();
        there.close();
        one.close();
        other.close();
    }

    @Test
    void aTimeComesOnceThoughBothProcessesSetIt() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Runnable work = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            runs.release();
            atOnce.decrementAndGet();
        };
        Timer mine = here.timer("work", work);
        Timer theirs = there.timer("work", work);
        Map<String, Instant> times = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            times.put("time " + i, clock.instant().plusMillis(200L * i));
        }
        mine.set(times);
        theirs.set(times);
        here.start();
        there.start();
        assertThat(runs.tryAcquire(10, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        // One more that comes behind them all: had one come twice, it would have come before.
        mine.set(Map.of("behind", clock.instant()));
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(runs.availablePermits()).isZero();
        assertThat(most).hasValue(1);
    }

    @Test
    void whatOneTakesBackIsTakenBackForBothAndSetAgainByEither() {
        Timer mine = here.timer("work", () -> {});
        Timer theirs = there.timer("work", () -> {});
        mine.set(Map.of("far", FAR, "farther", FAR.plusSeconds(1)));
        assertThat(times(one)).isEqualTo(2);
        theirs.set(Map.of("far", FAR));
        assertThat(times(one)).isEqualTo(1);
        mine.set(Map.of("far", FAR, "farther", FAR.plusSeconds(1)));
        assertThat(times(other)).as("set here before, and taken back there").isEqualTo(2);
        mine.set(Map.of("far", FAR.plusSeconds(60)));
        assertThat(times(other)).as("another time, of the same name").isEqualTo(1);
    }

    /** One process ended, and its times with it: the others' jobs must not go. */
    @Test
    void theTimesStayWhenAProcessEndsAndComeInTheOther() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        Timer mine = here.timer("work", () -> {});
        there.timer("work", runs::release);
        there.start();
        here.start();
        Instant soon = clock.instant().plusSeconds(2);
        mine.set(Map.of("soon", soon, "far", FAR));
        mine.close();
        here.close();
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(clock.instant()).isAfterOrEqualTo(soon);
        Eventually.await("only what is far is left", () -> times(other) == 1);
    }

    /** A time that came while no process was there is made up for at the next start. */
    @Test
    void aTimeThatNobodyWasThereForComesAtTheNextStart() throws InterruptedException {
        Timer mine = here.timer("work", () -> {});
        mine.set(Map.of("past", clock.instant().minusSeconds(3600)));
        here.close();
        Semaphore runs = new Semaphore(0);
        there.timer("work", runs::release);
        there.start();
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** A process of another version does not know the work: whoever does must get it. */
    @Test
    void workThatAProcessDoesNotKnowIsLeftToTheOther() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        Timer mine = here.timer("new work", runs::release);
        there.start();
        mine.set(Map.of("now", clock.instant()));
        // The other process has it first, and cannot do it.
        Eventually.await("the time is handed over", () -> triggers(one, "elsewhere") == 1);
        one.change(tx -> tx.update("UPDATE qrtz_triggers SET next_fire_time = 1 WHERE trigger_name = 'elsewhere'"));
        there.close();
        here.start();
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsAskedForAtOnceIsDoneByWhoeverAsks() {
        Set<String> by = ConcurrentHashMap.newKeySet();
        Timer mine = here.timer("work", () -> {
            by.add("here");
        });
        there.timer("work", () -> by.add("there"));
        here.start();
        there.start();
        for (int i = 0; i < 20; i++) {
            mine.ring();
            Eventually.await("it is done", mine::idle);
        }
        assertThat(by).containsExactly("here");
    }

    @Test
    void theNightsWorkHasOneTimeForBoth() {
        ZoneId vietnam = ZoneId.of("Asia/Ho_Chi_Minh");
        here.daily("night", LocalTime.of(3, 0), vietnam, () -> {});
        there.daily("night", LocalTime.of(3, 0), vietnam, () -> {});
        assertThat(triggers(one, "night")).isEqualTo(1);
        assertThat(here.nextOf("night")).isEqualTo(there.nextOf("night")).isPresent();
    }

    private static long times(Database database) {
        return database.read(
                tx -> tx.count("SELECT COUNT(*) AS n FROM qrtz_triggers WHERE trigger_group = 'work times'"));
    }

    private static long triggers(Database database, String name) {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM qrtz_triggers WHERE trigger_name = ?", name));
    }
}
