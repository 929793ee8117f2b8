package danvan.outbox;

import danvan.chat.Address;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The messages that were given up, to be looked at and tried again. Their text is kept for that until the row is forgotten,
 * and is not shown. Safe for use by several threads.
 */
public final class Undelivered {
    /**
     * A message that was given up.
     *
     * @param reachable whether the address is still taken for one that can be reached
     * @param reason as the channel's server said it
     * @param whole whether its text is still there, so that it can be tried again
     */
    public record Given(
            long id,
            Address to,
            Priority priority,
            Instant madeAt,
            Instant givenUpAt,
            boolean reachable,
            String reason,
            boolean whole) {}

    private final Database database;
    private final Clock clock;

    /** @param clock real time, not a rehearsal's */
    public Undelivered(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that were given up since a moment, the latest first. */
    public List<Given> since(Instant moment, int most) {
        return database.read(tx -> tx.list(
                "SELECT id, channel, chat, priority, created_at, done_at, state, reason, LENGTH(body) AS size FROM outbox"
                        + " WHERE state IN ('REFUSED', 'UNREACHABLE') AND done_at >= ? ORDER BY done_at DESC, id DESC LIMIT ?",
                Undelivered::read,
                moment,
                most));
    }

    /** How many were given up since then. */
    public long count(Instant moment) {
        return database.read(tx -> tx.count(
                "SELECT COUNT(*) AS n FROM outbox WHERE state IN ('REFUSED', 'UNREACHABLE') AND done_at >= ?", moment));
    }

    /** One of them, by its number. */
    public Optional<Given> find(long id) {
        return database.read(tx -> tx.one(
                "SELECT id, channel, chat, priority, created_at, done_at, state, reason, LENGTH(body) AS size FROM outbox"
                        + " WHERE id = ? AND state IN ('REFUSED', 'UNREACHABLE')",
                Undelivered::read,
                id));
    }

    /** Has it delivered once more; false where it was not given up, or its text is gone. Call {@link Outbox#dispatch} after it. */
    public boolean again(Tx tx, long id) {
        return tx.update(
                        "UPDATE outbox SET state = 'QUEUED', due_at = ?, done_at = NULL, attempts = 0, claimed_by = NULL,"
                                + " claimed_until = NULL, left_at = NULL WHERE id = ? AND state IN ('REFUSED', 'UNREACHABLE')"
                                + " AND LENGTH(body) > 0",
                        clock.instant(),
                        id)
                == 1;
    }

    private static Given read(Row row) {
        return new Given(
                row.number("id"),
                new Address(row.text("channel"), row.text("chat")),
                Priority.ofRank(row.number("priority")),
                row.instant("created_at"),
                row.instant("done_at"),
                row.text("state").equals("REFUSED"),
                row.textIfAny("reason").orElse(""),
                row.number("size") > 0);
    }
}
