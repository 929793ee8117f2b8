package danvan.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.StatesPage;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which state of a broadcast leads to which, pair by pair, on the real store. */
class BroadcastStatesTest {
    @TempDir
    private Path folder;

    @Test
    void everyPairIsAsTheTableSays() {
        Set<String> moved = new TreeSet<>();
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            for (Broadcasts.State from : Broadcasts.State.values()) {
                for (Broadcasts.State to : Broadcasts.State.values()) {
                    String code = from + "-" + to;
                    database.change(tx -> tx.update("""
                            INSERT INTO broadcast (code, author, channel, chat, language, text, audience, state,
                                created_at)
                            VALUES (?, 1, 'telegram', '1', 'vi', 'x', '{}', ?, 0)
                            """, code, from));
                    if (database.write(tx -> Broadcasts.move(tx, code, to))) {
                        moved.add(from + " " + to);
                    }
                }
            }
        }
        Set<String> told = new TreeSet<>();
        StatesPage.table("Broadcasts")
                .forEach((to, row) -> row.forEach((from, cell) -> {
                    assertThat(cell).isEqualTo(to);
                    told.add(from + " " + to);
                }));
        assertThat(moved).isEqualTo(told).hasSize(11);
    }
}
