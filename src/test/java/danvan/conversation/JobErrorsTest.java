package danvan.conversation;

import static danvan.storage.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.HandClock;
import danvan.storage.Json;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document of one paragraph of dots overflowed the stack of the thread that read it, and nothing was read any more until
 * the bot was restarted. What does it twice is given up and told, and the thread goes on.
 */
class JobErrorsTest {
    private static final Address LAN = new Address("telegram", "1");

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    private final Map<String, AtomicInteger> begun = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Throwable>> failures = new ConcurrentHashMap<>();
    private Database database;
    private Jobs jobs;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
        jobs = new Jobs(database, new Outbox(database, clock, "node"), clock, "node");
        jobs.does("read", new Reads());
        jobs.start();
    }

    @AfterEach
    void closes() {
        jobs.close();
        database.close();
    }

    @Test
    void whatThrowsAnErrorIsGivenUpAfterTheSecondTimeAndTold() {
        Map<String, Error> errors = Map.of(
                "dots", new StackOverflowError(),
                "unfolds", new OutOfMemoryError("for the test"),
                "defect", new AssertionError("for the test"),
                "gone", new NoClassDefFoundError("for the test"));
        errors.forEach((order, error) -> {
            failures.put(order, () -> error);
            orders(order);
            await("the first time", () -> attempts(order) == 1 && isFree(order));
            assertThat(told()).as("nothing is told of what may yet succeed").doesNotContain("sorry for " + order);
            clock.advance(Duration.ofSeconds(4));
            await("it is given up", () -> state(order).equals("FAILED"));
            // However long it waits, there is no third time.
            clock.advance(Duration.ofHours(1));
            orders("after " + order);
            await("the thread goes on", () -> state("after " + order).equals("DONE"));
            assertThat(times(order)).isEqualTo(2);
            assertThat(told()).containsOnlyOnce("sorry for " + order).contains("read after " + order);
        });
    }

    @Test
    void anExceptionIsTriedThreeTimes() {
        failures.put("busy", () -> new IOException("the server is busy"));
        orders("busy");
        for (int attempt = 1; attempt < 3; attempt++) {
            int done = attempt;
            await("attempt " + attempt, () -> attempts("busy") == done && isFree("busy"));
            clock.advance(Duration.ofSeconds(16));
        }
        await("it is given up", () -> state("busy").equals("FAILED"));
        assertThat(times("busy")).isEqualTo(3);
        assertThat(told()).containsExactly("sorry for busy");
    }

    @Test
    void anErrorThatPassesIsToldToNobody() {
        failures.put("once", () -> times("once") == 1 ? new OutOfMemoryError("for the test") : null);
        orders("once");
        await("the first time", () -> attempts("once") == 1 && isFree("once"));
        clock.advance(Duration.ofSeconds(4));
        await("it is done", () -> state("once").equals("DONE"));
        assertThat(told()).containsExactly("read once");
    }

    private final class Reads implements JobWork {
        @Override
        public void run(JobRun run) throws IOException {
            String order = run.order(String.class);
            begun.computeIfAbsent(order, any -> new AtomicInteger()).incrementAndGet();
            Throwable failure = failures.getOrDefault(order, () -> null).get();
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof IOException e) {
                throw e;
            }
            run.finish(List.of(Outgoing.message("read " + order)), tx -> {});
        }

        @Override
        public String apology(JobRun run) {
            return "sorry for " + run.order(String.class);
        }
    }

    private void orders(String order) {
        assertThat(database.<Boolean>write(tx -> jobs.order(tx, "read", LAN, order)))
                .isTrue();
    }

    private int times(String order) {
        return begun.getOrDefault(order, new AtomicInteger()).get();
    }

    private long attempts(String order) {
        return database.read(tx -> tx.count("SELECT attempts AS n FROM job WHERE body = ?", Json.write(order)));
    }

    /** Whether it waits for its next time. */
    private boolean isFree(String order) {
        return database.read(tx -> tx.count(
                        "SELECT COUNT(*) AS n FROM job WHERE body = ? AND claimed_by IS NULL", Json.write(order)))
                == 1;
    }

    private String state(String order) {
        return database.read(tx ->
                        tx.one("SELECT state FROM job WHERE body = ?", row -> row.text("state"), Json.write(order)))
                .orElse("");
    }

    private List<String> told() {
        return database.read(tx -> tx.list(
                "SELECT body FROM outbox ORDER BY id",
                row -> ((Outgoing.Message) Json.read(row.text("body"), Outgoing.class)).text()));
    }
}
