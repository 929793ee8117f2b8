package danvan.storage;

import static danvan.storage.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderElectionTest {
    /** How long nobody may do the work when its leader is gone without a word. */
    private static final Duration TAKEOVER = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private final Config.Storage storage = TestDatabase.postgres();
    private final List<Database> databases = new ArrayList<>();
    private final List<LeaderElection> elections = new ArrayList<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void close() {
        elections.forEach(LeaderElection::close);
        databases.forEach(Database::close);
    }

    @Test
    void oneOfThreeLeadsAndWhenItEndsAnotherDoesAtOnce() {
        enter("a");
        enter("b");
        enter("c");
        await("one leads", () -> leaders() == 1, TAKEOVER);
        LeaderElection first = leader();
        first.close();
        assertThat(first.leads()).isFalse();
        // Without waiting for the end of a term: it has said that it is over.
        await("another leads", () -> leaders() == 1, Duration.ofSeconds(5));
        assertThat(most).as("never two at once").hasValue(1);
    }

    /** What a broken network, an administrator or a restart of the server does. */
    @Test
    void whoLosesItsConnectionStopsBeforeAnotherBegins() {
        enter("a");
        enter("b");
        await("one leads", () -> leaders() == 1, TAKEOVER);
        for (int i = 0; i < 2; i++) {
            AtomicInteger before = new AtomicInteger(atWork.get());
            assertThat(before).hasValue(1);
            Database any = databases.get(0);
            long ended = any.read(
                    tx -> tx.count("SELECT COUNT(pg_terminate_backend(pid)) AS n FROM pg_stat_activity WHERE pid IN"
                            + " (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database ="
                            + " (SELECT oid FROM pg_database WHERE datname = current_database()))"));
            assertThat(ended).as("the connection that held the lock").isEqualTo(1);
            await("it has stopped", () -> atWork.get() == 0, Duration.ofSeconds(5));
            await("one leads again", () -> leaders() == 1, TAKEOVER);
        }
        assertThat(most).as("never two at once").hasValue(1);
    }

    /** A machine that stands still says nothing, keeps its connection, and must not keep the lock. */
    @Test
    void whoStandsStillLosesTheLock() throws Exception {
        Database database = open();
        try (var still = OwnConnection.open(database, "stands still", Duration.ofSeconds(60));
                var statement = still.createStatement()) {
            statement.execute("SET idle_session_timeout = 9000");
            statement.execute("SELECT pg_advisory_lock(hashtextextended('danvan work', 0))");
            statement.execute("INSERT INTO leader VALUES ('work', 'still', 0,"
                    + " CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) + 6000)");
            enter("b");
            await("the other leads", () -> leaders() == 1, TAKEOVER);
        }
    }

    @Test
    void aloneOnADatabaseOneLeadsAtOnce() {
        Database database = Database.open(TestDatabase.sqlite(folder));
        databases.add(database);
        LeaderElection election = election(database, "a");
        election.start();
        if (!database.shared()) {
            assertThat(atWork).hasValue(1);
        }
        election.close();
        assertThat(atWork).hasValue(0);
    }

    private LeaderElection leader() {
        return elections.stream().filter(LeaderElection::leads).findFirst().orElseThrow();
    }

    private long leaders() {
        return atWork.get();
    }

    private Database open() {
        Database database = Database.open(storage);
        databases.add(database);
        return database;
    }

    private void enter(String node) {
        election(open(), node).start();
    }

    private LeaderElection election(Database database, String node) {
        LeaderElection election = new LeaderElection(
                database,
                "work",
                node,
                () -> most.accumulateAndGet(atWork.incrementAndGet(), Math::max),
                atWork::decrementAndGet);
        elections.add(election);
        return election;
    }
}
