package danvan.conversation;

import static danvan.storage.Eventually.await;
import static danvan.storage.Eventually.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.outbox.Dispatcher;
import danvan.outbox.Outbox;
import danvan.outbox.Pace;
import danvan.storage.Database;
import danvan.storage.HandClock;
import danvan.storage.Json;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was ordered is done once, step by step, whatever ends the process meanwhile. */
class JobsTest {
    private static final Address LAN = new Address("telegram", "1");
    private static final Address MINH = new Address("telegram", "2");

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    private final Map<String, JobWork> works = new ConcurrentHashMap<>();
    private final AtomicInteger dispatched = new AtomicInteger();
    private Database database;
    private Outbox outbox;
    private Jobs jobs;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
        outbox = new Outbox(database, clock, "node");
        jobs = opened("node");
    }

    private Jobs opened(String node) {
        Jobs made = new Jobs(database, outbox, clock, node);
        made.does(
                "work",
                run -> Objects.requireNonNull(works.get(run.order(String.class)))
                        .run(run));
        return made;
    }

    @AfterEach
    void closes() {
        jobs.close();
        database.close();
    }

    @Test
    void theSameOrderIsTakenOnceUntilItIsDoneAndForEachWhoOrdersIt() {
        assertThat(orders(LAN, "a")).isTrue();
        assertThat(orders(LAN, "a")).isFalse();
        assertThat(orders(MINH, "a")).isTrue();
        assertThat(orders(LAN, "b")).isTrue();
        assertThat(jobs.open()).isEqualTo(3);
        assertThat(jobs.idle()).isFalse();
        works.put("a", run -> run.finish(List.of(), tx -> {}));
        works.put("b", works.get("a"));
        jobs.start();
        await("all are done", () -> jobs.open() == 0);
        assertThat(jobs.idle()).isTrue();
        assertThat(orders(LAN, "a")).as("done, and wanted again").isTrue();
    }

    @Test
    void whatIsSaidAndChangedAtTheEndIsKeptWithItAndTheAnswerGoesToWhoOrdered() {
        orders(LAN, "a");
        works.put("a", run -> {
            assertThat(run.to()).isEqualTo(LAN);
            run.finish(
                    List.of(Outgoing.message("one"), Outgoing.message("two")),
                    tx -> tx.update("INSERT INTO setting (name, value) VALUES ('came of it', 'yes')"));
        });
        jobs.start();
        await("it is done", () -> jobs.open() == 0);
        assertThat(said()).containsExactly("1 one", "1 two");
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM setting")))
                .isEqualTo(1);
    }

    /** A step that was made is not made again, and each is in one transaction with its mark. */
    @Test
    void afterARestartTheWorkGoesOnFromItsLastStep() {
        orders(LAN, "a");
        List<String> marks = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        works.put("a", run -> {
            marks.add(run.mark());
            if (run.mark().isEmpty()) {
                run.step("first", tx -> tx.update("INSERT INTO setting (name, value) VALUES ('first', '1')"));
                begun.countDown();
                while (true) {
                    run.check();
                    Thread.onSpinWait();
                }
            }
            run.step("second", tx -> tx.update("INSERT INTO setting (name, value) VALUES ('second', '2')"));
            run.finish(List.of(Outgoing.message("done")), tx -> {});
        });
        jobs.start();
        await("the first step is made", () -> begun.getCount() == 0);
        jobs.close();
        assertThat(marks).containsExactly("");
        assertThat(database.<Long>read(tx -> tx.count("SELECT attempts AS n FROM job")))
                .as("closing is no attempt")
                .isLessThanOrEqualTo(0);
        jobs = opened("node");
        jobs.start();
        await("it is done", () -> jobs.open() == 0);
        assertThat(marks).containsExactly("", "first");
        assertThat(said()).containsExactly("1 done");
    }

    @Test
    void aStepThatFailsKeepsNothingOfItAndIsMadeTheNextTime() {
        orders(LAN, "a");
        AtomicInteger tries = new AtomicInteger();
        works.put("a", run -> {
            run.step("mark", tx -> {
                tx.update("INSERT INTO setting (name, value) VALUES ('step', ?)", "" + tries.incrementAndGet());
                if (tries.get() == 1) {
                    throw new IllegalStateException("for the test");
                }
            });
            run.finish(List.of(), tx -> {});
        });
        jobs.start();
        await("it was tried", () -> tries.get() == 1 && attempts() == 1 && isFree());
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM setting")))
                .isZero();
        assertThat(jobs.idle()).as("what pauses does not count").isTrue();
        assertThat(jobs.open()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(4));
        await("it is done", () -> jobs.open() == 0);
        assertThat(tries).hasValue(2);
    }

    /** Somebody who watches nothing for a while hears how far it is, in one message that is edited. */
    @Test
    void howFarItIsStandsInOneMessageAndIsToldNowAndThen() {
        orders(LAN, "a");
        works.put("a", run -> {
            run.progress(() -> "too early");
            clock.advance(Duration.ofMillis(2_999));
            run.progress(() -> "still too early");
            clock.advance(Duration.ofMillis(1));
            run.progress(() -> "a half");
            run.progress(() -> "nobody wants to know");
            clock.advance(Duration.ofSeconds(3));
            run.say("all", List.of(List.of(new Button("Open", "work:x"))));
            run.finish(List.of(), tx -> {});
        });
        jobs.start();
        await("it is done", () -> jobs.open() == 0);
        long first = database.read(tx -> tx.count("SELECT MIN(id) AS n FROM outbox"));
        assertThat(said()).containsExactly("1 a half", "1 edit outbox:" + first + " all");
        assertThat(database.<Long>read(tx -> tx.count("SELECT message AS n FROM job")))
                .isEqualTo(first);
    }

    @Test
    void whatIsPutDownIsTakenUpAfterItsPauseAndThatIsNoAttempt() {
        orders(LAN, "a");
        AtomicInteger begun = new AtomicInteger();
        works.put("a", run -> {
            if (begun.incrementAndGet() < 6) {
                run.later(Duration.ofMinutes(1));
            } else {
                run.finish(List.of(), tx -> {});
            }
        });
        jobs.start();
        for (int i = 1; i < 6; i++) {
            int times = i;
            await("it was put down " + i + " times", () -> begun.get() == times && isFree());
            assertThat(attempts()).isZero();
            clock.advance(Duration.ofMinutes(1));
        }
        await("it is done", () -> jobs.open() == 0);
    }

    @Test
    void aWorkThatEndsNothingHasFailed() {
        orders(LAN, "a");
        works.put("a", run -> {});
        jobs.start();
        for (int i = 1; i < 3; i++) {
            int times = i;
            await("attempt " + i, () -> attempts() == times && isFree());
            clock.advance(Duration.ofSeconds(16));
        }
        await(
                "it is given up",
                () -> jobs.counts(clock.instant().minusSeconds(1)).failed() == 1);
        assertThat(jobs.counts(clock.instant().minusSeconds(1)).open()).isZero();
        assertThat(jobs.counts(clock.instant().plusSeconds(1)).failed()).isZero();
        assertThat(said()).as("without an apology nothing is said").isEmpty();
        assertThat(reason()).contains("returned without an end");
    }

    /** What ends its process each time is not begun for ever. */
    @Test
    void whatBeganThreeTimesAndNeverEndedIsGivenUpUnbegun() {
        orders(LAN, "a");
        AtomicInteger begun = new AtomicInteger();
        works.put("a", run -> begun.incrementAndGet());
        database.change(tx -> tx.update("UPDATE job SET attempts = 3, claimed_by = 'killed'"));
        jobs.start();
        await("it is given up", () -> jobs.open() == 0);
        assertThat(begun).hasValue(0);
        assertThat(reason()).contains("began 3 times");
    }

    @Test
    void whoOrderedSeesWhatIsOpenAndWhatWasGivenUp() {
        orders(LAN, "a");
        clock.advance(Duration.ofMinutes(1));
        orders(LAN, "b");
        orders(MINH, "c");
        database.change(tx -> {
            tx.update("UPDATE job SET attempts = 1 WHERE body = ?", Json.write("a"));
            tx.update(
                    "UPDATE job SET state = 'FAILED', done_at = ? WHERE body = ?",
                    clock.instant().plusSeconds(9),
                    Json.write("b"));
        });
        assertThat(jobs.ordered(LAN, clock.instant(), 10))
                .containsExactly(
                        new Jobs.Ordered("work", false, true, clock.instant().plusSeconds(9)),
                        new Jobs.Ordered("work", true, false, clock.instant().minusSeconds(60)));
        assertThat(jobs.ordered(LAN, clock.instant(), 1)).hasSize(1);
        assertThat(jobs.ordered(LAN, clock.instant().plusSeconds(10), 10)).hasSize(1);
    }

    /** The clock was wrong by a year when it was put off. */
    @Test
    void whatWaitsForATimeFarOffIsDueWhenTheClockIsSetRight() {
        orders(LAN, "a");
        database.change(
                tx -> tx.update("UPDATE job SET due_at = ?", clock.instant().plus(Duration.ofDays(365))));
        assertThat(jobs.idle()).isTrue();
        jobs.takeUpAgain(clock.instant().plus(Duration.ofDays(366)));
        assertThat(jobs.idle()).as("not so far off").isTrue();
        jobs.takeUpAgain(clock.instant().plus(Duration.ofHours(1)));
        assertThat(jobs.idle()).isFalse();
    }

    @Test
    void aJobThatAnotherProcessHasTakenIsNotEndedHere() {
        orders(LAN, "a");
        AtomicInteger begun = new AtomicInteger();
        works.put("a", run -> {
            if (begun.incrementAndGet() == 1) {
                database.change(tx -> tx.update("UPDATE job SET claimed_by = 'another'"));
                assertThatThrownBy(() -> run.step("x", tx -> {
                            throw new AssertionError("not ours any more");
                        }))
                        .isInstanceOf(JobRun.Stopped.class);
                assertThatThrownBy(() -> run.say("x", List.of())).isInstanceOf(JobRun.Stopped.class);
                run.finish(List.of(Outgoing.message("twice")), tx -> {});
            }
            run.finish(List.of(Outgoing.message("once")), tx -> {});
        });
        jobs.start();
        await("it is done", () -> jobs.open() == 0);
        assertThat(said()).containsExactly("1 once");
    }

    @Test
    void whatAProcessThatEndedHadIsFree() {
        orders(LAN, "a");
        database.change(tx -> tx.update("UPDATE job SET claimed_by = 'killed'"));
        database.change(tx -> jobs.release(tx, "another"));
        assertThat(isFree()).isFalse();
        database.change(tx -> jobs.release(tx, "killed"));
        assertThat(isFree()).isTrue();
    }

    @Test
    void whoListensIsToldThatThereIsSomethingToDeliver() {
        Courier courier = (to, what) -> {
            dispatched.incrementAndGet();
            return CompletableFuture.completedFuture(new Delivery.Delivered("1"));
        };
        try (Dispatcher dispatcher =
                new Dispatcher("telegram", outbox, database, courier, Pace.unlimited(), (tx, chat) -> {})) {
            dispatcher.start();
            orders(LAN, "a");
            works.put("a", run -> run.finish(List.of(Outgoing.message("done")), tx -> {}));
            jobs.start();
            await("it is delivered", () -> dispatched.get() == 1);
        }
    }

    @Test
    void whoHasClosedBeginsNothing() {
        jobs.start();
        jobs.close();
        AtomicInteger begun = new AtomicInteger();
        works.put("a", run -> begun.incrementAndGet());
        orders(LAN, "a");
        never("it is begun", () -> begun.get() > 0, Duration.ofMillis(600));
    }

    private boolean orders(Address who, String order) {
        return database.write(tx -> jobs.order(tx, "work", who, order));
    }

    private long attempts() {
        return database.read(tx -> tx.count("SELECT attempts AS n FROM job"));
    }

    private boolean isFree() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM job WHERE claimed_by IS NULL")) == 1;
    }

    private String reason() {
        return database.read(tx -> tx.one("SELECT reason FROM job", row -> row.text("reason")))
                .orElse("");
    }

    private List<String> said() {
        return database.read(tx -> tx.list("SELECT chat, body FROM outbox ORDER BY id", row -> {
            Outgoing what = Json.read(row.text("body"), Outgoing.class);
            return row.text("chat") + " "
                    + (what instanceof Outgoing.Edit edit
                            ? "edit " + edit.messageId() + " " + edit.text()
                            : ((Outgoing.Message) what).text());
        }));
    }
}
