package danvan.broadcast;

import danvan.chat.Address;
import danvan.chat.Person;
import danvan.organization.directory.Member;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Row;
import danvan.storage.Tx;
import danvan.text.Language;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The broadcasts and who was told. */
final class Broadcasts {
    enum State {
        PREPARED,
        /** It goes out at its time. */
        SCHEDULED,
        SENDING,
        SENT,
        /** What was not sent stays unsent. */
        CANCELLED,
        RECALLED,
        DROPPED;

        boolean isOpenToTheOffice() {
            return this != PREPARED && this != DROPPED;
        }

        /** The states it is reached from; see docs/states.md. */
        Set<State> from() {
            return switch (this) {
                case PREPARED -> EnumSet.of(SCHEDULED);
                case SCHEDULED -> EnumSet.of(PREPARED);
                case SENDING, DROPPED -> EnumSet.of(PREPARED, SCHEDULED);
                case SENT, CANCELLED -> EnumSet.of(SENDING);
                case RECALLED -> EnumSet.of(SENDING, SENT, CANCELLED);
            };
        }
    }

    /**
     * A broadcast.
     *
     * @param from the unit whose it is; empty where it was prepared before that was noted
     * @param sendAt when it is to be sent; empty: when its author taps
     */
    record Broadcast(
            String code,
            long author,
            Optional<String> from,
            String text,
            Audience audience,
            State state,
            Optional<Instant> startedAt,
            Optional<Instant> sendAt) {
        /** The same with other readers. */
        Broadcast with(Audience other) {
            return new Broadcast(code, author, from, text, other, state, startedAt, sendAt);
        }

        /** The same at another time. */
        Broadcast at(Optional<Instant> other) {
            return new Broadcast(code, author, from, text, audience, state, startedAt, other);
        }

        /** The same in another state. */
        Broadcast in(State other) {
            return new Broadcast(code, author, from, text, audience, other, startedAt, sendAt);
        }

        /** The same with other words. */
        Broadcast saying(String other) {
            return new Broadcast(code, author, from, other, audience, state, startedAt, sendAt);
        }

        String title() {
            String line = text.lines().findFirst().orElse("");
            return line.length() > 40 ? line.substring(0, 40) + "…" : line;
        }
    }

    /** How it stands. */
    record Standing(long all, long waiting, long delivered, long unreachable, long cancelled, long read) {}

    /** Somebody who was told. */
    record Told(long member, String name, String unit, Address address, Language language, long queued) {}

    private final Database database;

    Broadcasts(Database database) {
        this.database = database;
    }

