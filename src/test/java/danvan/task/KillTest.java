package danvan.task;

import static danvan.chat.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that ends without a word in the middle of a round, as by kill -9 at the reminders' hour. */
class KillTest {
    private static final int MEMBERS = 2_000;
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    /** The process that is killed: it moves its clock to the 9th and halts when so many are reminded. */
    public static void main(String[] args) {
        Town town = town(Path.of(args[0]));
        long enough = Long.parseLong(args[1]);
        town.opens();
        Thread killer = new Thread(() -> {
            Town.await(() -> town.reminded() >= enough);
            Runtime.getRuntime().halt(KILLED);
        });
        killer.start();
        town.clock().advance(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {MEMBERS + 900, 2 * MEMBERS})
    void everybodyIsRemindedOnceAllTheSame(int killedAt) throws Exception {
        assertThat(runUntilKilled(killedAt)).isEqualTo(KILLED);
        assertThat(Town.rows(folder, "reminder"))
                .isBetween((long) killedAt, 3L * MEMBERS - 1)
                .isEqualTo(Town.rows(folder, "outbox"));
        try (Town town = town(folder).opens()) {
            assertThat(town.ledger()).hasSize(3 * MEMBERS).noneMatch(Town.Entry::late);
            assertThat(town.outbox().waiting()).isEqualTo(3 * MEMBERS);
            assertThat(town.missed).isEmpty();
        }
    }

    private int runUntilKilled(int killedAt) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KillTest.class.getName(),
                folder.toString(),
                Integer.toString(killedAt));
        Path output = folder.resolve("output.txt");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    private static Town town(Path folder) {
        Town town = new Town(folder, "programmes");
        for (int i = 0; i < MEMBERS; i++) {
            town.moveIn("Nr " + i, Role.CADRE, "commune", VI);
        }
        return town;
    }
}
