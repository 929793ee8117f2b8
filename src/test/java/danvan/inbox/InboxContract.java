package danvan.inbox;

import static danvan.storage.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.config.Config;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.HandClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the inbox keeps to on every database. */
abstract class InboxContract {
    static final Address LAN = new Address("telegram", "1");
    static final Address MINH = new Address("telegram", "2");
    static final Address HOA = new Address("telegram", "3");

    @TempDir
    Path folder;

    final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    Database database;
    Inbox inbox;

    abstract Config.Storage storage();

    @BeforeEach
    void open() {
        database = Database.open(storage());
        inbox = new Inbox(database, clock, "this node");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUpdateIsKeptAsItCame() {
        Incoming.Tap tap = new Incoming.Tap("tap-1", "message-9", "task:đã xong");
        inbox.receive(List.of(new Update(LAN, "1", "Lan Nguyễn 🌾", tap)));
        assertThat(claim()).singleElement().satisfies(received -> {
            assertThat(received.from()).isEqualTo(LAN);
            assertThat(received.senderName()).isEqualTo("Lan Nguyễn 🌾");
            assertThat(received.incoming()).isEqualTo(tap);
            assertThat(received.receivedAt()).isEqualTo(clock.instant());
            assertThat(received.attempts()).isZero();
        });
    }

    @Test
    void theSameUpdateIsKeptOnceHoweverOftenItIsDelivered() {
        assertThat(inbox.receive(List.of(said(LAN, "1", "a"), said(LAN, "1", "a"))))
                .isEqualTo(1);
        assertThat(inbox.receive(List.of(said(LAN, "1", "a"), said(LAN, "2", "b"))))
                .isEqualTo(1);
        assertThat(inbox.waiting()).isEqualTo(2);
    }

    @Test
    void anUpdateThatWasWorkedStaysKnown() {
        inbox.receive(List.of(said(LAN, "1", "a")));
        done(claim().get(0));
        assertThat(inbox.receive(List.of(said(LAN, "1", "a")))).isZero();
        assertThat(claim()).isEmpty();
    }

    @Test
    void theSameNumberOnAnotherChannelIsAnotherUpdate() {
        Address web = new Address("web", "1");
        assertThat(inbox.receive(List.of(said(LAN, "1", "a"), said(web, "1", "b"))))
                .isEqualTo(2);
        assertThat(texts(claim())).containsExactly("a", "b");
    }

    @Test
    @SuppressWarnings("NullAway") // the database refuses what the compiler would
    void aBatchThatCannotBeKeptAsAWholeIsNotKeptAtAll() {
        AtomicInteger told = new AtomicInteger();
        inbox.onArrival(told::incrementAndGet);
        Update broken = new Update(LAN, "2", null, new Incoming.Words("b"));
        assertThatThrownBy(() -> inbox.receive(List.of(said(LAN, "1", "a"), broken, said(LAN, "3", "c"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(inbox.waiting()).isZero();
        assertThat(told).hasValue(0);
        assertThat(inbox.receive(List.of(said(LAN, "1", "a")))).isEqualTo(1);
    }

    @Test
    void listenersAreToldOfWhatIsNewOnly() {
        AtomicInteger told = new AtomicInteger();
        inbox.onArrival(told::incrementAndGet);
        inbox.receive(List.of(said(LAN, "1", "a"), said(LAN, "2", "b")));
        assertThat(told).hasValue(1);
        inbox.receive(List.of(said(LAN, "1", "a")));
        inbox.receive(List.of());
        assertThat(told).hasValue(1);
    }

    @Test
    void aChatsUpdatesComeOneAfterTheOtherInTheirOrder() {
        inbox.receive(List.of(said(LAN, "9", "first"), said(LAN, "8", "second"), said(LAN, "7", "third")));
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Received> head = claim();
            assertThat(head).hasSize(1);
            order.addAll(texts(head));
            assertThat(inbox.claim(10, Set.of(LAN))).isEmpty();
            done(head.get(0));
        }
        assertThat(order).containsExactly("first", "second", "third");
        assertThat(claim()).isEmpty();
    }

    @Test
    void severalChatsAreWorkedAtOnceOldestFirst() {
        inbox.receive(
                List.of(said(MINH, "1", "m1"), said(LAN, "2", "l1"), said(MINH, "3", "m2"), said(HOA, "4", "h1")));
        assertThat(texts(inbox.claim(2, Set.of()))).containsExactly("m1", "l1");
        assertThat(texts(inbox.claim(2, Set.of(MINH, LAN)))).containsExactly("h1");
    }

    @Test
    void aRetryPauseHoldsUpTheLaterOnesOfItsChatAndNobodyElse() {
        inbox.receive(List.of(said(LAN, "1", "l1"), said(LAN, "2", "l2"), said(MINH, "3", "m1")));
        List<Received> heads = claim();
        assertThat(texts(heads)).containsExactly("l1", "m1");
        inbox.retry(heads.get(0), Duration.ofSeconds(4));
        done(heads.get(1));
        inbox.receive(List.of(said(MINH, "4", "m2")));
        assertThat(texts(claim())).containsExactly("m2");
        clock.advance(Duration.ofMillis(3_999));
        assertThat(inbox.claim(10, Set.of(MINH))).isEmpty();
        clock.advance(Duration.ofMillis(1));
        List<Received> again = inbox.claim(10, Set.of(MINH));
        assertThat(texts(again)).containsExactly("l1");
        assertThat(again.get(0).attempts()).isEqualTo(1);
        done(again.get(0));
        assertThat(texts(inbox.claim(10, Set.of(MINH)))).containsExactly("l2");
    }

    @Test
    void whatWasWorkedLosesItsTextAndKeepsItsOutcome() {
        inbox.receive(List.of(said(LAN, "1", "a secret")));
        done(claim().get(0));
        List<String> kept = database.read(tx -> tx.list(
                "SELECT body, outcome, done_at FROM inbox",
                row -> row.text("body") + "|" + row.text("outcome") + "|" + row.instant("done_at")));
        assertThat(kept).containsExactly("|answered|2024-03-25T05:00:00Z");
        assertThat(inbox.waiting()).isZero();
        assertThat(inbox.isWaiting(LAN)).isFalse();
    }

    @Test
    void anUpdateIsDoneOnceAndTheSecondTransactionKeepsNothing() {
        inbox.receive(List.of(said(LAN, "1", "a")));
        Received update = claim().get(0);
        done(update);
        assertThatThrownBy(() -> database.change(tx -> {
                    tx.update("INSERT INTO setting (name, value) VALUES ('came of it', 'twice')");
                    inbox.done(tx, update, "again");
                }))
                .isInstanceOf(Conflict.class);
        long kept = database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM setting"));
        assertThat(kept).isZero();
    }

    @Test
    void aTurnThatIsNotKeptLeavesItsUpdateOpen() {
        inbox.receive(List.of(said(LAN, "1", "a")));
        Received update = claim().get(0);
        assertThatThrownBy(() -> database.change(tx -> {
                    inbox.done(tx, update, "answered");
                    throw new IllegalStateException("the turn fails after all");
                }))
                .hasMessage("the turn fails after all");
        assertThat(inbox.isWaiting(LAN)).isTrue();
        inbox.retry(update, Duration.ZERO);
        assertThat(texts(claim())).containsExactly("a");
    }

    @Test
    void forgettingLetsGoOfOldWorkAndOfNothingThatWaits() {
        inbox.receive(List.of(said(LAN, "1", "a"), said(LAN, "2", "b")));
        done(claim().get(0));
        assertThat(inbox.forget(clock.instant())).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(inbox.forget(clock.instant())).isEqualTo(1);
        assertThat(inbox.waiting()).isEqualTo(1);
    }

    @Test
    void anUpdateNobodyCanReadAnyMoreHoldsUpNobody() {
        inbox.receive(List.of(said(LAN, "1", "a"), said(MINH, "2", "b")));
        database.change(
                tx -> tx.update("UPDATE inbox SET body = '{\"kind\":\"of a newer version\"}' WHERE chat = '1'"));
        List<Received> heads = claim();
        assertThat(heads).extracting(Received::from).containsExactly(LAN, MINH);
        assertThat(heads.get(0).incoming()).isEqualTo(new Incoming.Other("unreadable", true));
    }

    /** A sticker in a group is nobody's question, and known when it is delivered again. */
    @Test
    void whatWasNotSaidToTheBotIsRememberedAndNeverWorked() {
        assertThat(inbox.receive(List.of(other(LAN, "1", false), other(LAN, "2", true))))
                .isEqualTo(2);
        assertThat(inbox.waiting()).isEqualTo(1);
        assertThat(claim())
                .singleElement()
                .satisfies(
                        received -> assertThat(received.incoming()).isEqualTo(new Incoming.Other("a sticker", true)));
        assertThat(marks())
                .containsExactly("1|passed over: a sticker||2024-03-25T05:00:00Z", "2||" + bodyOf("2") + "|");
        assertThat(inbox.receive(List.of(other(LAN, "1", false)))).isZero();
    }

    /** Whoever likes can send stickers all day. */
    @Test
    void ofWhatNobodyWorkedTheLatestMarksOfAnAddressStay() {
        inbox.receive(List.of(other(MINH, "m", false)));
        List<Update> flood = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            flood.add(other(LAN, "s" + i, false));
        }
        inbox.receive(flood);
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM inbox WHERE chat = '1'")))
                .isEqualTo(200);
        assertThat(inbox.receive(List.of(flood.get(30), flood.get(229)))).isZero();
        assertThat(inbox.receive(List.of(other(MINH, "m", false)))).isZero();
        assertThat(inbox.receive(List.of(flood.get(29)))).isEqualTo(1);
    }

    /** By the count it is known which update ended its process. */
    @Test
    void anUpdateThatWasBegunIsCountedOnceUntilItIsEnded() {
        inbox.receive(List.of(said(LAN, "1", "a")));
        Received update = claim().get(0);
        assertThat(update.begun()).isZero();
        inbox.begin(List.of(update));
        inbox.begin(List.of(update));
        assertThat(begun()).isEqualTo(1);
        inbox.ended(update);
        inbox.begin(List.of(update));
        assertThat(begun()).isEqualTo(2);
        inbox.retry(update, Duration.ZERO);
        assertThat(begun()).isZero();
        inbox.begin(List.of(update));
        assertThat(begun()).as("after a failure it is begun again").isEqualTo(1);
        inbox.begin(List.of());
        assertThat(begun()).isEqualTo(1);
    }

    /** A database that refuses says so, and the update is not taken for begun. */
    @Test
    void whatCouldNotBeWrittenDownAsBegunIsWrittenDownTheNextTime() {
        inbox.receive(List.of(said(LAN, "1", "a")));
        Received update = claim().get(0);
        database.change(tx -> tx.update("ALTER TABLE inbox RENAME COLUMN begun TO begun_away"));
        assertThatThrownBy(() -> inbox.begin(List.of(update))).isInstanceOf(RuntimeException.class);
        database.change(tx -> tx.update("ALTER TABLE inbox RENAME COLUMN begun_away TO begun"));
        inbox.begin(List.of(update));
        assertThat(begun()).isEqualTo(1);
    }

    @Test
    void theOldestIsTheOneThatHasWaitedLongest() {
        assertThat(inbox.oldest()).isEmpty();
        inbox.receive(List.of(said(LAN, "1", "a")));
        clock.advance(Duration.ofMinutes(3));
        inbox.receive(List.of(said(MINH, "2", "b")));
        assertThat(inbox.oldest()).contains(clock.instant().minus(Duration.ofMinutes(3)));
        done(claim().get(0));
        assertThat(inbox.oldest()).contains(clock.instant());
    }

    /** The clock was wrong by a year when the update was put off. */
    @Test
    void whatWaitsForATimeFarOffIsDueWhenTheClockIsSetRight() {
        inbox.receive(List.of(said(LAN, "1", "a"), said(MINH, "2", "b")));
        List<Received> heads = claim();
        inbox.retry(heads.get(0), Duration.ofDays(365));
        inbox.retry(heads.get(1), Duration.ofMinutes(1));
        inbox.takeUpAgain(clock.instant().plus(Duration.ofHours(1)));
        assertThat(texts(claim())).containsExactly("a");
    }

    @Test
    void marksOfNobodysTurnsAreForgottenSooner() {
        inbox.receive(List.of(other(LAN, "1", false), said(MINH, "2", "b"), said(HOA, "3", "c")));
        for (Received update : claim()) {
            database.change(tx -> inbox.done(tx, update, update.from().equals(HOA) ? "stranger" : "answered"));
        }
        assertThat(inbox.forgetPassedOver(clock.instant())).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(inbox.forgetPassedOver(clock.instant())).isEqualTo(2);
        assertThat(marks()).singleElement().asString().startsWith("2|answered|");
    }

    @Test
    void whereTheDatabaseIsThereABatchIsKeptAtOnce() {
        AtomicInteger waits = new AtomicInteger();
        assertThat(inbox.receiveSurely(List.of(said(LAN, "1", "a")), waits::incrementAndGet))
                .isEqualTo(1);
        assertThat(waits).hasValue(0);
    }

    private static Update other(Address from, String id, boolean addressed) {
        return new Update(from, id, "somebody", new Incoming.Other("a sticker", addressed));
    }

    private long begun() {
        return database.read(tx -> tx.count("SELECT SUM(begun) AS n FROM inbox"));
    }

    private String bodyOf(String update) {
        return database.read(
                        tx -> tx.one("SELECT body FROM inbox WHERE update_id = ?", row -> row.text("body"), update))
                .orElseThrow();
    }

    private List<String> marks() {
        return database.read(tx -> tx.list(
                "SELECT * FROM inbox ORDER BY id",
                row -> row.text("update_id") + "|" + row.textIfAny("outcome").orElse("") + "|" + row.text("body") + "|"
                        + row.instantIfAny("done_at").map(Object::toString).orElse("")));
    }

    @Test
    void manyChannelsAtOnceLoseNothing() throws InterruptedException {
        List<Thread> channels = new ArrayList<>();
        for (int channel = 0; channel < 4; channel++) {
            Address from = new Address("channel" + channel, "1");
            channels.add(new Thread(() -> {
                for (int i = 0; i < 25; i++) {
                    inbox.receive(List.of(said(from, "u" + i, "" + i), said(from, "u" + i, "" + i)));
                }
            }));
        }
        channels.forEach(Thread::start);
        for (Thread channel : channels) {
            channel.join();
        }
        await("all are kept", () -> inbox.waiting() == 100);
    }

    final List<Received> claim() {
        return inbox.claim(10, Set.of());
    }

    final void done(Received update) {
        database.change(tx -> inbox.done(tx, update, "answered"));
    }

    static Update said(Address from, String id, String words) {
        return new Update(from, id, "somebody", new Incoming.Words(words));
    }

    static List<String> texts(List<Received> updates) {
        return updates.stream()
                .map(update -> ((Incoming.Words) update.incoming()).text())
                .toList();
    }
}
