package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.StatesPage;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each request for more time is answered once, on the real store, as docs/states.md tells it. */
class ExtensionsTest {
    private static final Instant NOW = Instant.parse("2024-01-02T00:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);

    @TempDir
    private Path folder;

    @Test
    void everyPairIsAsThePageSays() {
        Map<String, Map<String, String>> code = new LinkedHashMap<>();
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            Map.of("GRANT", Extensions.State.GRANTED, "REFUSE", Extensions.State.REFUSED)
                    .forEach((verb, to) -> {
                        Map<String, String> row = new LinkedHashMap<>();
                        for (Extensions.State from : Extensions.State.values()) {
                            long id = asked(database, from);
                            boolean decided = database.write(
                                    tx -> Extensions.decide(tx, id, to, 1, Optional.of(DAY), "ghi chú", NOW));
                            Extensions.State after = database.read(tx -> Extensions.find(tx, id))
                                    .orElseThrow()
                                    .state();
                            assertThat(decided).isEqualTo(from.isOpen());
                            assertThat(after).isEqualTo(decided ? to : from);
                            if (decided) {
                                row.put(from.name(), after.name());
                            }
                        }
                        code.put(verb, row);
                    });
        }
        assertThat(StatesPage.table("Requests for more time")).isEqualTo(code);
    }

    private static long asked(Database database, Extensions.State state) {
        return database.write(tx -> {
            long id = Extensions.ask(tx, new Doings.Mark("t", "2024-01"), 1, DAY, "lý do", NOW);
            tx.update(
                    "UPDATE task_extension SET state = ?, until = ? WHERE id = ?",
                    state,
                    state == Extensions.State.GRANTED ? DAY.toString() : null,
                    id);
            return id;
        });
    }
}
