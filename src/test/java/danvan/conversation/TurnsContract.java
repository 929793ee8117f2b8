package danvan.conversation;

import static danvan.storage.Eventually.await;
import static danvan.storage.Eventually.never;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.inbox.Inbox;
import danvan.inbox.Update;
import danvan.outbox.Outbox;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.HandClock;
import danvan.storage.Json;
import danvan.storage.Tx;
import danvan.text.Language;
import danvan.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a turn keeps to on every database. */
abstract class TurnsContract {
    private static final Address LAN = new Address("telegram", "1");
    private static final Address MINH = new Address("telegram", "2");

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    private final Texts texts = new Texts();
    private final Scripted feature = new Scripted();
    private final AtomicInteger updates = new AtomicInteger();
    private Database database;
    private Inbox inbox;
    private Outbox outbox;
    private Turns turns;

    abstract Config.Storage storage();

    /** Answers by saying a word back, or as a test tells it to. */
    private static final class Scripted implements Feature {
        private final ConcurrentHashMap<String, Function<Turn, Reply>> script = new ConcurrentHashMap<>();
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Optional<Reply> said(Turn turn, String words) {
            heard.add(words);
            return Optional.of(
                    script.getOrDefault(words, any -> Reply.say("re " + words)).apply(turn));
        }

        @Override
        public Reply tap(Turn turn, String action) {
            return script.getOrDefault(action, any -> Reply.nothing()).apply(turn);
        }

        long times(String words) {
            return heard.stream().filter(words::equals).count();
        }
    }

    /** Everybody in chats 1 and 2 is a member. */
    private static final class TwoMembers implements Directory {
        @Override
        public Optional<Person> member(Address address) {
            return address.equals(LAN) || address.equals(MINH)
                    ? Optional.of(new Person(
                            Long.parseLong(address.chat()),
                            "Member " + address.chat(),
                            Role.CADRE,
                            "xa-tien-duc",
                            Optional.of(Language.EN)))
                    : Optional.empty();
        }

        @Override
        public Optional<Person> admit(Address address, String name, Instant now) {
            return Optional.empty();
        }

        @Override
        public Reply stranger(Address address, String name, Incoming incoming, Instant now) {
            return Reply.say("who are you, " + name + "?");
        }

        @Override
        public void seen(Tx tx, Address address, boolean reachable, Instant at) {
            tx.update(
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value ="
                            + " excluded.value",
                    address.toString(),
                    String.valueOf(reachable));
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(storage());
        inbox = new Inbox(database, clock, "node");
        outbox = new Outbox(database, clock, "node");
        turns = start();
    }

    @AfterEach
    void close() {
        turns.close();
        database.close();
    }

    private Turns start() {
        TurnWork work = new TurnWork(
                database,
                inbox,
                outbox,
                new TwoMembers(),
                new FeatureRouter(List.of(feature)),
                texts,
                Language.EN,
                clock,
                new Uploads(database, new Uploads.Limits(1_000, 1L << 30, 1 << 20), ZoneOffset.UTC));
        Turns started = new Turns(inbox, work, 4);
        started.start();
        return started;
    }

    @Test
    void whatIsSaidIsAnsweredAndDone() {
        say(LAN, "three roads");
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("re three roads");
        assertThat(outcomes()).containsExactly("answered");
        assertThat(setting("telegram:1")).contains("true");
    }

    @Test
    void aChatsUpdatesAreWorkedOneAfterTheOtherAndOtherChatsMeanwhile() throws InterruptedException {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        feature.script.put("slow", turn -> {
            awaitQuietly(mayGoOn);
            return Reply.say("re slow");
        });
        say(LAN, "slow");
        await("the slow turn is open", () -> feature.times("slow") == 1);
        say(LAN, "next");
        say(MINH, "other");
        await("the other chat is answered", () -> sent(MINH).equals(List.of("re other")));
        never("two turns of a chat at once", () -> feature.times("next") > 0, Duration.ofMillis(100));
        mayGoOn.countDown();
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("re slow", "re next");
    }

