package danvan.desk.session;

import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** PCs that want in, each good for three minutes and once. Safe for use by several threads. */
public final class EntryCodes {
    static final Duration VALID = Duration.ofMinutes(3);

    /** How far it has come. */
    enum State {
        OPEN,
        /** A member has named it and was asked which number the PC shows. */
        ASKED,
        CONFIRMED,
        REFUSED,
        USED
    }

    /**
     * A PC that wants in.
     *
     * @param number shown on the PC beside the code
     * @param own whether the PC is the member's own
     * @param member who has named it, from {@link State#ASKED} on
     */
    record Wanted(long id, int number, Machine machine, boolean own, State state, Optional<Long> member) {}

    private final Database database;
    private final Clock clock;

    /** @param clock real time, not a rehearsal's */
    public EntryCodes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes down that a PC wants in, and answers with its number. */
    int add(String code, String browser, Machine machine, boolean own) {
        int number = Secret.number();
        database.change(tx -> tx.update(
                """
                INSERT INTO desk_code (code_hash, browser_hash, number, machine, network, own, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                Secret.hash(code),
                Secret.hash(browser),
                number,
                machine.name(),
                machine.network(),
                own,
                clock.instant()));
        return number;
    }

    /** The PC behind a code, as long as it is good. */
    Optional<Wanted> byCode(String code) {
        return found("code_hash = ?", Secret.hash(code));
    }

    Optional<Wanted> byNumber(long id) {
        return found("id = ?", id);
    }

    /** The PC by its code and the secret of its cookie. */
    Optional<Wanted> ofBrowser(String code, String browser) {
        return found("code_hash = ? AND browser_hash = ?", Secret.hash(code), Secret.hash(browser));
    }

    private Optional<Wanted> found(String condition, Object... values) {
        Object[] arguments = java.util.Arrays.copyOf(values, values.length + 1);
        arguments[values.length] = clock.instant().minus(VALID);
        return database.read(tx ->
                tx.one("SELECT * FROM desk_code WHERE " + condition + " AND made_at > ?", EntryCodes::read, arguments));
    }

    /**
     * Moves one on.
     *
     * @throws Conflict where it was moved meanwhile
     */
    static void move(Tx tx, Wanted wanted, State to, long member) {
        int moved = tx.update(
                "UPDATE desk_code SET state = ?, member_id = ? WHERE id = ? AND state = ?",
                to,
                member,
                wanted.id(),
                wanted.state());
        if (moved == 0) {
            throw new Conflict("the desk's code " + wanted.id() + " was used meanwhile");
        }
    }

    int forget(Instant before) {
        return database.write(tx -> tx.update("DELETE FROM desk_code WHERE made_at < ?", before));
    }

    private static Wanted read(Row row) {
        return new Wanted(
                row.number("id"),
                (int) row.number("number"),
                new Machine(row.text("machine"), row.text("network")),
                row.flag("own"),
                State.valueOf(row.text("state")),
                row.numberIfAny("member_id"));
    }
}
