package danvan.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.config.Config;
import danvan.storage.Conflict;
import danvan.storage.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PostgresInboxTest extends InboxContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.postgres();
    }

    @Test
    void twoNodesNeverGetTheSameUpdateAndKeepAChatsOrder() throws InterruptedException {
        int chats = 12;
        int each = 8;
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (int chat = 0; chat < chats; chat++) {
                updates.add(said(new Address("telegram", "c" + chat), chat + "/" + i, "" + i));
            }
        }
        inbox.receive(updates);
        Map<Address, List<String>> worked = new ConcurrentHashMap<>();
        Set<Address> underWork = ConcurrentHashMap.newKeySet();
        List<String> faults = new CopyOnWriteArrayList<>();
        List<Thread> nodes = new ArrayList<>();
        for (String name : List.of("node a", "node b", "node c")) {
            Inbox node = new Inbox(database, clock, name);
            nodes.add(new Thread(() -> {
                while (inbox.waiting() > 0) {
                    for (Received update : node.claim(3, Set.of())) {
                        if (!underWork.add(update.from())) {
                            faults.add("two nodes at once in " + update.from());
                        }
                        worked.computeIfAbsent(update.from(), any -> new CopyOnWriteArrayList<>())
                                .addAll(texts(List.of(update)));
                        underWork.remove(update.from());
                        database.change(tx -> node.done(tx, update, "answered"));
                    }
                }
            }));
        }
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            node.join(30_000);
        }
        assertThat(faults).isEmpty();
        assertThat(worked).hasSize(chats);
        assertThat(worked.values())
                .allSatisfy(order -> assertThat(order).containsExactly("0", "1", "2", "3", "4", "5", "6", "7"));
    }

    @Test
    void aClaimedUpdateIsLeftAloneUntilItsClaimExpires() {
        Inbox other = new Inbox(database, clock, "other node");
        inbox.receive(List.of(said(LAN, "1", "a"), said(LAN, "2", "b")));
        Received lost = claim().get(0);
        assertThat(other.claim(10, Set.of())).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        assertThat(other.claim(10, Set.of())).isEmpty();
        clock.advance(Duration.ofMillis(1));
        List<Received> taken = other.claim(10, Set.of());
        assertThat(texts(taken)).containsExactly("a");

        assertThatThrownBy(() -> done(lost)).as("the first node comes back").isInstanceOf(Conflict.class);
        database.change(tx -> other.done(tx, taken.get(0), "answered"));
        assertThat(texts(other.claim(10, Set.of()))).containsExactly("b");
    }

    @Test
    void whatOneNodePutBackAnotherMayTake() {
        Inbox other = new Inbox(database, clock, "other node");
        inbox.receive(List.of(said(LAN, "1", "a")));
        inbox.retry(claim().get(0), Duration.ofSeconds(1));
        assertThat(other.claim(10, Set.of())).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        List<Received> taken = other.claim(10, Set.of());
        assertThat(taken).singleElement().extracting(Received::attempts).isEqualTo(1);
        database.change(tx -> other.done(tx, taken.get(0), "answered"));
        assertThat(inbox.waiting()).isZero();
    }
}
