package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.channel.telegram.Telegram;
import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.inbox.Inbox;
import danvan.outbox.Delivery;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files over the Bot API, both ways. */
final class FilesTest {
    @TempDir
    private Path folder;

    @Test
    void aFileGoesToTelegramAndComesBackByteForByte() throws Exception {
        byte[] content = new byte[3_500_000];
        new Random(1).nextBytes(content);
        try (FakeTelegram server = new FakeTelegram()) {
            Config config = ConfigReader.read(
                    Optional.empty(),
                    Optional.of(folder),
                    Map.of("DANVAN_TELEGRAM_API_URL", server.url().toString(), "DANVAN_REHEARSAL", "true"));
            try (Database database = Database.open(config.storage())) {
                Files files = new Files(database, Clock.systemUTC());
                Inbox inbox = new Inbox(database, Clock.systemUTC(), "test");
                try (Telegram telegram = new Telegram(
                        config.telegram(),
                        FakeTelegram.TOKEN,
                        java.util.Optional.empty(),
                        inbox,
                        files::open,
                        () -> {})) {
                    StoredFile stored = files.store(new ByteArrayInputStream(content), 20 << 20);
                    Delivery delivery = telegram.courier()
                            .deliver(
                                    new Address("telegram", "7"),
                                    new Outgoing.File(
                                            stored.id(), "báo cáo.xlsx", "application/x", "Quý <b>I</b>", List.of()))
                            .get();
                    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
                    FakeTelegram.Sent sent = server.chat(7).get(0).file().orElseThrow();
                    assertThat(sent.name()).isEqualTo("báo cáo.xlsx");
                    assertThat(sent.content().toByteArray()).isEqualTo(content);

                    server.sendsFile(7, "Lan", "photo", "", "image/jpeg", "ảnh".getBytes(StandardCharsets.UTF_8), "");
                    String ref = server.lastUpdate()
                            .content()
                            .at("/message/photo/0/file_id")
                            .asText();
                    assertThat(new String(telegram.download(ref).readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("ảnh");
                }
            }
        }
    }
}
