package danvan.broadcast;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Jobs;
import danvan.organization.directory.MadeUpOrganization;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import danvan.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Many people, a real database, and a broadcast for all of them. */
final class Crowd implements AutoCloseable {
    static final String CODE = "abcd1234";

    final Database database;
    private final Outbox outbox;
    private volatile Duration ahead = Duration.ZERO;
    private final Organization organization;
    private Jobs jobs;

    Crowd(Path folder, int people) {
        this.database = Database.open(TestDatabase.sqlite(folder));
        this.outbox = new Outbox(database, Clock.systemUTC(), "test");
        MadeUpOrganization everybody =
                new MadeUpOrganization().with(new UnitRef("xa", "xã Tiến Đức", "commune", Optional.empty()));
        LongStream.rangeClosed(1, people).forEach(id -> everybody.with(id, "Người " + id, Role.CADRE, "xa"));
        this.organization = everybody;
        this.jobs = started();
    }

    private Jobs started() {
        Jobs next = new Jobs(database, outbox, new Ahead(), "test");
        next.does("broadcast", new BroadcastWork(database, outbox, organization, new Texts()));
        next.does("broadcast-recall", new RecallWork(database, outbox, new Texts()));
        next.start();
        return next;
    }

    void restarts() {
        jobs.close();
        jobs = started();
    }

    void begins() {
        Person thu = new Person(0, "Thu", Role.OFFICE, "xa", Optional.of(Language.VI));
        Address office = new Address("office", "1");
        database.change(tx -> {
            Broadcasts.prepare(tx, CODE, thu, office, Language.VI, "Mời họp", Instant.EPOCH);
            if (Broadcasts.move(tx, CODE, Broadcasts.State.SENDING)) {
                jobs.order(tx, "broadcast", office, new BroadcastWork.Order(CODE, "vi", "xa"));
            }
        });
    }

    /** The channel has delivered to the first so many people. */
    void has(int delivered) {
        database.change(tx -> tx.update(
                "UPDATE outbox SET state = 'DELIVERED', body = '' WHERE channel = 'test' AND id IN"
                        + " (SELECT queued FROM broadcast_person WHERE member_id <= ?)",
                delivered));
    }

    /** A message arrives after all: it was under way when it was withdrawn. */
    void arrivesAfterAll(int member) {
        database.change(tx -> tx.update(
                "UPDATE outbox SET state = 'DELIVERED' WHERE state = 'WITHDRAWN' AND id ="
                        + " (SELECT queued FROM broadcast_person WHERE member_id = ?)",
                member));
    }

    void passes(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Real time, and how far the test has moved it on. */
    private final class Ahead extends Clock {
        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The office takes it back, as a tap does. */
    void takesBack(RecallWork.Way way) {
        Broadcasts.State to = way == RecallWork.Way.STOP ? Broadcasts.State.CANCELLED : Broadcasts.State.RECALLED;
        database.change(tx -> {
            if (Broadcasts.move(tx, CODE, to)) {
                jobs.order(
                        tx,
                        "broadcast-recall",
                        new Address("office", "1"),
                        new RecallWork.Order(CODE, way, "vi", true));
            }
        });
    }

    Broadcasts.Standing standing() {
        return new Broadcasts(database).standing(CODE);
    }

    /** What is still to be handed to the channel, in the order it was said. */
    List<Outgoing> waiting() {
        return database.read(tx -> tx.list(
                "SELECT body FROM outbox WHERE channel = 'test' AND state = 'QUEUED' ORDER BY id",
                row -> Json.read(row.text("body"), Outgoing.class)));
    }

    long enlisted() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM broadcast_person WHERE queued IS NOT NULL"));
    }

    long messages() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM outbox WHERE channel = 'test'"));
    }

    long chats() {
        return database.read(tx -> tx.count("SELECT COUNT(DISTINCT chat) AS n FROM outbox WHERE channel = 'test'"));
    }

    @Override
    public void close() {
        jobs.close();
        database.close();
    }
}
