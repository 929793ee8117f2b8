package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.storage.Database;
import danvan.storage.HandClock;
import danvan.storage.Json;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits, what is looked at, tried again and forgotten, and what becomes of an edit of a message that waits itself. */
class OutboxTest {
    private static final Address LAN = new Address("telegram", "1");
    private static final Address MINH = new Address("telegram", "2");
    private static final Address PAGE = new Address("web", "1");
    private static final List<List<Button>> BUTTONS = List.of(List.of(new Button("More", "work:x")));

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    private Database database;
    private Outbox outbox;
    private Undelivered undelivered;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
        outbox = new Outbox(database, clock, "node");
        undelivered = new Undelivered(database, clock);
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void whatWaitsIsCountedByChannelAndByChat() {
        assertThat(outbox.oldest()).isEmpty();
        assertThat(outbox.waitingByChannel()).isEmpty();
        Instant first = clock.instant();
        add(LAN, "a", Priority.REPLY);
        clock.advance(Duration.ofMinutes(2));
        add(PAGE, "b", Priority.REPLY);
        add(PAGE, "c", Priority.REMINDER);
        assertThat(outbox.waiting()).isEqualTo(3);
        assertThat(outbox.waiting("web")).isEqualTo(2);
        assertThat(outbox.waitingByChannel()).isEqualTo(Map.of("telegram", 1L, "web", 2L));
        assertThat(outbox.oldest()).contains(first);
        assertThat(outbox.isWaiting(LAN)).isTrue();
        assertThat(outbox.isWaiting(MINH)).isFalse();
        assertThat(outbox.node()).isEqualTo("node");
    }

    @Test
    void whatIsWithdrawnLosesItsWordsAndOnlyWhileItWaits() {
        long number = add(LAN, "a", Priority.REPLY);
        long gone = add(MINH, "b", Priority.REPLY);
        ends(gone, "REFUSED", "r");
        database.change(tx -> {
            outbox.withdraw(tx, number);
            outbox.withdraw(tx, gone);
        });
        assertThat(row(number)).isEqualTo("WITHDRAWN|" + clock.instant() + "|");
        assertThat(row(gone)).startsWith("REFUSED|");
        assertThat(body(gone)).isEqualTo(Outgoing.message("b"));
    }

    /** An ack goes before the messages of its chat, unless it is a stranger's. */
    @Test
    void theMostUrgentIsHandedOutFirstAndOfEachChatTheOldest() {
        add(LAN, "cast", Priority.BROADCAST);
        add(LAN, "one", Priority.REPLY);
        add(LAN, "two", Priority.REPLY);
        add(MINH, "remind", Priority.REMINDER);
        add(MINH, "who are you", Priority.STRANGER);
        database.change(tx -> outbox.add(tx, MINH, new Outgoing.Ack("t", ""), Priority.REPLY));
        database.change(tx -> outbox.add(tx, PAGE, new Outgoing.Ack("t", ""), Priority.REPLY));
        List<QueuedMessage> due = outbox.due("telegram", 10);
        assertThat(due).extracting(QueuedMessage::isAck).containsExactly(true, false, false, false, false);
        assertThat(due).extracting(QueuedMessage::to).containsExactly(MINH, LAN, MINH, LAN, MINH);
        assertThat(outbox.due("telegram", 2)).hasSize(2);
        assertThat(outbox.leaving(due.get(1))).contains(Outgoing.message("one"));
    }

