package danvan.desk.session;

import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** The PCs at which members have the desk open. Safe for use by several threads. */
public final class Sessions {
    /** However busy it is: a working day. */
    static final Duration LONGEST = Duration.ofHours(12);

    static final Duration IDLE = Duration.ofMinutes(30);
    /** On a PC that nobody else sits at. */
    static final Duration IDLE_ON_OWN = LONGEST;
    /** So often it is written down that a session is in use. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    /**
     * A session.
     *
     * @param access as the member's {@code access_no} was
     */
    public record Session(
            long id, long member, long access, Machine machine, boolean own, Instant begunAt, Instant seenAt) {}

    private final Database database;
    private final Clock clock;
    private final LongUnaryOperator accessNumber;

    /**
     * The sessions.
     *
     * @param clock real time, not a rehearsal's
     * @param accessNumber how often a member's ways in were ended
     */
    public Sessions(Database database, Clock clock, LongUnaryOperator accessNumber) {
        this.database = database;
        this.clock = clock;
        this.accessNumber = accessNumber;
    }

    /** Opens one, whose cookie holds the token. */
    void open(Tx tx, String token, long member, Machine machine, boolean own) {
        Instant now = clock.instant();
        tx.update(
                """
                INSERT INTO desk_session (token_hash, member_id, access_no, machine, network, own, begun_at, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Secret.hash(token),
                member,
                tx.count("SELECT access_no AS n FROM member WHERE id = ?", member),
                machine.name(),
                machine.network(),
                own,
                now,
                now);
    }

    /**
     * The session of a cookie, while it lasts.
     *
     * @param used whether somebody uses it now, rather than a page that looks for news by itself
     */
    Optional<Session> find(String token, boolean used) {
        Instant now = clock.instant();
        Optional<Session> found = database.read(
                tx -> tx.one("SELECT * FROM desk_session WHERE token_hash = ?", Sessions::read, Secret.hash(token)));
        if (found.isEmpty()) {
            return found;
        }
        Session session = found.get();
        if (!lasts(session, now)) {
            end(session);
            return Optional.empty();
        }
        if (used && session.seenAt().plus(NOTED).isBefore(now)) {
            database.change(tx -> tx.update("UPDATE desk_session SET seen_at = ? WHERE id = ?", now, session.id()));
        }
        return found;
    }

    private boolean lasts(Session session, Instant now) {
        return session.begunAt().plus(LONGEST).isAfter(now)
                && session.seenAt().plus(session.own() ? IDLE_ON_OWN : IDLE).isAfter(now)
                && accessNumber.applyAsLong(session.member()) == session.access();
    }

    /** Those of a member that last, the latest first. */
    public List<Session> of(long member) {
        Instant now = clock.instant();
        return database
                .read(tx -> tx.list(
                        "SELECT * FROM desk_session WHERE member_id = ? ORDER BY id DESC", Sessions::read, member))
                .stream()
                .filter(session -> lasts(session, now))
                .toList();
    }

    void end(Session session) {
        database.change(tx -> end(tx, session.member(), session.id()));
    }

    /** Ends one of a member's own; false where there is none of this number. */
    public static boolean end(Tx tx, long member, long id) {
        return tx.update("DELETE FROM desk_session WHERE id = ? AND member_id = ?", id, member) > 0;
    }

    /** Ends those of a member but for one, and says how many. */
    public static int endOthers(Tx tx, long member, long kept) {
        return tx.update("DELETE FROM desk_session WHERE member_id = ? AND id <> ?", member, kept);
    }

    /** Deletes those that are over by their age. */
    int forget(Instant now) {
        return database.write(tx -> tx.update("DELETE FROM desk_session WHERE begun_at < ?", now.minus(LONGEST)));
    }

    private static Session read(Row row) {
        return new Session(
                row.number("id"),
                row.number("member_id"),
                row.number("access_no"),
                new Machine(row.text("machine"), row.text("network")),
                row.flag("own"),
                row.instant("begun_at"),
                row.instant("seen_at"));
    }
}
