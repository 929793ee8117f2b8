package danvan.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.config.Config;
import danvan.outbox.Delivery;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several processes serve the phone page from one database. */
class PostgresTest {

    @Test
    void whatOneProcessDeliversReachesAPageThatIsOpenAtAnother() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Config.Storage storage = new Config.Storage(
                    postgres.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.empty());
            try (Phone here = new Phone(storage, false, "127.0.0.1", Optional.empty());
                    Phone there = new Phone(storage, false, "127.0.0.1", Optional.empty());
                    OpenPage open = there.watches(0)) {
                here.says("id-00001", "xin chào");
                there.says("id-00001", "xin chào");
                assertThat(open.next("entry")).startsWith("id: 1\n").contains("xin chào");

                String id = delivered(here, Outgoing.message("chào Lan"));
                assertThat(open.next("entry")).contains("chào Lan");
                delivered(here, new Outgoing.Edit(id, "chào chị Lan", List.of()));
                assertThat(open.next("entry")).contains("chào chị Lan", "\"id\":" + id);

                assertThat(here.inbox.waiting()).isEqualTo(1);
                assertThat(here.history()).isEqualTo(there.history()).containsSubsequence("xin chào", "chào chị Lan");
            }
        }
    }

    @Test
    void theOldestPartIsLetGo() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Config.Storage storage = new Config.Storage(
                    postgres.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.empty());
            try (Phone phone = new Phone(storage, false, "127.0.0.1", Optional.empty())) {
                for (int i = 0; i < TalkLog.KEPT + 5; i++) {
                    delivered(phone, Outgoing.message("tin " + i + "."));
                }

                long rows = phone.database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM web_log"));
                assertThat(rows).isEqualTo(TalkLog.KEPT);
            }
        }
    }

    private static String delivered(Phone phone, Outgoing what) {
        return ((Delivery.Delivered) phone.page.deliver(Phone.LAN, what).join()).remoteId();
    }
}