    @Test
    void aPostponedMessageHoldsUpItsChatsNextOfTheSameKindUntilItIsDue() {
        add(LAN, "one", Priority.REPLY);
        add(LAN, "two", Priority.REPLY);
        QueuedMessage one = outbox.due("telegram", 10).get(0);
        database.change(tx -> outbox.postpone(tx, one, Duration.ofMinutes(1), true, "busy"));
        assertThat(outbox.due("telegram", 10)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        QueuedMessage again = outbox.due("telegram", 10).get(0);
        assertThat(again.id()).isEqualTo(one.id());
        assertThat(again.attempts()).isEqualTo(1);
        database.change(tx -> outbox.postpone(tx, again, Duration.ZERO, false, "asked to wait"));
        assertThat(outbox.due("telegram", 10).get(0).attempts()).isEqualTo(1);
        database.change(tx -> outbox.shorten(tx, again, Outgoing.message("the rest")));
        assertThat(outbox.due("telegram", 10).get(0).attempts()).isZero();
        assertThat(outbox.leaving(again)).contains(Outgoing.message("the rest"));
    }

    /** The clock was wrong by a year when the message was put off. */
    @Test
    void whatWaitsForATimeFarOffIsDueWhenTheClockIsSetRight() {
        AtomicInteger told = new AtomicInteger();
        outbox.onNews("telegram", told::incrementAndGet);
        add(LAN, "a", Priority.REPLY);
        add(MINH, "b", Priority.REPLY);
        List<QueuedMessage> due = outbox.due("telegram", 10);
        database.change(tx -> {
            outbox.postpone(tx, due.get(0), Duration.ofDays(365), false, "");
            outbox.postpone(tx, due.get(1), Duration.ofMinutes(1), false, "");
        });
        outbox.takeUpAgain(clock.instant().plus(Duration.ofHours(1)));
        assertThat(outbox.due("telegram", 10)).extracting(QueuedMessage::to).containsExactly(LAN);
        assertThat(told).hasValue(1);
    }

    @Test
    void whatWasGivenUpIsListedLatestFirstAndTriedAgainWhereItsWordsAreThere() {
        Instant made = clock.instant();
        long refused = add(LAN, "a", Priority.REPLY);
        long unreachable = add(MINH, "b", Priority.REMINDER);
        long delivered = add(PAGE, "c", Priority.REPLY);
        clock.advance(Duration.ofSeconds(5));
        ends(refused, "REFUSED", "no such chat");
        clock.advance(Duration.ofSeconds(5));
        ends(unreachable, "UNREACHABLE", "blocked");
        ends(delivered, "DELIVERED", "");
        Undelivered.Given first = new Undelivered.Given(
                refused, LAN, Priority.REPLY, made, made.plusSeconds(5), true, "no such chat", true);
        Undelivered.Given second = new Undelivered.Given(
                unreachable, MINH, Priority.REMINDER, made, made.plusSeconds(10), false, "blocked", true);
        assertThat(undelivered.since(made, 10)).containsExactly(second, first);
        assertThat(undelivered.since(made, 1)).containsExactly(second);
        assertThat(undelivered.since(made.plusSeconds(6), 10)).containsExactly(second);
        assertThat(undelivered.count(made)).isEqualTo(2);
        assertThat(undelivered.find(refused)).contains(first);
        assertThat(undelivered.find(delivered)).isEmpty();
        assertThat(database.<Boolean>write(tx -> undelivered.again(tx, delivered)))
                .isFalse();
        assertThat(database.<Boolean>write(tx -> undelivered.again(tx, refused)))
                .isTrue();
        assertThat(outbox.due("telegram", 10)).extracting(QueuedMessage::id).containsExactly(refused);
        database.change(tx -> tx.update("UPDATE outbox SET body = '' WHERE id = ?", unreachable));
        assertThat(undelivered.find(unreachable))
                .hasValueSatisfying(given -> assertThat(given.whole()).isFalse());
        assertThat(database.<Boolean>write(tx -> undelivered.again(tx, unreachable)))
                .isFalse();
    }

    @Test
    void whatStrangersWereToldIsForgottenSoonerAndWhatWaitsIsNot() {
        long stranger = add(LAN, "a", Priority.STRANGER);
        long reply = add(MINH, "b", Priority.REPLY);
        add(PAGE, "c", Priority.STRANGER);
        ends(stranger, "DELIVERED", "");
        ends(reply, "DELIVERED", "");
        assertThat(outbox.forgetStrangers(clock.instant())).isZero();
        assertThat(outbox.forgetStrangers(clock.instant().plusSeconds(1))).isEqualTo(1);
        assertThat(outbox.forget(clock.instant().plusSeconds(1))).isEqualTo(1);
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    /** Who waits for reminders waits as long as they go, and not for ever where a channel is away. */
    @Test
    void whoWaitsForDeliveryWaitsNoLongerThanPatienceLasts() throws InterruptedException {
        outbox.onNews("telegram", () -> {});
        add(LAN, "a", Priority.REMINDER);
        add(PAGE, "b", Priority.REMINDER);
        long begun = System.nanoTime();
        outbox.awaitDelivered(Duration.ofMillis(300));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        long again = System.nanoTime();
        outbox.awaitDelivered(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(System.nanoTime() - again))
                .as("what waited in vain is not waited for again")
                .isLessThan(Duration.ofSeconds(15));
        long more = add(MINH, "c", Priority.REMINDER);
        Thread delivers = new Thread(() -> {
            ends(more, "DELIVERED", "");
        });
        delivers.start();
        outbox.awaitDelivered(Duration.ofSeconds(60));
        assertThat(row(more)).startsWith("DELIVERED");
        delivers.join();
    }

    @Test
    void anEditOfAMessageThatWaitsChangesItWhereItWaits() {
        long words = add(LAN, "old", Priority.REMINDER);
        Outgoing.Edit edit = new Outgoing.Edit(Outgoing.sent(words), "new", BUTTONS);
        assertThat(outbox.resolved(LAN, edit)).as("there is nothing to send").isEmpty();
        assertThat(body(words)).isEqualTo(Outgoing.message("new", BUTTONS));
        long file = database.write(tx ->
                outbox.add(tx, LAN, new Outgoing.File("f", "a.csv", "text/csv", "old", List.of()), Priority.REPLY));
        assertThat(outbox.resolved(LAN, new Outgoing.Edit(Outgoing.sent(file), "new", BUTTONS)))
                .isEmpty();
        assertThat(body(file)).isEqualTo(new Outgoing.File("f", "a.csv", "text/csv", "new", BUTTONS));
        assertThat(outbox.resolved(LAN, new Outgoing.Delete(Outgoing.sent(words))))
                .isEmpty();
        assertThat(row(words)).isEqualTo("WITHDRAWN|" + clock.instant() + "|");
        assertThat(row(file)).startsWith("QUEUED|null|");
    }

    @Test
    void anEditOfAMessageThatWasDeliveredGetsTheChannelsNameForIt() {
        long number = add(LAN, "old", Priority.REPLY);
        ends(number, "DELIVERED", "");
        database.change(tx -> tx.update("UPDATE outbox SET remote_id = 'r-7' WHERE id = ?", number));
        assertThat(outbox.resolved(LAN, new Outgoing.Edit(Outgoing.sent(number), "new", BUTTONS)))
                .contains(new Outgoing.Edit("r-7", "new", BUTTONS));
        assertThat(outbox.resolved(LAN, new Outgoing.Delete(Outgoing.sent(number))))
                .contains(new Outgoing.Delete("r-7"));
        assertThat(outbox.resolved(MINH, new Outgoing.Delete(Outgoing.sent(number))))
                .as("another's message")
                .isEmpty();
        for (String none : List.of("", "x", "1x", "-1", "1".repeat(19), "9".repeat(18))) {
            assertThat(outbox.resolved(LAN, new Outgoing.Delete(Outgoing.SENT + none)))
                    .as(none)
                    .isEmpty();
        }
        assertThat(outbox.resolved(LAN, new Outgoing.Delete("r-7"))).contains(new Outgoing.Delete("r-7"));
        assertThat(outbox.resolved(LAN, Outgoing.message("x"))).contains(Outgoing.message("x"));
        long refused = add(LAN, "never arrived", Priority.REPLY);
        ends(refused, "REFUSED", "");
        assertThat(outbox.resolved(LAN, new Outgoing.Delete(Outgoing.sent(refused))))
                .isEmpty();
    }

    @Test
    void theRankOfAPriorityIsReadBackAndAnotherIsADefect() {
        for (Priority priority : Priority.values()) {
            assertThat(Priority.ofRank(priority.rank())).isEqualTo(priority);
        }
        assertThat(Priority.ofRank(Priority.ACK_RANK)).isEqualTo(Priority.REPLY);
        assertThat(Priority.REPLY.rank()).isLessThan(Priority.REMINDER.rank());
    }

    @Test
    void aPauseAfterFailuresDoublesToFiveMinutes() {
        List<Long> pauses = new ArrayList<>();
        for (int attempts = 0; attempts < 12; attempts++) {
            pauses.add(Failures.pauseAfter(attempts).toSeconds());
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
    }

    @Test
    void whatACourierThrowsAtForTheEighthTimeIsGivenUp() {
        QueuedMessage seventh = new QueuedMessage(1, LAN, 0, 6, false);
        QueuedMessage eighth = new QueuedMessage(1, LAN, 0, 7, false);
        assertThat(Failures.thrown(seventh, new IllegalStateException("x"))).isEqualTo(new Delivery.Failed("x"));
        assertThat(Failures.thrown(eighth, new IllegalStateException("x"))).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void aPaceHasRoomForOneMessageAtLeast() {
        Duration second = Duration.ofSeconds(1);
        assertThat(new Pace(1, second, 1, second, 1).step()).isEqualTo(second);
        assertThat(new Pace(2, second, 1, second, 1).step()).isEqualTo(Duration.ofNanos(10_000_000_000L / 13));
        assertThat(Pace.telegram().isLimited()).isTrue();
        assertThat(Pace.unlimited().isLimited()).isFalse();
        assertThatThrownBy(() -> new Pace(0, second, 1, second, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, second, 0, second, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, second, 1, second, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, second.negated(), 1, second, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, second, 1, second.negated(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Pace(1, Duration.ZERO, 1, Duration.ZERO, 1).most()).isEqualTo(1);
    }

    private long add(Address to, String text, Priority priority) {
        return database.write(tx -> outbox.add(tx, to, Outgoing.message(text), priority));
    }

    private void ends(long number, String state, String reason) {
        database.change(tx ->
                outbox.giveUp(tx, new QueuedMessage(number, LAN, Priority.REPLY.rank(), 0, false), state, "", reason));
    }

    private String row(long number) {
        return database.read(tx -> tx.one(
                        "SELECT * FROM outbox WHERE id = ?",
                        row -> row.text("state") + "|"
                                + row.instantIfAny("done_at")
                                        .map(Object::toString)
                                        .orElse("null") + "|"
                                + row.text("body"),
                        number))
                .orElse("");
    }

    private Outgoing body(long number) {
        Optional<String> body =
                database.read(tx -> tx.one("SELECT body FROM outbox WHERE id = ?", row -> row.text("body"), number));
        return Json.read(body.orElseThrow(), Outgoing.class);
    }
}