    @Test
    void aPoisonUpdateIsGivenUpAfterThreeAttemptsToldToThePersonAndTheChatGoesOn() {
        feature.script.put("poison", turn -> {
            throw new IllegalStateException("a defect");
        });
        say(LAN, "poison");
        say(LAN, "next");
        say(MINH, "other");
        await("the other chat is answered", () -> sent(MINH).equals(List.of("re other")));
        await("first attempt", () -> attempts("poison") == 1);
        assertThat(feature.times("next")).isZero();
        clock.advance(Duration.ofSeconds(1));
        await("second attempt", () -> attempts("poison") == 2);
        clock.advance(Duration.ofSeconds(4));
        awaitEmpty();
        assertThat(feature.times("poison")).isEqualTo(3);
        assertThat(sent(LAN)).containsExactly(texts.say(Language.EN, "conversation.failed"), "re next");
        assertThat(outcomes())
                .containsExactly("failed: java.lang.IllegalStateException: a defect", "answered", "answered");
    }

    @Test
    void anErrorIsAFailureOfItsTurnAndNoThreadIsLostByIt() {
        List<Error> errors = List.of(
                new StackOverflowError(),
                new OutOfMemoryError("for the test"),
                new AssertionError("a defect"),
                new NoClassDefFoundError("gone"));
        for (int i = 0; i < errors.size(); i++) {
            Error error = errors.get(i);
            feature.script.put("error " + i, turn -> {
                throw error;
            });
            String word = "error " + i;
            say(LAN, word);
            await("first attempt", () -> attempts(word) == 1);
            clock.advance(Duration.ofSeconds(1));
            await("second attempt", () -> attempts(word) == 2);
            clock.advance(Duration.ofSeconds(4));
            awaitEmpty();
        }
        say(LAN, "next");
        say(MINH, "other");
        awaitEmpty();
        String failed = texts.say(Language.EN, "conversation.failed");
        assertThat(sent(LAN)).containsExactly(failed, failed, failed, failed, "re next");
        assertThat(sent(MINH)).containsExactly("re other");
        assertThat(outcomes())
                .contains("failed: java.lang.StackOverflowError", "failed: java.lang.AssertionError: a defect");
    }

    @Test
    void anUpdateThatEndedItsProcessFiveTimesIsGivenUpAndTold() {
        turns.close();
        say(LAN, "deadly");
        for (int process = 0; process < 5; process++) {
            // Each takes it, and ends without a word.
            Inbox ended = new Inbox(database, clock, "node");
            ended.begin(ended.claim(1, Set.of()));
            clock.advance(Duration.ofMinutes(2));
        }
        turns = start();
        awaitEmpty();
        assertThat(feature.times("deadly")).isZero();
        assertThat(sent(LAN)).containsExactly(texts.say(Language.EN, "conversation.failed"));
    }

    @Test
    void anUpdateThatWasOpenWhenItsProcessEndedIsWorkedByTheNext() {
        turns.close();
        say(LAN, "three roads");
        Inbox ended = new Inbox(database, clock, "node");
        ended.begin(ended.claim(1, Set.of()));
        clock.advance(Duration.ofMinutes(2));
        turns = start();
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("re three roads");
    }

    /** A bot killed three times while it worked several updates gave up those that had only been beside the others. */
    @Test
    void whatWasOpenTogetherWhenAProcessEndedIsWorkedOneAtATime() throws InterruptedException {
        turns.close();
        say(LAN, "first");
        say(MINH, "second");
        Inbox ended = new Inbox(database, clock, "node");
        ended.begin(ended.claim(2, Set.of()));
        clock.advance(Duration.ofMinutes(2));
        CountDownLatch mayGoOn = new CountDownLatch(1);
        feature.script.put("first", turn -> {
            awaitQuietly(mayGoOn);
            return Reply.say("re first");
        });
        turns = start();
        await("the first is worked", () -> feature.times("first") == 1);
        never("the second beside it", () -> feature.times("second") > 0, Duration.ofMillis(100));
        mayGoOn.countDown();
        awaitEmpty();
        assertThat(sent(MINH)).containsExactly("re second");
    }

