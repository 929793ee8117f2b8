package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The places of the pace that several processes share, one by one; what has been is put further back in their rows. */
class SharedPlacesTest {
    /** So long that a slow machine is still within it. */
    private static final Pace SLOW = new Pace(4, Duration.ofSeconds(100), 2, Duration.ofMinutes(5), 10);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private Database database;
    private SharedPace pace;
    private int messages;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.postgres());
        pace = new SharedPace(database, "telegram", "node", SLOW);
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void aPlaceIsFreeAgainAWindowAfterTheAnswerAndAPollAwayWhileThereIsNone() {
        List<Long> taken = fill();
        SharedPace.Place none = take(9, Priority.REPLY, 0);
        assertThat(none.number()).isEmpty();
        assertThat(none.body()).isEmpty();
        assertThat(none.ofChat()).isFalse();
        assertThat(none.pause())
                .as("an answer may come any time")
                .isEqualTo(Duration.ofMillis(20).toNanos());
        taken.forEach(number -> answered(number, 0, 0));
        assertThat(take(9, Priority.REPLY, 0).pause()).isBetween(70 * SECOND, 100 * SECOND);
        answered(taken.get(1), 60 * SECOND, 0);
        assertThat(take(9, Priority.REPLY, 0).pause()).isBetween(10 * SECOND, 40 * SECOND);
        answered(taken.get(1), 100 * SECOND, 0);
        SharedPace.Place place = take(9, Priority.REPLY, 0);
        assertThat(place.number()).isPresent();
        assertThat(place.body()).contains("words");
        assertThat(place.pause()).isZero();
        assertThat(take(10, Priority.REPLY, 0).number()).as("there was one").isEmpty();
    }

    /** What both messages surely are on the way for is no time in which the server could count both. */
    @Test
    void theShorterOfTheTwoWaysIsTakenOffTheWindow() {
        List<Long> taken = fill();
        taken.forEach(number -> answered(number, 0, 50 * SECOND));
        assertThat(take(9, Priority.REPLY, 0).pause()).isBetween(70 * SECOND, 100 * SECOND);
        assertThat(take(9, Priority.REPLY, 30 * SECOND).pause()).isBetween(40 * SECOND, 70 * SECOND);
        assertThat(take(9, Priority.REPLY, 80 * SECOND).pause()).isBetween(20 * SECOND, 50 * SECOND);
        taken.forEach(number -> answered(number, 0, 500 * SECOND));
        assertThat(take(9, Priority.REPLY, 500 * SECOND).number())
                .as("no way is longer than the window")
                .isPresent();
    }

    @Test
    void aChatHasItsOwnPlacesWhoseWindowIsCountedInWhole() {
        long first = number(take(1, Priority.REPLY, 0));
        long second = number(take(1, Priority.REPLY, 0));
        SharedPace.Place none = take(1, Priority.REPLY, 0);
        assertThat(none.number()).isEmpty();
        assertThat(none.ofChat()).isTrue();
        assertThat(none.pause()).isEqualTo(Duration.ofMillis(20).toNanos());
        assertThat(take(2, Priority.REPLY, 0).number()).isPresent();
        answered(first, 250 * SECOND, 200 * SECOND);
        answered(second, 0, 0);
        assertThat(take(1, Priority.REPLY, 200 * SECOND).pause()).isBetween(20 * SECOND, 50 * SECOND);
        answered(first, 300 * SECOND, 0);
        assertThat(take(1, Priority.REPLY, 0).number()).isPresent();
    }

    @Test
    void whatGoesToManyGoesInStepsAndAReplyPutsTheNextOneOff() {
        long step = SLOW.step().toNanos();
        assertThat(take(1, Priority.BROADCAST, 0).number()).isPresent();
        SharedPace.Place none = take(2, Priority.BROADCAST, 0);
        assertThat(none.number()).isEmpty();
        assertThat(none.ofChat()).isFalse();
        assertThat(none.pause()).isBetween(step - 15 * SECOND, step);
        assertThat(take(3, Priority.REMINDER, 0).pause()).isBetween(step - 15 * SECOND, step);
        assertThat(take(4, Priority.REPLY, 0).number()).isPresent();
        assertThat(take(2, Priority.BROADCAST, 0).pause()).isBetween(2 * step - 15 * SECOND, 2 * step);
    }

    /** What is missed for a moment is made up for, and of a long rest nothing. */
    @Test
    void aStepThatIsHardlyLateDoesNotPutOffTheNext() {
        assertThat(take(1, Priority.BROADCAST, 0).number()).isPresent();
        next("now - 100000");
        assertThat(take(2, Priority.BROADCAST, 0).number()).isPresent();
        long afterHardlyLate = nextStepIn();
        next("now - 50000000");
        assertThat(take(3, Priority.BROADCAST, 0).number()).isPresent();
        long step = SLOW.step().toNanos() / 1_000;
        assertThat(afterHardlyLate).isLessThanOrEqualTo(step - 100_000);
        assertThat(nextStepIn()).isBetween(step - 15_000_000, step);
    }

    @Test
    void aMessageThatCannotBeHadTakesNoPlace() {
        QueuedMessage parcel = parcel(1, Priority.REPLY);
        SharedPace.Place none = pace.take(parcel, 0, tx -> Optional.empty());
        assertThat(none.number()).isEmpty();
        assertThat(none.pause()).isZero();
        assertThat(fill()).hasSize(4);
    }

    @Test
    void whatAChatIsAskedToWaitAllProcessesWaitAndASecondChatMeansEverybody() {
        SharedPace other = new SharedPace(database, "telegram", "other", SLOW);
        database.change(tx -> pace.paused(tx, chat(1), Duration.ofSeconds(200)));
        SharedPace.Place none = other.take(parcel(1, Priority.REPLY), 0, tx -> Optional.of("words"));
        assertThat(none.number()).isEmpty();
        assertThat(none.ofChat()).isTrue();
        assertThat(none.pause()).isBetween(170 * SECOND, 200 * SECOND);
        assertThat(number(other.take(parcel(2, Priority.REPLY), 0, tx -> Optional.of("words"))))
                .isPositive();
        database.change(tx -> pace.paused(tx, chat(1), Duration.ofSeconds(100)));
        assertThat(take(1, Priority.REPLY, 0).pause()).as("the longer holds").isBetween(170 * SECOND, 200 * SECOND);
        assertThat(take(3, Priority.REPLY, 0).number()).isPresent();
        database.change(tx -> {
            tx.update("UPDATE pace_pause SET told_at = told_at + 60000000");
            pace.paused(tx, chat(2), Duration.ofMinutes(5));
        });
        SharedPace.Place all = other.take(parcel(4, Priority.REPLY), 0, tx -> Optional.of("words"));
        assertThat(all.ofChat()).isFalse();
        assertThat(all.pause()).isBetween(270 * SECOND, 300 * SECOND);
    }

    @Test
    void chatsThatAreAskedToWaitSecondsApartMeanThemselves() {
        database.change(tx -> {
            pace.paused(tx, chat(1), Duration.ofSeconds(200));
            tx.update("UPDATE pace_pause SET told_at = told_at - 60000000");
            pace.paused(tx, chat(2), Duration.ofSeconds(200));
        });
        assertThat(take(3, Priority.REPLY, 0).number()).isPresent();
        database.change(tx -> {
            tx.update("UPDATE pace_pause SET until_at = 0");
            pace.paused(tx, chat(4), Duration.ofSeconds(200));
        });
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM pace_pause")))
                .as("pauses that are over do not pile up")
                .isEqualTo(1);
    }

    /** Its process ended without a word. */
    @Test
    void aPlaceWhoseAnswerNobodyWroteDownIsFreeAfterTwentySeconds() {
        List<Long> taken = fill();
        database.change(tx -> tx.update("UPDATE pace_sent SET sent_at = sent_at - 10000000"));
        assertThat(take(9, Priority.REPLY, 0).number()).isEmpty();
        database.change(
                tx -> tx.update("UPDATE pace_sent SET sent_at = sent_at - 10000000 WHERE id = ?", taken.get(0)));
        assertThat(take(9, Priority.REPLY, 0).number()).isPresent();
        assertThat(take(10, Priority.REPLY, 0).number()).isEmpty();
    }

    @Test
    void placesThatAreOverAreDeletedWhenTheyAreManyAndThoseThatCountStay() {
        database.change(tx -> {
            for (int i = 0; i < 201; i++) {
                tx.update("INSERT INTO pace_sent (channel, chat, node, sent_at, answered_at) VALUES"
                        + " ('telegram', 'x', 'node', 0, " + (i % 2 == 0 ? "NULL" : "1") + ")");
            }
        });
        long place = number(take(1, Priority.REPLY, 0));
        assertThat(rows()).isEqualTo(1);
        answered(place, 0, 0);
        database.change(tx -> tx.update(
                "INSERT INTO pace_sent (channel, chat, node, sent_at) VALUES" + " ('telegram', 'x', 'node', 0)"));
        assertThat(take(2, Priority.REPLY, 0).number()).isPresent();
        assertThat(rows()).as("a few lie about").isEqualTo(3);
    }

    @Test
    void channelsHaveTheirOwnPlaces() {
        assertThat(fill()).hasSize(4);
        SharedPace other = new SharedPace(database, "other", "node", SLOW);
        assertThat(other.take(parcel(1, Priority.REPLY), 0, tx -> Optional.of("words"))
                        .number())
                .isPresent();
    }

    private List<Long> fill() {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < SLOW.perWindow(); i++) {
            taken.add(number(take(100 + i, Priority.REPLY, 0)));
        }
        return taken;
    }

    private SharedPace.Place take(int chat, Priority priority, long way) {
        return pace.take(parcel(chat, priority), way, tx -> Optional.of("words"));
    }

    private static long number(SharedPace.Place place) {
        return place.number().orElseThrow();
    }

    private void answered(long number, long ago, long way) {
        database.change(tx -> pace.answered(tx, number, ago, way));
    }

    private void next(String when) {
        database.change(tx -> tx.update("UPDATE pace SET next_step = " + when.replace("now", now())));
    }

    /** Millionths of a second. */
    private long nextStepIn() {
        return database.read(tx -> tx.count("SELECT next_step - " + now() + " AS n FROM pace"));
    }

    private static String now() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";
    }

    private long rows() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM pace_sent"));
    }

    private QueuedMessage parcel(int chat, Priority priority) {
        return new QueuedMessage(++messages, chat(chat), priority.rank(), 0, false);
    }

    private static Address chat(int number) {
        return new Address("telegram", "c" + number);
    }
}
