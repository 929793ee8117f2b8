package danvan.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Jobs;
import danvan.organization.directory.MadeUpOrganization;
import danvan.organization.directory.UnitRef;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.HandClock;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import danvan.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due, by a clock that jumps, and looked for by several at once. */
class DueBroadcastsTest {
    private static final Instant TIME = Instant.parse("2026-12-02T00:30:00Z");
    private static final String CODE = "abcd1234";

    @TempDir
    private Path folder;

    private final List<String> audit = new ArrayList<>();
    private final MadeUpOrganization everybody = new MadeUpOrganization();
    private Database database;
    private DueBroadcasts due;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
        HandClock clock = new HandClock(TIME);
        Outbox outbox = new Outbox(database, clock, "test");
        everybody
                .with(new UnitRef("xa", "xã Tiến Đức", "commune", Optional.empty()))
                .with(1, "Thu", Role.OFFICE, "xa")
                .with(2, "Lan", Role.CADRE, "xa");
        BroadcastView view = new BroadcastView(
                everybody,
                new BroadcastFiles(database, new Files(database, clock)),
                new SendTimes(ZoneOffset.UTC, any -> Optional.of(LocalTime.NOON), at -> at));
        due = new DueBroadcasts(
                database,
                new Jobs(database, outbox, clock, "test"),
                outbox,
                everybody,
                (tx, at, member, action, detail) -> audit.add(action),
                view,
                new Texts());
        Person thu = new Person(1, "Thu", Role.OFFICE, "xa", Optional.of(Language.VI));
        database.change(tx -> {
            Broadcasts.prepare(
                    tx, CODE, thu, new Address("office", "1"), Language.VI, "Mời họp", TIME.minusSeconds(60));
            SetTimes.time(tx, CODE, Broadcasts.State.PREPARED, Optional.of(TIME));
            assertThat(Broadcasts.move(tx, CODE, Broadcasts.State.SCHEDULED)).isTrue();
        });
    }

    @AfterEach
    void closes() {
        database.close();
    }

    private long orders() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM job WHERE kind = 'broadcast'"));
    }

    private Broadcasts.State state() {
        return new Broadcasts(database).find(CODE).orElseThrow().state();
    }

    @Test
    void aClockThatGoesBackSendsNothingTwice() {
        due.run(TIME.minusMillis(1), false);
        assertThat(orders()).isZero();
        assertThat(due.next()).contains(TIME);
        due.run(TIME, false);
        assertThat(state()).isEqualTo(Broadcasts.State.SENDING);
        due.run(TIME.minus(Duration.ofDays(3)), false);
        due.run(TIME, false);
        due.run(TIME.plus(Duration.ofDays(3)), false);
        assertThat(orders()).isEqualTo(1);
        assertThat(audit).containsExactly("broadcast sent");
        assertThat(due.next()).isEmpty();
    }

    @Test
    void aClockThatJumpsAheadAsksTheAuthorOnce() {
        due.run(TIME.plus(DueBroadcasts.LATE).plusMillis(1), false);
        due.run(TIME.plus(Duration.ofDays(1)), false);
        assertThat(orders()).isZero();
        assertThat(state()).isEqualTo(Broadcasts.State.PREPARED);
        assertThat(audit).containsExactly("broadcast missed");
    }

    @Test
    void inTheQuietHoursItWaits() {
        due.run(TIME.plusSeconds(60), true);
        assertThat(state()).isEqualTo(Broadcasts.State.SCHEDULED);
        due.run(TIME.plus(DueBroadcasts.LATE), false);
        assertThat(state()).isEqualTo(Broadcasts.State.SENDING);
    }

    @Test
    void whatNobodyAnswersForIsNotSent() {
        everybody.with(1, "Thu", Role.CADRE, "xa");
        due.run(TIME, false);
        assertThat(orders()).isZero();
        assertThat(state()).isEqualTo(Broadcasts.State.DROPPED);
        assertThat(audit).containsExactly("broadcast dropped");
    }

    @Test
    void manyWhoLookAtOnceOrderItOnce() throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> lookers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread looker = new Thread(() -> {
                try {
                    begin.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                due.run(TIME, false);
            });
            looker.start();
            lookers.add(looker);
        }
        begin.countDown();
        for (Thread looker : lookers) {
            looker.join();
        }
        assertThat(orders()).isEqualTo(1);
    }
}
