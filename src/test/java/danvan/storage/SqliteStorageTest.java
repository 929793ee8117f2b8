package danvan.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.ChildJvm;
import danvan.config.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqliteStorageTest extends StorageContract {
    @Override
    Config.Storage empty() {
        return TestDatabase.sqlite(folder);
    }

    @Test
    void aSecondOpeningOfTheFileIsRefusedInOneClearLine() {
        assertThatThrownBy(() -> Database.open(storage))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(folder.resolve("danvan.db").toString())
                .hasMessageContaining("in use by another bot process")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aFullDiskIsNoFaultOfWhatWasWritten() {
        database.change(tx -> tx.list("PRAGMA max_page_count = 1", row -> row));
        assertThatThrownBy(() -> database.change(tx -> put(tx, "a", "x".repeat(1_000_000))))
                .isInstanceOf(DatabaseAway.class)
                .hasMessageContaining("full")
                .hasMessageContaining("make room");
        assertThat((long) database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM setting WHERE name = 'a'")))
                .isZero();
        database.change(tx -> tx.list("PRAGMA max_page_count = 1000000", row -> row));
        database.change(tx -> put(tx, "a", "x".repeat(1_000_000)));
        assertThatThrownBy(() -> database.change(tx -> put(tx, "a", "twice")))
                .as("a statement that is wrong")
                .isInstanceOf(StorageException.class)
                .isNotInstanceOf(DatabaseAway.class);
    }

    private static void put(Tx tx, String name, String value) {
        tx.update("INSERT INTO setting (name, value) VALUES (?, ?)", name, value);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondProcessIsRefused(ChildJvm launch) throws IOException, InterruptedException {
        Process process = launch.process(folder, List.of(), SecondProcess.class.getName(), List.of(storage.url()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(7);
        assertThat(said).contains("in use by another bot process");
    }

    /** Opens the database as another process would. */
    static final class SecondProcess {
        private SecondProcess() {}

        public static void main(String[] arguments) {
            try {
                Database.open(new Config.Storage(arguments[0], Optional.empty(), Optional.empty()))
                        .close();
            } catch (StorageException e) {
                System.out.println(e.getMessage());
                System.exit(7);
            }
        }
    }

    @Test
    void itIsFreeAgainOnceClosed() {
        database.close();
        database = Database.open(storage);
        assertThat(database.shared()).isFalse();
    }

    @Test
    void aReadGoesOnBesideAWriteAndSeesWhatWasKeptBefore() throws InterruptedException {
        database.change(tx -> put(tx, "before", 1));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread writer = new Thread(() -> database.change(tx -> {
            put(tx, "not yet", 1);
            written.countDown();
            awaitQuietly(mayEnd);
        }));
        writer.start();
        try {
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
            long began = System.nanoTime();
            assertThat(probes()).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        } finally {
            mayEnd.countDown();
            writer.join();
        }
        assertThat(probes()).isEqualTo(2);
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> database.read(tx -> tx.update("DELETE FROM setting")))
                .isInstanceOf(StorageException.class);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
        assertThatThrownBy(() -> Database.open(TestDatabase.sqlite(file.resolve("below"))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInWords() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("danvan.db"), "this is a letter, not a database, and long enough to be read");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Database.open(TestDatabase.sqlite(other)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("not a database");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the reader never came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bare name was all that was said. */
    @Test
    void aFileInThePlaceOfTheDataFolderIsNamedWithItsMend() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");
        Config.Storage storage =
                new Config.Storage("jdbc:sqlite:" + file.resolve("danvan.db"), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> Database.open(storage))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file + " is a file and no folder")
                .hasMessageContaining("--data");
    }
}
