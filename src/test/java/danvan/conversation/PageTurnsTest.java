package danvan.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.outbox.Dispatcher;
import danvan.outbox.Outbox;
import danvan.outbox.Pace;
import danvan.outbox.Priority;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Eventually;
import danvan.storage.HandClock;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import danvan.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided at a page is kept as a whole, told to others, and shown there; and what hangs on the minute. */
class PageTurnsTest {
    private static final Address MINH = new Address("telegram", "2");
    private static final Person HOA = new Person(7, "Hoa", Role.OFFICE, "tinh", Optional.of(Language.TR));
    private static final Person LAN = new Person(8, "Lan", Role.OFFICE, "tinh", Optional.empty());

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    private Database database;
    private Outbox outbox;
    private PageTurns turns;

    @BeforeEach
    void opens() {
        database = Database.open(TestDatabase.sqlite(folder));
        outbox = new Outbox(database, clock, "node");
        turns = new PageTurns(database, outbox, new Texts(), Language.EN, clock, "desk");
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void theTurnIsOfThePersonAtThePageNowInTheLanguageOfThePersonOrTheBot() {
        int result = turns.act(HOA, turn -> {
            assertThat(turn.person()).isEqualTo(HOA);
            assertThat(turn.address()).isEqualTo(new Address("desk", "7"));
            assertThat(turn.now()).isEqualTo(clock.instant());
            assertThat(turn.language()).isEqualTo(Language.TR);
            assertThat(turn.dialog()).isEmpty();
            return new PageTurns.Answered<>(Reply.say("nothing is kept"), 42);
        });
        assertThat(result).isEqualTo(42);
        assertThat(turns.<Language>act(LAN, turn -> new PageTurns.Answered<>(Reply.nothing(), turn.language())))
                .isEqualTo(Language.EN);
        assertThat(outbox.waiting()).as("what is said is shown, not sent").isZero();
    }

    @Test
    void whatIsChangedAndToldIsKeptTogetherAndAFileGoesToThePage() {
        Outgoing.File file = new Outgoing.File("f", "a.csv", "text/csv", "", List.of());
        turns.act(
                HOA,
                turn -> new PageTurns.Answered<>(
                        Reply.say("done")
                                .and(file)
                                .andTell(MINH, Outgoing.message("told"))
                                .andDo(set("a")),
                        1));
        assertThat(settings()).containsExactly("a");
        assertThat(waiting()).containsExactlyInAnyOrder("desk 7", "telegram 2");
        assertThatThrownBy(() -> turns.act(
                        HOA,
                        turn -> new PageTurns.Answered<>(
                                Reply.nothing()
                                        .andTell(MINH, Outgoing.message("not told"))
                                        .andDo(set("b"))
                                        .andDo(tx -> {
                                            throw new IllegalStateException("for the test");
                                        }),
                                1)))
                .hasMessage("for the test");
        assertThat(settings()).containsExactly("a");
        assertThat(outbox.waiting()).isEqualTo(2);
    }

    @Test
    void eachOfTheThreeAloneIsKept() {
        turns.act(HOA, turn -> new PageTurns.Answered<>(Reply.nothing().andDo(set("a")), 1));
        assertThat(settings()).containsExactly("a");
        turns.act(HOA, turn -> new PageTurns.Answered<>(Reply.nothing().andTell(MINH, Outgoing.message("x")), 1));
        assertThat(waiting()).containsExactly("telegram 2");
        turns.act(
                HOA,
                turn -> new PageTurns.Answered<>(
                        Reply.nothing().and(new Outgoing.File("f", "a.csv", "text/csv", "", List.of())), 1));
        assertThat(waiting()).contains("desk 7");
    }

    @Test
    void whatIsToldIsDeliveredAtOnce() {
        List<Address> delivered = new CopyOnWriteArrayList<>();
        Courier courier = (to, what) -> {
            delivered.add(to);
            return CompletableFuture.completedFuture(new Delivery.Delivered("1"));
        };
        try (Dispatcher dispatcher =
                new Dispatcher("telegram", outbox, database, courier, Pace.unlimited(), (tx, chat) -> {})) {
            dispatcher.start();
            turns.act(HOA, turn -> new PageTurns.Answered<>(Reply.nothing().andTell(MINH, Outgoing.message("x")), 1));
            Eventually.await("it is delivered", () -> delivered.contains(MINH));
        }
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsDecidedAnewAndNotForEver() {
        List<Integer> decided = new ArrayList<>();
        String said = turns.said(HOA, turn -> {
            decided.add(1);
            return Reply.say("<b>in</b> the end").andToast("Ok").andDo(tx -> {
                if (decided.size() < 20) {
                    throw new Conflict("for the test");
                }
            });
        });
        assertThat(said).isEqualTo("Ok\nin the end");
        assertThat(decided).hasSize(20);
        decided.clear();
        assertThatThrownBy(() -> turns.said(HOA, turn -> {
                    decided.add(1);
                    return Reply.nothing().andDo(tx -> {
                        throw new Conflict("always");
                    });
                }))
                .isInstanceOf(Conflict.class)
                .hasMessage("always");
        assertThat(decided).hasSize(20);
    }

    @Test
    void thePageShowsMessagesAndEditsAsPlainWordsAndOfOtherThingsNothing() {
        assertThat(PageTurns.words(Reply.nothing())).isEmpty();
        assertThat(PageTurns.words(Reply.say("<i>one</i>")
                        .and(new Outgoing.Edit("1", "two", List.of()))
                        .and(new Outgoing.Delete("1"))
                        .andSay("three")))
                .isEqualTo("one\ntwo\nthree");
        assertThat(PageTurns.words(Reply.nothing().andToast("only this"))).isEqualTo("only this");
    }

    @Test
    void whatHangsOnTheMinuteIsDoneEachAndTheOutboxIsToldWhereSomethingWaits() {
        List<String> done = new ArrayList<>();
        List<Address> delivered = new CopyOnWriteArrayList<>();
        Courier courier = (to, what) -> {
            delivered.add(to);
            return CompletableFuture.completedFuture(new Delivery.Delivered("1"));
        };
        MinuteWork.Work tells = (now, quiet) -> {
            done.add(now + " " + quiet);
            database.change(tx -> outbox.add(tx, MINH, Outgoing.message("x"), Priority.REMINDER));
            return true;
        };
        MinuteWork.Work nothing = (now, quiet) -> {
            done.add("nothing " + quiet);
            return false;
        };
        Instant night = clock.instant();
        try (Dispatcher dispatcher =
                new Dispatcher("telegram", outbox, database, courier, Pace.unlimited(), (tx, chat) -> {})) {
            dispatcher.start();
            new MinuteWork(clock, night::equals, outbox, List.of(tells, nothing)).run();
            Eventually.await("it is delivered", () -> delivered.contains(MINH));
        }
        assertThat(done).containsExactly(night + " true", "nothing true");
        clock.advance(Duration.ofHours(3));
        done.clear();
        new MinuteWork(clock, night::equals, outbox, List.of(nothing)).run();
        assertThat(done).containsExactly("nothing false");
    }

    private static Effect set(String name) {
        return tx -> tx.update("INSERT INTO setting (name, value) VALUES (?, '')", name);
    }

    private List<String> settings() {
        return database.read(tx -> tx.list("SELECT name FROM setting ORDER BY name", row -> row.text("name")));
    }

    private List<String> waiting() {
        return database.read(tx -> tx.list(
                "SELECT * FROM outbox WHERE state = 'QUEUED' ORDER BY id",
                row -> row.text("channel") + " " + row.text("chat")));
    }
}
