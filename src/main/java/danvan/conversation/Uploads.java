package danvan.conversation;

import danvan.chat.Incoming;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How many files, and how much, each member may send a day, over all channels. Safe for use by several threads. */
public final class Uploads {
    /** Forms, documents and rosters are the office's work. */
    public static final int OFFICE_TIMES = 5;

    private final Database database;
    private final Limits limits;
    private final ZoneId zone;

    /**
     * What a cadre or a lead may send a day; the office {@value #OFFICE_TIMES} times as much.
     *
     * @param largest what is taken for the size of a file whose channel says none
     */
    public record Limits(int files, long bytes, long largest) {
        Limits of(Person person) {
            return person.role().atLeast(Role.OFFICE)
                    ? new Limits(files * OFFICE_TIMES, bytes * OFFICE_TIMES, largest)
                    : this;
        }
    }

    private record Used(long files, long bytes) {}

    public Uploads(Database database, Limits limits, ZoneId zone) {
        this.database = database;
        this.limits = limits;
        this.zone = zone;
    }

    /** What a person may send a day. */
    Limits of(Person person) {
        return limits.of(person);
    }

    /** Whether there is room for a file of this size today; 0 where that is not known. */
    public boolean hasRoom(Person person, long bytes, Instant now) {
        return database.read(tx -> hasRoom(tx, person, bytes, now));
    }

    /** Counts a file that is stored before its turn is processed; false where there is no room for it, and it is not counted. */
    public boolean arrived(Person person, String ref, long bytes, Instant now) {
        return database.write(tx -> {
            boolean room = hasRoom(tx, person, bytes, now);
            if (room) {
                add(tx, person, ref, bytes, now, false);
            }
            return room;
        });
    }

    /** Whether a file's turn may be processed: it was counted when it arrived, or there is room for it. */
    boolean takes(Person person, Incoming.File file, Instant now) {
        return database.read(tx -> isCounted(tx, person, file.ref()) || hasRoom(tx, person, file.bytes(), now));
    }

    /**
     * Counts a file in the turn's transaction.
     *
     * @throws Conflict where the room was used up meanwhile
     */
    void work(Tx tx, Person person, Incoming.File file, Instant now) {
        int counted = tx.update("""
                UPDATE upload SET worked = 1 WHERE id =
                    (SELECT MIN(id) FROM upload WHERE member_id = ? AND ref = ? AND worked = 0)
                """, person.id(), file.ref());
        if (counted == 0) {
            if (!hasRoom(tx, person, file.bytes(), now)) {
                throw new Conflict("member " + person.id() + " sent another file at the same time");
            }
            add(tx, person, file.ref(), file.bytes(), now, true);
        }
    }

    /** Deletes what was counted before the day of then. */
    public int forget(Instant then) {
        return database.write(tx -> tx.update("DELETE FROM upload WHERE day < ?", day(then)));
    }

    private boolean hasRoom(Tx tx, Person person, long bytes, Instant now) {
        Limits most = of(person);
        Used used = tx.one(
                        "SELECT COUNT(*) AS files, COALESCE(SUM(bytes), 0) AS bytes FROM upload"
                                + " WHERE member_id = ? AND day = ?",
                        Uploads::used,
                        person.id(),
                        day(now))
                .orElse(new Used(0, 0));
        return used.files() < most.files() && used.bytes() + size(bytes) <= most.bytes();
    }

    private static boolean isCounted(Tx tx, Person person, String ref) {
        return tx.count(
                        "SELECT COUNT(*) AS n FROM upload WHERE member_id = ? AND ref = ? AND worked = 0",
                        person.id(),
                        ref)
                > 0;
    }

    private void add(Tx tx, Person person, String ref, long bytes, Instant now, boolean worked) {
        tx.update(
                "INSERT INTO upload (member_id, day, ref, bytes, worked) VALUES (?, ?, ?, ?, ?)",
                person.id(),
                day(now),
                ref,
                size(bytes),
                worked);
    }

    private long size(long bytes) {
        return bytes > 0 ? bytes : limits.largest();
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, zone).toString();
    }

    private static Used used(Row row) {
        return new Used(row.number("files"), row.number("bytes"));
    }
}
