package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.config.Config;
import danvan.storage.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class PostgresDispatcherTest extends DispatcherContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.postgres();
    }

    @Test
    void twoNodesDoNotSendTheSameMessageTwice() {
        for (int i = 0; i < 200; i++) {
            add(new Address("telegram", "c" + i % 25), "m" + i, Priority.REPLY);
        }
        start(Pace.unlimited());
        outbox = new Outbox(database, Clock.systemUTC(), "other node");
        start(Pace.unlimited());
        awaitEmpty();
        assertThat(courier.texts()).hasSize(200).doesNotHaveDuplicates();
        for (int chat = 0; chat < 25; chat++) {
            Address to = new Address("telegram", "c" + chat);
            assertThat(courier.handed().stream()
                            .filter(one -> one.to().equals(to))
                            .map(one -> Integer.parseInt(one.text().substring(1))))
                    .isSorted();
        }
    }
}
