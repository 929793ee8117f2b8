package danvan.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.config.Config;
import danvan.storage.Database;
import danvan.storage.DatabaseAway;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room: SQLite's own answer to it, got by a limit of its own. */
class DiskFullTest {
    @TempDir
    private Path folder;

    @Test
    void whatHasNoRoomIsNotHalfKeptAndIsTakenWhenThereIsRoomAgain() {
        int kept;
        try (Database database = Database.open(storage(""))) {
            kept = new Inbox(database, Clock.systemUTC(), "node").receive(batch(0));
        }
        long pages = pages();
        try (Database database = Database.open(storage("?max_page_count=" + (pages + 20)))) {
            Inbox inbox = new Inbox(database, Clock.systemUTC(), "node");
            int batch = 1;
            Optional<DatabaseAway> full = Optional.empty();
            while (full.isEmpty() && batch < 200) {
                try {
                    kept += inbox.receive(batch(batch));
                    batch++;
                } catch (DatabaseAway e) {
                    full = Optional.of(e);
                }
            }
            assertThat(full).isPresent();
            assertThat(full.get()).hasMessageContaining("is full; make room");
            int last = batch;
            assertThatThrownBy(() -> inbox.receive(batch(last))).isInstanceOf(DatabaseAway.class);
            assertThat(inbox.waiting()).as("all of a batch or nothing").isEqualTo(kept);
        }
        try (Database database = Database.open(storage(""))) {
            Inbox inbox = new Inbox(database, Clock.systemUTC(), "node");
            assertThat(inbox.waiting()).isEqualTo(kept);
            assertThat(inbox.receive(batch(500))).isEqualTo(100);
        }
    }

    private long pages() {
        try (Database database = Database.open(storage(""))) {
            return database.read(tx -> tx.count("SELECT page_count AS n FROM pragma_page_count"));
        }
    }

    private static List<Update> batch(int number) {
        return IntStream.range(0, 100)
                .mapToObj(i -> new Update(
                        new Address("telegram", Integer.toString(i)),
                        Integer.toString(1_000 * number + i),
                        "Lan",
                        new Incoming.Words("Chữ ".repeat(100), "m" + i)))
                .toList();
    }

    private Config.Storage storage(String parameters) {
        return new Config.Storage(
                "jdbc:sqlite:" + folder.resolve("danvan.db") + parameters, Optional.empty(), Optional.empty());
    }
}
