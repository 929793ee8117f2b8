package danvan.task;

import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.ChildJvm;
import danvan.chat.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that ends without a word in the middle of a round, as by kill -9 at the reminders' hour. */
class KillTest {
    private static final int MEMBERS = 2_000;
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    /** The process that is killed: it moves its clock to the 9th and halts when so many are reminded. */
    public static void main(String[] args) {
        TaskTestBot town = town(Path.of(args[0]));
        long enough = Long.parseLong(args[1]);
        town.opens();
        Thread killer = new Thread(() -> {
            TaskTestBot.await(() -> town.reminded() >= enough);
            Runtime.getRuntime().halt(KILLED);
        });
        killer.start();
        town.clock().advance(Duration.ofDays(7));
    }

    @ParameterizedTest
    @CsvSource({"CLASS_PATH, 900", "CLASS_LOADER, 900", "CLASS_PATH, " + MEMBERS})
    void everybodyIsRemindedOnceAllTheSame(ChildJvm launch, int more) throws Exception {
        int killedAt = MEMBERS + more;
        assertThat(runUntilKilled(launch, killedAt)).isEqualTo(KILLED);
        assertThat(TaskTestBot.rows(folder, "reminder"))
                .isBetween((long) killedAt, 3L * MEMBERS - 1)
                .isEqualTo(TaskTestBot.rows(folder, "outbox"));
        try (TaskTestBot town = town(folder).opens()) {
            assertThat(town.ledger()).hasSize(3 * MEMBERS).noneMatch(TaskTestBot.Entry::late);
            assertThat(town.outbox().waiting()).isEqualTo(3 * MEMBERS);
            assertThat(town.missed).isEmpty();
        }
    }

    private int runUntilKilled(ChildJvm launch, int killedAt) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        return launch.process(
                        folder,
                        List.of(),
                        KillTest.class.getName(),
                        List.of(folder.toString(), Integer.toString(killedAt)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    private static TaskTestBot town(Path folder) {
        TaskTestBot town = new TaskTestBot(folder, "programmes");
        for (int i = 0; i < MEMBERS; i++) {
            town.moveIn("Nr " + i, Role.CADRE, "commune", VI);
        }
        return town;
    }
}
