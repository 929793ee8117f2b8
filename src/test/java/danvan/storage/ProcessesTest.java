package danvan.storage;

import static danvan.storage.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private final Database database = Database.open(TestDatabase.postgres());
    private final List<String> released = new CopyOnWriteArrayList<>();
    private final Processes here = processes("here");

    @AfterEach
    void close() {
        here.close();
        database.close();
    }

    @Test
    void whatASilentProcessHadClaimedIsSetFreeAndNothingOfOneThatIsThere() {
        Processes there = processes("there");
        database.change(tx -> tx.update("INSERT INTO process VALUES ('killed', 0, 0)"));
        here.start();
        there.start();
        await("the killed one is released", () -> released.contains("killed"), Duration.ofSeconds(15));
        there.close();
        await("who leaves is released at once", () -> released.contains("there"), Duration.ofSeconds(2));
        assertThat(released).doesNotContain("here");
        List<String> left = database.read(tx -> tx.list("SELECT node FROM process", row -> row.text("node")));
        assertThat(left).containsExactly("here");
    }

    private Processes processes(String node) {
        Processes processes = new Processes(database, node);
        processes.onEnd((tx, ended) -> released.add(ended));
        return processes;
    }
}
