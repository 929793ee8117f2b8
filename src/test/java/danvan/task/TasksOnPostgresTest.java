package danvan.task;

import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.config.Config;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same story on PostgreSQL, where three processes share the work. */
class TasksOnPostgresTest {
    @TempDir
    Path folder;

    @Test
    void threeProcessesRemindOnceAndTakeDoneAndLater() throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TaskTestBot town = new TaskTestBot(folder, "programmes")) {
            town.storage = new Config.Storage(
                    postgres.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.empty());
            TaskTestBot.TestMember lan = town.addMember("Lan", Role.CADRE, "commune", VI);
            TaskTestBot.TestMember hoa = town.addMember("Hoa", Role.LEAD, "commune", VI);
            TaskTestBot.TestMember chi = town.addMember("Chi", Role.ADMINISTRATOR, "province", VI);
            for (int i = 0; i < 500; i++) {
                town.addMember("Nr " + i, Role.CADRE, "commune", VI);
            }
            town.opens();
            try (Tasks second = town.tasks(town.database(), town.clock(), town.outbox());
                    Tasks third = town.tasks(town.database(), town.clock(), town.outbox())) {
                third.start();
                second.start();
                town.taps(lan, TaskTestBot.button(town.reminders(lan).get(0), "Đã xong"));
                town.taps(hoa, TaskTestBot.button(town.reminders(hoa).get(0), "Mai nhắc lại"));
                town.taps(chi, TaskTestBot.button(town.says(chi, "/programme").get(0), "Bật: Giao ban tháng"));
                town.says(chi, "/clock +7d");
                assertThat(second.awaitIdle(Duration.ofSeconds(30))).isTrue();
                assertThat(third.awaitIdle(Duration.ofSeconds(30))).isTrue();
            }
            town.restarts();
            assertThat(town.reminders(lan)).hasSize(1);
            assertThat(town.texts(town.reminders(hoa)))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("còn 7 ngày"),
                            again -> assertThat(again).contains("Hẹn nhắc lại"),
                            weekly -> assertThat(weekly).contains("Tiếp công dân"),
                            eve -> assertThat(eve).contains("ngày mai"),
                            day -> assertThat(day).contains("hôm nay"));
            assertThat(town.ledger()).hasSize(3 * 502 - 2 + 2);
            town.goesTo("2024-01-17T08:00");
            assertThat(town.ledger())
                    .filteredOn(entry -> entry.task().equals("2024/CUSTOM"))
                    .hasSize(501);
        }
    }
}