    static void prepare(Tx tx, String code, Person author, Address from, Language language, String text, Instant now) {
        tx.update(
                """
                INSERT INTO broadcast (code, author, from_unit, channel, chat, language, text, audience, state, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                code,
                author.id(),
                author.unit(),
                from.channel(),
                from.chat(),
                language.code(),
                text,
                Json.write(Audience.all(author.unit())),
                State.PREPARED,
                now);
    }

    Optional<Broadcast> find(String code) {
        return database.read(tx -> find(tx, code));
    }

    static Optional<Broadcast> find(Tx tx, String code) {
        return tx.one("SELECT * FROM broadcast WHERE code = ?", Broadcasts::broadcast, code);
    }

    List<Broadcast> latest(int most, long skip) {
        return database.read(tx -> tx.list(
                "SELECT * FROM broadcast WHERE started_at IS NOT NULL ORDER BY started_at DESC, code LIMIT ? OFFSET ?",
                Broadcasts::broadcast,
                most,
                skip));
    }

    /** How many were sent. */
    long sent() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM broadcast WHERE started_at IS NOT NULL"));
    }

    /** Those of an author that are not sent yet. */
    List<Broadcast> prepared(long author) {
        return database.read(tx -> tx.list(
                "SELECT * FROM broadcast WHERE author = ? AND state = ? ORDER BY created_at DESC, code LIMIT 20",
                Broadcasts::broadcast,
                author,
                State.PREPARED));
    }

    static void audience(Tx tx, String code, Audience audience) {
        tx.update(
                "UPDATE broadcast SET audience = ? WHERE code = ? AND state = ?",
                Json.write(audience),
                code,
                State.PREPARED);
    }

    /** Moves it on, once: false where its state does not, or no longer, lead there. */
    static boolean move(Tx tx, String code, State to) {
        for (State state : to.from()) {
            if (tx.update("UPDATE broadcast SET state = ? WHERE code = ? AND state = ?", to, code, state) == 1) {
                return true;
            }
        }
        return false;
    }

    static void started(Tx tx, String code, Instant now) {
        tx.update("UPDATE broadcast SET started_at = ? WHERE code = ?", now, code);
    }

    /** Puts somebody on the list; false where the person stands there already. */
    static boolean enlist(Tx tx, String code, Member reader) {
        return tx.update(
                        """
                        INSERT INTO broadcast_person (broadcast, member_id, name, unit, channel, chat, language, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'QUEUED') ON CONFLICT DO NOTHING
                        """,
                        code,
                        reader.id(),
                        reader.name(),
                        reader.unit(),
                        reader.address().channel(),
                        reader.address().chat(),
                        reader.language().code())
                == 1;
    }

    /** Whether somebody is on the list of those who are told. */
    boolean told(String code, long member) {
        return database.read(tx -> tx.count(
                        "SELECT COUNT(*) AS n FROM broadcast_person WHERE broadcast = ? AND member_id = ?",
                        code,
                        member))
                > 0;
    }

    static void queued(Tx tx, String code, long member, long number) {
        tx.update("UPDATE broadcast_person SET queued = ? WHERE broadcast = ? AND member_id = ?", number, code, member);
    }

    /** Takes over from the outbox what came of each message. A withdrawn one may have been under way and arrive yet. */
    static int settle(Tx tx, String code) {
        return tx.update("""
                UPDATE broadcast_person SET state = (
                    SELECT CASE o.state WHEN 'DELIVERED' THEN 'DELIVERED' WHEN 'WITHDRAWN' THEN 'CANCELLED'
                        ELSE 'UNREACHABLE' END FROM outbox o WHERE o.id = broadcast_person.queued)
                WHERE broadcast = ? AND state IN ('QUEUED', 'CANCELLED') AND EXISTS (
                    SELECT 1 FROM outbox o WHERE o.id = broadcast_person.queued AND o.state <> 'QUEUED'
                    AND NOT (o.state = 'WITHDRAWN' AND broadcast_person.state = 'CANCELLED'))
                """, code);
    }

    static void acknowledged(Tx tx, String code, long member, Instant now) {
        tx.update(
                "UPDATE broadcast_person SET acknowledged_at = ? WHERE broadcast = ? AND member_id = ?"
                        + " AND acknowledged_at IS NULL",
                now,
                code,
                member);
    }

    Standing standing(String code) {
        return database.read(tx -> tx.one(
                        """
                        SELECT COUNT(*) AS people,
                            COALESCE(SUM(CASE WHEN state = 'QUEUED' THEN 1 ELSE 0 END), 0) AS waiting,
                            COALESCE(SUM(CASE WHEN state = 'DELIVERED' THEN 1 ELSE 0 END), 0) AS delivered,
                            COALESCE(SUM(CASE WHEN state = 'UNREACHABLE' THEN 1 ELSE 0 END), 0) AS unreachable,
                            COALESCE(SUM(CASE WHEN state = 'CANCELLED' THEN 1 ELSE 0 END), 0) AS cancelled,
                            COALESCE(SUM(CASE WHEN acknowledged_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS seen
                        FROM broadcast_person WHERE broadcast = ?
                        """,
                        row -> new Standing(
                                row.number("people"),
                                row.number("waiting"),
                                row.number("delivered"),
                                row.number("unreachable"),
                                row.number("cancelled"),
                                row.number("seen")),
                        code))
                .orElse(new Standing(0, 0, 0, 0, 0, 0));
    }

    /** Those in a state behind a member's number, by number. */
    List<Told> in(String code, String state, long after, int most) {
        return database.read(tx -> tx.list(
                "SELECT * FROM broadcast_person WHERE broadcast = ? AND state = ? AND member_id > ? AND recalled IS NULL"
                        + " AND queued IS NOT NULL ORDER BY member_id LIMIT ?",
                Broadcasts::told,
                code,
                state,
                after,
                most));
    }

    List<Told> unread(String code, int most) {
        return database.read(tx -> tx.list(
                "SELECT * FROM broadcast_person WHERE broadcast = ? AND state = 'DELIVERED' AND acknowledged_at IS NULL"
                        + " ORDER BY unit, name LIMIT ?",
                Broadcasts::told,
                code,
                most));
    }

    /** Writes down that a message was taken back; false where it was before. */
    static boolean recalled(Tx tx, String code, long member, long number) {
        return tx.update(
                        "UPDATE broadcast_person SET recalled = ? WHERE broadcast = ? AND member_id = ?"
                                + " AND recalled IS NULL",
                        number,
                        code,
                        member)
                == 1;
    }

    private static Told told(Row row) {
        return new Told(
                row.number("member_id"),
                row.text("name"),
                row.text("unit"),
                new Address(row.text("channel"), row.text("chat")),
                Language.of(row.text("language")).orElse(Language.VI),
                row.numberIfAny("queued").orElse(0L));
    }

    static Broadcast broadcast(Row row) {
        return new Broadcast(
                row.text("code"),
                row.number("author"),
                row.textIfAny("from_unit"),
                row.text("text"),
                Json.read(row.text("audience"), Audience.class),
                State.valueOf(row.text("state")),
                row.instantIfAny("started_at"),
                row.instantIfAny("send_at"));
    }
}
