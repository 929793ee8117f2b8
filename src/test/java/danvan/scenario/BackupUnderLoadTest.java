package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.storage.TestDatabase;
import danvan.storage.backup.Backups;
import danvan.storage.backup.Manifest;
import danvan.storage.backup.Restore;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Backups are taken while people write; the office comes back from one as it stood, and goes on. */
@DisabledIfSystemProperty(named = "danvan.postgres", matches = "true", disabledReason = "pg_dump belongs to the server")
class BackupUnderLoadTest {
    @TempDir
    private Path folder;

    @Test
    void turnsGoOnMeanwhileAndARestoredOfficeGoesOnWhereItStood() throws Exception {
        Path data = folder.resolve("data");
        List<Manifest> made = new ArrayList<>();
        Path last = folder.resolve("backups").resolve("2.zip");
        long lan;
        long updates;
        try (Bot bot = new Bot(data, false)) {
            Member writer = bot.member("Lan Hai", Role.CADRE, "xa-tien-duc", Language.VI);
            lan = writer.chat();
            writer.says("/report");
            writer.taps("Báo cáo đột xuất");
            writer.says("Ngập đường thôn 3");
            writer.sees("Việc này thuộc loại nào?");
            AtomicBoolean over = new AtomicBoolean();
            int[] asked = new int[1];
            Thread people = new Thread(() -> {
                do {
                    bot.telegram().says(9_000 + asked[0] % 7, "Người " + asked[0] % 7, "Xin chào " + asked[0]);
                    asked[0]++;
                    bot.settles();
                } while (!over.get());
            });
            people.start();
            Backups backups = new Backups(config(data), Clock.systemUTC());
            int before = 0;
            for (int i = 0; i < 3; i++) {
                made.add(backups.write(folder.resolve("backups").resolve(i + ".zip")));
                int now = asked[0];
                Await.until(() -> "turns to go on", () -> asked[0] > now);
                before = now;
            }
            over.set(true);
            people.join();
            assertThat(asked[0]).isGreaterThan(before);
            updates = 3L * asked[0] + 100;
            assertThat(made.get(2).rows().get("inbox"))
                    .as("each is of its own moment")
                    .isGreaterThan(made.get(0).rows().get("inbox"));
        }
        Path elsewhere = folder.resolve("elsewhere");
        Restore.Done done = new Restore(config(elsewhere), Clock.systemUTC()).replace(last);
        assertThat(done.before()).as("there was nothing").isEmpty();
        assertThat(done.manifest()).isEqualTo(made.get(2));
        try (Bot bot = new Bot(elsewhere, false)) {
            assertThat(bot.app().people().directory().member(new Address("telegram", Long.toString(lan))))
                    .isPresent();
            // A Telegram that begins anew gives numbers that the restored inbox knows.
            for (int i = 0; i < updates; i++) {
                bot.telegram().says(9_000, "Người 0", "Xin chào");
            }
            bot.settles();
            Member writer = new Member(bot, lan, "Lan Hai");
            writer.says("Thiên tai, cháy nổ");
            writer.sees("Ở thôn, tổ dân phố nào?");
        }
    }

    private static Config config(Path data) {
        return ConfigReader.read(
                Optional.empty(),
                Optional.of(data),
                Map.of(
                        "DANVAN_REHEARSAL",
                        "true",
                        "DANVAN_STORAGE_URL",
                        TestDatabase.sqlite(data).url()));
    }
}
