package danvan.conversation;

import static danvan.storage.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.inbox.Inbox;
import danvan.inbox.Update;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.outbox.Dispatcher;
import danvan.outbox.Outbox;
import danvan.outbox.Pace;
import danvan.storage.Database;
import danvan.storage.DatabaseAway;
import danvan.storage.OtherProgram;
import danvan.storage.Tx;
import danvan.text.Language;
import danvan.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another program kept the SQLite file locked; the log said that what waits goes on by itself, and then the process
 * ended. It waits as it says.
 */
@Timeout(60)
class LockedDatabaseTest {
    private static final Address LAN = new Address("telegram", "1");

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final Echo echo = new Echo();
    private Database database;
    private Inbox inbox;
    private Outbox outbox;
    private Jobs jobs;
    private Turns turns;
    private Dispatcher dispatcher;
    private OtherProgram other;

    @BeforeEach
    void opens() {
        Config.Storage storage =
                new Config.Storage("jdbc:sqlite:" + folder.resolve("bot.db"), Optional.empty(), Optional.empty());
        database = Database.open(storage, Duration.ofMillis(100));
        inbox = new Inbox(database, clock, "node");
        outbox = new Outbox(database, clock, "node");
        jobs = new Jobs(database, outbox, clock, "node");
        TurnWork work = new TurnWork(
                database,
                inbox,
                outbox,
                new OneMember(),
                new FeatureRouter(List.of(echo)),
                new Texts(),
                Language.EN,
                clock,
                new Uploads(database, new Uploads.Limits(1_000, 1L << 30, 1 << 20), ZoneOffset.UTC));
        turns = new Turns(inbox, work, 4);
        Courier courier = (to, what) -> {
            delivered.add(what instanceof Outgoing.Message message ? message.text() : what.toString());
            return CompletableFuture.completedFuture(new Delivery.Delivered("1"));
        };
        dispatcher = new Dispatcher("telegram", outbox, database, courier, Pace.telegram(), (tx, chat) -> {});
        other = new OtherProgram(storage);
    }

    @AfterEach
    void closes() {
        other.close();
        turns.close();
        jobs.close();
        dispatcher.close();
        database.close();
    }

    @Test
    void aBatchOfUpdatesWaitsForTheLockAndIsKeptOnce() throws InterruptedException {
        AtomicInteger waits = new AtomicInteger();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        other.locks();
        Thread poll = new Thread(() -> {
            try {
                int unused = inbox.receiveSurely(List.of(says(1), says(2)), waits::incrementAndGet);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        poll.start();
        await("it was tried more than once", () -> waits.get() >= 2);
        other.unlocks();
        poll.join();
        assertThat(failures).isEmpty();
        assertThat(inbox.waiting()).isEqualTo(2);
    }

    @Test
    void whoClosesNeedNotWaitForTheLock() throws InterruptedException {
        AtomicInteger waits = new AtomicInteger();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        other.locks();
        Thread poll = new Thread(() -> {
            try {
                int unused = inbox.receiveSurely(List.of(says(1)), waits::incrementAndGet);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        poll.start();
        await("it waits", () -> waits.get() >= 1);
        poll.interrupt();
        poll.join();
        assertThat(failures).singleElement().isInstanceOf(DatabaseAway.class);
        other.unlocks();
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void turnsJobsAndDeliveriesGoOnWhenTheLockIsGone() {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch locked = new CountDownLatch(1);
        jobs.does("count", run -> {
            attempts.incrementAndGet();
            await("the file is locked", () -> locked.getCount() == 0);
            run.finish(List.of(Outgoing.message("counted")), tx -> {});
        });
        boolean ordered = database.write(tx -> jobs.order(tx, "count", LAN, "order"));
        assertThat(ordered).isTrue();
        int kept = inbox.receive(List.of(says(1)));
        assertThat(kept).isEqualTo(1);
        jobs.start();
        await("the job is under way", () -> attempts.get() == 1);
        other.locks();
        locked.countDown();
        turns.start();
        dispatcher.start();
        await("the turn was tried more often than a failure would be", () -> echo.heard.get() > 4);
        assertThat(delivered).isEmpty();
        other.unlocks();
        await("all is delivered", () -> delivered.size() >= 2);
        assertThat(delivered).containsExactlyInAnyOrder("re word 1", "counted");
        assertThat(inbox.waiting()).isZero();
    }

    private static Update says(int number) {
        return new Update(LAN, String.valueOf(number), "Lan", new Incoming.Words("word " + number));
    }

    private static final class Echo implements Feature {
        private final AtomicInteger heard = new AtomicInteger();

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Optional<Reply> said(Turn turn, String words) {
            heard.incrementAndGet();
            return Optional.of(Reply.say("re " + words));
        }
    }

    private static final class OneMember implements Directory {
        @Override
        public Optional<Person> member(Address address) {
            return Optional.of(new Person(1, "Lan", Role.CADRE, "xa-tien-duc", Optional.of(Language.EN)));
        }

        @Override
        public Optional<Person> admit(Address address, String name, Instant now) {
            return Optional.empty();
        }

        @Override
        public Reply stranger(Address address, String name, Incoming incoming, Instant now) {
            return Reply.nothing();
        }

        @Override
        public void seen(Tx tx, Address address, boolean reachable, Instant at) {}
    }
}