    @Test
    void aFailureThatPassesIsToldToNobody() {
        AtomicInteger calls = new AtomicInteger();
        feature.script.put("twice", turn -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("for a moment");
            }
            return Reply.say("re twice");
        });
        say(LAN, "twice");
        await("first attempt", () -> attempts("twice") == 1);
        clock.advance(Duration.ofSeconds(1));
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("re twice");
    }

    @Test
    void aPoisonTapIsAcknowledgedWhenItIsGivenUp() {
        feature.script.put("poison", turn -> {
            throw new IllegalStateException("a defect");
        });
        receive(LAN, new Incoming.Tap("tap-1", "m", "scripted:poison"));
        for (int attempt = 1; attempt < 3; attempt++) {
            int failed = attempt;
            await("attempt " + attempt, () -> attempts("poison") == failed);
            clock.advance(Duration.ofSeconds(5));
        }
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("ack tap-1 ", texts.say(Language.EN, "conversation.failed"));
    }

    @Test
    void aTurnThatFailsInItsTransactionKeepsNothingOfIt() {
        feature.script.put(
                "half",
                turn -> Reply.say("re half").andOpen("scripted", "state").andDo(tx -> {
                    tx.update("INSERT INTO setting (name, value) VALUES ('half', '')");
                    throw new IllegalStateException("after the change");
                }));
        say(LAN, "half");
        await("first attempt", () -> attempts("half") == 1);
        assertThat(sent(LAN)).isEmpty();
        assertThat(setting("half")).isEmpty();
        assertThat(setting("telegram:1")).isEmpty();
        assertThat(new Dialogs(database).of(1).dialog()).isEmpty();
        assertThat(inbox.isWaiting(LAN)).isTrue();
    }

    @Test
    void aConflictTakesTheTurnAnewOnTheNewState() {
        AtomicInteger calls = new AtomicInteger();
        feature.script.put("race", turn -> {
            int call = calls.incrementAndGet();
            return Reply.say("answer " + call).andDo(tx -> {
                if (call < 3) {
                    throw new Conflict("somebody was quicker");
                }
            });
        });
        say(LAN, "race");
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("answer 3");
        assertThat(attempts("race")).as("no failure").isZero();
    }

    @Test
    void aDialogThatMovedOnMeanwhileIsAConflict() {
        AtomicInteger calls = new AtomicInteger();
        feature.script.put("go", turn -> {
            if (calls.incrementAndGet() == 1) {
                // The same person on another channel, between this turn's reading and its writing.
                database.change(tx -> new Dialogs(database)
                        .move(tx, 1, 0, new Reply.Next.Open("scripted", "\"from the other channel\""), turn.now()));
            }
            return Reply.say("saw " + turn.dialog().map(Dialog::state).orElse("none") + " at " + turn.revision())
                    .andOpen("scripted", "mine");
        });
        say(LAN, "go");
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("saw \"from the other channel\" at 1");
        Dialogs.Open open = new Dialogs(database).of(1);
        assertThat(open.revision()).isEqualTo(2);
        assertThat(open.dialog()).contains(new Dialog("scripted", "\"mine\"", 2));
    }

    @Test
    void aDialogsRevisionGoesOnCountingWhenItIsClosed() {
        feature.script.put("open", turn -> Reply.nothing().andOpen("scripted", turn.nextRevision()));
        feature.script.put("close", turn -> Reply.nothing().andClose());
        for (String word : List.of("open", "close", "open")) {
            say(LAN, word);
            awaitEmpty();
        }
        assertThat(new Dialogs(database).of(1).dialog()).contains(new Dialog("scripted", "3", 3));
    }

    @Test
    void aTapIsAcknowledgedOnceBeforeWhatItBrings() {
        feature.script.put(
                "go", turn -> Reply.say("went").andToast("well done").andTell(MINH, Outgoing.message("Lan went")));
        receive(LAN, new Incoming.Tap("tap-1", "m", "scripted:go"));
        receive(LAN, new Incoming.Tap("", "m", "gone:go"));
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("ack tap-1 well done", "went");
        assertThat(sent(MINH)).containsExactly("Lan went");
    }

    @Test
    void aStrangerIsAnsweredAndLeavesNoDialog() {
        Address stranger = new Address("telegram", "9");
        say(stranger, "three roads");
        awaitEmpty();
        assertThat(sent(stranger)).containsExactly("who are you, somebody?");
        assertThat(outcomes()).containsExactly("stranger");
    }

    @Test
    void whoBlocksTheBotIsWrittenDownAndNotAnswered() {
        receive(LAN, new Incoming.Presence(false));
        awaitEmpty();
        assertThat(setting("telegram:1")).contains("false");
        assertThat(outbox.waiting()).isZero();
        assertThat(outcomes()).containsExactly("presence");
    }

    @Test
    void whatTheBotDoesNotHandleIsRecordedAndIgnored() {
        receive(LAN, new Incoming.Other("poll_answer", false));
        awaitEmpty();
        assertThat(outbox.waiting()).isZero();
        assertThat(outcomes()).containsExactly("passed over: poll_answer");
    }

    @Test
    void closingFinishesTheOpenTurnAndKeepsTheRestForTheNextStart() throws InterruptedException {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        feature.script.put("slow", turn -> {
            awaitQuietly(mayGoOn);
            return Reply.say("re slow");
        });
        say(LAN, "slow");
        await("the turn is open", () -> feature.times("slow") == 1);
        say(LAN, "waits");
        Thread closing = new Thread(turns::close);
        closing.start();
        never("closed over an open turn", () -> !closing.isAlive(), Duration.ofMillis(100));
        mayGoOn.countDown();
        closing.join(15_000);
        assertThat(sent(LAN)).containsExactly("re slow");
        assertThat(inbox.waiting()).isEqualTo(1);
        turns = start();
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("re slow", "re waits");
    }

    @Test
    void aDatabaseThatIsAwayForAMomentStopsNobody() {
        database.change(tx -> tx.update("ALTER TABLE outbox RENAME TO outbox_away"));
        say(LAN, "three roads");
        await("the turn failed", () -> attempts("three roads") == 1);
        database.change(tx -> tx.update("ALTER TABLE outbox_away RENAME TO outbox"));
        clock.advance(Duration.ofSeconds(1));
        awaitEmpty();
        assertThat(sent(LAN)).containsExactly("re three roads");
    }

    /** Where more than three attempts met a full disk, the update was given up. */
    void anUpdateThatMeetsAFullDiskWaitsHoweverOftenItIsTried() {
        database.change(tx -> tx.list("PRAGMA max_page_count = 1", row -> row));
        String answer = "long ".repeat(20_000);
        feature.script.put("three roads", turn -> Reply.say(answer));
        receive(LAN, new Incoming.Words("three roads"));
        await("more attempts than a bad update gets", () -> feature.times("three roads") > 4);
        assertThat(inbox.waiting()).isEqualTo(1);
        database.change(tx -> tx.list("PRAGMA max_page_count = 1000000", row -> row));
        awaitEmpty();
        assertThat(outcomes()).containsExactly("answered");
        assertThat(sent(LAN)).hasSize(1);
    }

    private void say(Address from, String words) {
        receive(from, new Incoming.Words(words));
    }

    private void receive(Address from, Incoming incoming) {
        inbox.receive(List.of(new Update(from, "u" + updates.incrementAndGet(), "somebody", incoming)));
    }

    private void awaitEmpty() {
        await("all is worked", () -> inbox.waiting() == 0);
    }

    private List<String> sent(Address to) {
        return database.read(tx -> tx.list(
                "SELECT body FROM outbox WHERE channel = ? AND chat = ? ORDER BY priority, id",
                row -> {
                    Outgoing what = Json.read(row.text("body"), Outgoing.class);
                    return what instanceof Outgoing.Ack ack
                            ? "ack " + ack.tapId() + " " + ack.toast()
                            : ((Outgoing.Message) what).text();
                },
                to.channel(),
                to.chat()));
    }

    private List<String> outcomes() {
        return database.read(tx -> tx.list("SELECT outcome FROM inbox ORDER BY id", row -> row.text("outcome")));
    }

    private long attempts(String word) {
        return database.read(tx -> tx.count("SELECT attempts AS n FROM inbox WHERE body LIKE ?", "%" + word + "%"));
    }

    private Optional<String> setting(String name) {
        return database.read(tx -> tx.one("SELECT value FROM setting WHERE name = ?", row -> row.text("value"), name));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(15, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let the turn go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
