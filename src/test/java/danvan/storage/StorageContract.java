package danvan.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Role;
import danvan.config.Config;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage keeps to. */
abstract class StorageContract {
    private static final Instant NOON = Instant.parse("2024-03-25T05:00:00.123Z");

    @TempDir
    Path folder;

    Config.Storage storage;
    Database database;
    private final HandClock clock = new HandClock(NOON);

    /** A database without any table. */
    abstract Config.Storage empty();

    @BeforeEach
    void open() {
        storage = empty();
        database = Database.open(storage);
        database.change(tx ->
                tx.update("CREATE TABLE probe (name TEXT PRIMARY KEY, n BIGINT, flag INTEGER, at BIGINT, role TEXT)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTransactionIsKeptAsAWhole() {
        database.change(tx -> {
            put(tx, "a", 1);
            put(tx, "b", 2);
        });
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void aTransactionThatThrowsKeepsNothing() {
        IllegalStateException failure = new IllegalStateException("in the middle");
        assertThatThrownBy(() -> database.change(tx -> {
                    put(tx, "a", 1);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(names()).isEmpty();
    }

    @Test
    void aRefusedStatementUndoesTheOnesBeforeIt() {
        assertThatThrownBy(() -> database.change(tx -> {
                    put(tx, "a", 1);
                    put(tx, "a", 2);
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("INSERT INTO probe");
        assertThat(names()).isEmpty();
        database.change(tx -> put(tx, "after", 1));
        assertThat(names()).containsExactly("after");
    }

    @Test
    void aConflictReachesTheCallerAsItIs() {
        assertThatThrownBy(() -> database.change(tx -> {
                    put(tx, "a", 1);
                    throw new Conflict("somebody was quicker");
                }))
                .isExactlyInstanceOf(Conflict.class)
                .hasMessage("somebody was quicker");
        assertThat(names()).isEmpty();
    }

    @Test
    void manyWritersAtOnceAllSucceed() throws InterruptedException, ExecutionException {
        database.change(tx -> put(tx, "counter", 0));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String own = "writer-" + i;
                writers.add(threads.submit(() -> {
                    for (int turn = 0; turn < 10; turn++) {
                        String name = own + "-" + turn;
                        database.change(tx -> {
                            tx.update("UPDATE probe SET n = n + 1 WHERE name = 'counter'");
                            put(tx, name, 1);
                        });
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen("counter").n()).contains(120L);
        assertThat(names()).hasSize(121);
    }

    @Test
    void textComesBackAsItWasWritten() {
        List<String> texts = List.of(
                "Dân vận khéo ở xã Tiến Đức – “đề án 08-ĐA/TU”",
                "e\u0302\u0301 and \u1ebf", // decomposed and composed: two texts
                "İstanbul'da ığüşöç",
                "😀👨‍👩‍👧 \uD83D\uDE80",
                "'; DROP TABLE probe; --",
                "two\nlines\tand\\back?slash",
                " ");
        texts.forEach(text -> database.change(tx -> put(tx, text, 1)));
        assertThat(names()).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void nullsAndEmptyOptionalsAreNull() {
        database.change(tx -> {
            tx.update("INSERT INTO probe (name, n, at) VALUES (?, ?, ?)", "null", null, null);
            tx.update("INSERT INTO probe (name, n, at) VALUES (?, ?, ?)", "empty", Optional.empty(), Optional.empty());
            tx.update("INSERT INTO probe (name, n, at) VALUES (?, ?, ?)", "full", Optional.of(7L), Optional.of(NOON));
        });
        for (String name : List.of("null", "empty")) {
            assertThat(seen(name)).isEqualTo(new Seen(Optional.empty(), Optional.empty(), Optional.empty()));
            assertThatThrownBy(() -> one(name, row -> row.number("n")))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("column n is null");
            assertThatThrownBy(() -> one(name, row -> row.text("role"))).hasMessage("column role is null");
        }
        assertThat(seen("full")).isEqualTo(new Seen(Optional.of(7L), Optional.of(NOON), Optional.empty()));
    }

    @Test
    void instantsFlagsAndConstantsComeBack() {
        database.change(tx -> {
            tx.update("INSERT INTO probe (name, flag, at, role) VALUES (?, ?, ?, ?)", "yes", true, NOON, Role.LEAD);
            tx.update(
                    "INSERT INTO probe (name, flag, at, role) VALUES (?, ?, ?, ?)",
                    "no",
                    false,
                    Instant.EPOCH.minusMillis(1),
                    Role.CADRE);
        });
        boolean yes = one("yes", row -> row.flag("flag"));
        boolean no = one("no", row -> row.flag("flag"));
        assertThat(yes).isTrue();
        assertThat(no).isFalse();
        assertThat(seen("yes")).isEqualTo(new Seen(Optional.empty(), Optional.of(NOON), Optional.of("LEAD")));
        assertThat(seen("no").at()).contains(Instant.EPOCH.minusMillis(1));
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        database.change(tx -> put(tx, "a", 1));
        assertThatThrownBy(() -> one("a", row -> row.text("nmae")))
                .isInstanceOf(StorageException.class)
                .hasMessage("reading column nmae");
    }

    @Test
    void aConflictClauseKeepsTheFirstAndSaysSo() {
        String sql = "INSERT INTO probe (name, n) VALUES (?, ?) ON CONFLICT DO NOTHING";
        int first = database.write(tx -> tx.update(sql, "a", 1));
        int second = database.write(tx -> tx.update(sql, "a", 2));
        Optional<Long> third = database.write(tx -> tx.insert(sql + " RETURNING n AS id", "a", 3));
        Optional<Long> other = database.write(tx -> tx.insert(sql + " RETURNING n AS id", "b", 4));
        assertThat(List.of(first, second)).containsExactly(1, 0);
        assertThat(third).isEmpty();
        assertThat(other).contains(4L);
        assertThat(seen("a").n()).contains(1L);
    }

    @Test
    void aConflictClauseMayBringTheRowUpToDate() {
        String sql = "INSERT INTO probe (name, n) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET n = probe.n + excluded.n";
        database.change(tx -> tx.update(sql, "a", 2));
        database.change(tx -> tx.update(sql, "a", 5));
        assertThat(seen("a").n()).contains(7L);
    }

    @Test
    void textsAreOrderedByTheirCodePointsOnEveryDatabase() {
        List.of("b", "B", "a-1", "a1", "đ")
                .forEach(name ->
                        database.change(tx -> tx.update("INSERT INTO setting (name, value) VALUES (?, '')", name)));
        List<String> ordered =
                database.read(tx -> tx.list("SELECT name FROM setting ORDER BY name", row -> row.text("name")));
        assertThat(ordered).containsExactly("B", "a-1", "a1", "b", "đ");
    }

    @Test
    void whatWasKeptIsThereAfterOpeningAgainAndNoMigrationRunsTwice() {
        database.change(tx -> put(tx, "kept", 1));
        List<String> migrations = migrations();
        assertThat(migrations).isNotEmpty().doesNotHaveDuplicates();
        database.close();
        database = Database.open(storage);
        assertThat(names()).containsExactly("kept");
        assertThat(migrations()).isEqualTo(migrations);
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndLeftAlone() {
        database.change(tx -> tx.update("""
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                SELECT 9999, '9999', 'of the future', 'SQL', 'V9999__of_the_future.sql', 1, 'test', 1, success
                FROM flyway_schema_history WHERE installed_rank = 1
                """));
        database.close();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Database.open(storage))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("newer version");
        }
    }

    record Seen(Optional<Long> n, Optional<Instant> at, Optional<String> role) {}

    private Seen seen(String name) {
        return one(name, row -> new Seen(row.numberIfAny("n"), row.instantIfAny("at"), row.textIfAny("role")));
    }

    private List<String> migrations() {
        return database.read(tx -> tx.list(
                "SELECT version FROM flyway_schema_history ORDER BY installed_rank", row -> row.text("version")));
    }

    private List<String> names() {
        return database.read(tx -> tx.list("SELECT name FROM probe ORDER BY name", row -> row.text("name")));
    }

    private <T> T one(String name, Function<Row, T> read) {
        return database.read(tx -> tx.one("SELECT * FROM probe WHERE name = ?", read, name))
                .orElseThrow();
    }

    long probes() {
        return names().size();
    }

    static void put(Tx tx, String name, long n) {
        tx.update("INSERT INTO probe (name, n) VALUES (?, ?)", name, n);
    }

    @Test
    void aFileIsKeptInPartsAndReadBack() throws Exception {
        Files files = new Files(database, clock);
        byte[] content = new byte[(2 << 20) + 17];
        new Random(7).nextBytes(content);
        StoredFile stored = files.store(new ByteArrayInputStream(content), 3 << 20);
        assertThat(files.open(stored.id()).readAllBytes()).isEqualTo(content);
        assertThat(files.find(stored.id()).orElseThrow().bytes()).isEqualTo(content.length);
    }

    @Test
    void aFileThatIsTooLargeLeavesNothing() {
        Files files = new Files(database, clock);
        assertThatThrownBy(() -> files.store(new ByteArrayInputStream(new byte[(1 << 20) + 1]), 1 << 20))
                .isInstanceOf(FileTooLarge.class);
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM file_part")))
                .isZero();
    }

    @Test
    void anUnclaimedFileIsLetGoAfterADayAndAKeptOneIsNot() throws Exception {
        Files files = new Files(database, clock);
        StoredFile unclaimed = files.store(new ByteArrayInputStream(new byte[] {1}), 10);
        StoredFile kept = files.store(new ByteArrayInputStream(new byte[] {2}), 10);
        database.change(tx -> files.keep(tx, kept.id(), Optional.empty()));
        clock.advance(Duration.ofHours(25));
        assertThat(files.forgetExpired()).isEqualTo(1);
        assertThat(files.find(unclaimed.id())).isEmpty();
        assertThat(files.open(kept.id()).readAllBytes()).containsExactly(2);
    }
}
