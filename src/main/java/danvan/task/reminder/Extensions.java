package danvan.task.reminder;

import danvan.storage.Row;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import danvan.task.OccurrenceKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who asked for more time, and what the lead said. */
public final class Extensions {
    /** What became of a request. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED;

        /** Whether a lead may still answer; each request is answered once. */
        public boolean isOpen() {
            return this == ASKED;
        }
    }

    /**
     * A request.
     *
     * @param wanted the day asked for
     * @param until the day granted
     */
    public record Request(
            long id,
            OccurrenceKey key,
            long member,
            LocalDate wanted,
            String reason,
            State state,
            Optional<LocalDate> until) {}

    /**
     * A later deadline that some members have.
     *
     * @param since when the first of them got it
     */
    record Moved(OccurrenceKey key, LocalDate until, Instant since) {}

    private Extensions() {}

    public static long ask(Tx tx, OccurrenceKey key, long member, LocalDate wanted, String reason, Instant now) {
        return tx.insert("""
                        INSERT INTO task_extension (task, period, member_id, wanted, reason, asked_at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                        """, key.task(), key.period(), member, wanted.toString(), reason, now)
                .orElseThrow(() -> new StorageException("the database gave a request no number"));
    }

    /**
     * A request that waits for an answer.
     *
     * @param askedAt when it was asked
     */
    public record Waiting(Request request, Instant askedAt) {}

    /** The requests that wait for an answer, the oldest first. */
    public static List<Waiting> open(Tx tx) {
        return tx.list(
                "SELECT * FROM task_extension WHERE state = 'ASKED' ORDER BY asked_at, id",
                row -> new Waiting(request(row), row.instant("asked_at")));
    }

    public static Optional<Request> find(Tx tx, long id) {
        return tx.one("SELECT * FROM task_extension WHERE id = ?", Extensions::request, id);
    }

    /** The member's request that nobody has answered yet. */
    public static Optional<Request> waiting(Tx tx, OccurrenceKey key, long member) {
        return tx.one(
                "SELECT * FROM task_extension WHERE task = ? AND period = ? AND member_id = ? AND state = 'ASKED'",
                Extensions::request,
                key.task(),
                key.period(),
                member);
    }

    /** Answers a request; false where it was answered before. */
    public static boolean decide(
            Tx tx, long id, State state, long by, Optional<LocalDate> until, String answer, Instant now) {
        return tx.update("""
                        UPDATE task_extension SET state = ?, decided_by = ?, decided_at = ?, until = ?, answer = ?
                        WHERE id = ? AND state = 'ASKED'
                        """, state, by, now, until.map(LocalDate::toString), answer, id) == 1;
    }

    static Map<OccurrenceKey, LocalDate> grantedTo(Tx tx, long member) {
        Map<OccurrenceKey, LocalDate> granted = new HashMap<>();
        tx.list(
                "SELECT task, period, until FROM task_extension WHERE state = 'GRANTED' AND member_id = ?",
                row -> granted.merge(key(row), day(row, "until"), Extensions::later),
                member);
        return granted;
    }

    /** The days granted for an occurrence, by member. */
    public static Map<Long, LocalDate> granted(Tx tx, OccurrenceKey key) {
        Map<Long, LocalDate> granted = new HashMap<>();
        tx.list(
                "SELECT member_id, until FROM task_extension WHERE state = 'GRANTED' AND task = ? AND period = ?",
                row -> granted.merge(row.number("member_id"), day(row, "until"), Extensions::later),
                key.task(),
                key.period());
        return granted;
    }

    /** The later deadlines there are. */
    static List<Moved> moved(Tx tx) {
        return tx.list("""
                SELECT task, period, until, MIN(decided_at) AS since FROM task_extension WHERE state = 'GRANTED'
                GROUP BY task, period, until
                """, row -> new Moved(key(row), day(row, "until"), row.instant("since")));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Request request(Row row) {
        return new Request(
                row.number("id"),
                key(row),
                row.number("member_id"),
                day(row, "wanted"),
                row.text("reason"),
                State.valueOf(row.text("state")),
                row.textIfAny("until").map(LocalDate::parse));
    }

    private static LocalDate day(Row row, String column) {
        return LocalDate.parse(row.text(column));
    }

    private static OccurrenceKey key(Row row) {
        return new OccurrenceKey(row.text("task"), row.text("period"));
    }
}
