package danvan.organization;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who belongs where, and every change of it; each is audited. Who has left is on it no more, but keeps a name for what
 * was done in it. Safe for use by several threads.
 */
public final class Roster {
    private static final String ENTRIES = """
            SELECT m.id, m.name, m.role, m.unit, m.language, m.created_at,
                (SELECT MAX(a.last_seen_at) FROM member_address a WHERE a.member_id = m.id) AS seen,
                (SELECT COUNT(*) FROM member_address a WHERE a.member_id = m.id AND a.channel <> 'web'
                    AND a.reachable = 1) AS messenger,
                (SELECT COUNT(*) FROM member_address a WHERE a.member_id = m.id AND a.channel = 'web'
                    AND a.reachable = 1) AS page
            FROM member m WHERE m.left_at IS NULL
            """;

    private final Database database;

    public Roster(Database database) {
        this.database = database;
    }

    /**
     * A member.
     *
     * @param since when the member came
     * @param seen when the member was last heard; empty for who has no way in
     * @param messenger whether a message arrives elsewhere than on the phone page
     * @param page whether one arrives on the phone page
     */
    public record Entry(Person person, Instant since, Optional<Instant> seen, boolean messenger, boolean page) {
        public boolean reachable() {
            return messenger || page;
        }
    }

    /** Everybody, by name. */
    public List<Entry> all() {
        return database.read(Roster::all);
    }

    /** As {@link #all()}, in a transaction. */
    public static List<Entry> all(Tx tx) {
        return tx.list(ENTRIES + " ORDER BY m.name, m.id", Roster::entry);
    }

    public Optional<Entry> find(long member) {
        return database.read(tx -> tx.one(ENTRIES + " AND m.id = ?", Roster::entry, member));
    }

    /**
     * Changes a member's name, role and unit. Where the role goes down, the invitations the member made open nothing any
     * more.
     *
     * @param before as the one who decided had it before the eyes
     * @throws Conflict where that is so no longer
     */
    public static void change(Tx tx, Person before, Person after, long by, Instant now) {
        if (isLowered(before.role(), after.role())) {
            keepAnAdministrator(tx, before);
        }
        int changed = tx.update(
                "UPDATE member SET name = ?, role = ?, unit = ?"
                        + " WHERE id = ? AND name = ? AND role = ? AND unit = ? AND left_at IS NULL",
                after.name(),
                after.role(),
                after.unit(),
                before.id(),
                before.name(),
                before.role(),
                before.unit());
        if (changed == 0) {
            throw new Conflict("member " + before.id() + " was changed meanwhile");
        }
        if (!before.name().equals(after.name())) {
            note(tx, now, by, "name", before, before.name() + " → " + after.name());
        }
        if (isLowered(before.role(), after.role())) {
            Invitations.end(tx, before.id(), now);
        }
        if (before.role() != after.role()) {
            note(tx, now, by, "role", before, before.role() + " → " + after.role());
        }
        if (!before.unit().equals(after.unit())) {
            note(tx, now, by, "unit", before, before.unit() + " → " + after.unit());
        }
    }

    /**
     * A member leaves: no way leads in any more, and invitations to come in again, and those the member made, open
     * nothing: one of them may be the member's own way back.
     *
     * @throws Conflict where the member was changed or has left meanwhile
     */
    public static void leave(Tx tx, Person before, long by, Instant now) {
        keepAnAdministrator(tx, before);
        int left = tx.update(
                "UPDATE member SET left_at = ? WHERE id = ? AND role = ? AND unit = ? AND left_at IS NULL",
                now,
                before.id(),
                before.role(),
                before.unit());
        if (left == 0) {
            throw new Conflict("member " + before.id() + " was changed meanwhile");
        }
        Members.shut(tx, before.id(), now);
        Invitations.end(tx, before.id(), now);
        tx.update("UPDATE invitation SET expires_at = ? WHERE member_id = ? AND used_at IS NULL", now, before.id());
        note(tx, now, by, "leave", before, before.role() + " " + before.unit());
    }

    /**
     * Two administrators may remove each other at the same time. Written to, not only counted: of two such transactions
     * the second waits for the first, and counts what it left.
     */
    private static void keepAnAdministrator(Tx tx, Person goes) {
        if (goes.role() == Role.ADMINISTRATOR
                && tx.update("UPDATE member SET role = role WHERE role = ? AND left_at IS NULL", Role.ADMINISTRATOR)
                        < 2) {
            throw new Conflict("member " + goes.id() + " is the last administrator");
        }
    }

    /** Ends all ways in, and the invitations made by them: the phone, or the link, is in other hands. */
    public static void shutOut(Tx tx, Person member, long by, Instant now) {
        Members.shut(tx, member.id(), now);
        Invitations.end(tx, member.id(), now);
        note(tx, now, by, "shut out", member, "");
    }

    /** Whether a role goes down: then what was made in the higher one ends. */
    public static boolean isLowered(Role before, Role after) {
        return before != after && before.atLeast(after);
    }

    /** How many invitations a member has made that are good still: they end where the member leaves or goes down. */
    public static long invitations(Tx tx, long member, Instant now) {
        return Invitations.open(tx, member, now);
    }

    public long invitations(long member, Instant now) {
        return database.read(tx -> invitations(tx, member, now));
    }

    private static void note(Tx tx, Instant now, long by, String action, Person about, String detail) {
        Members.audit(tx, now, Optional.of(by), action, ("#" + about.id() + " " + about.name() + " " + detail).strip());
    }

    private static Entry entry(Row row) {
        return new Entry(
                Members.person(row),
                row.instant("created_at"),
                row.instantIfAny("seen"),
                row.number("messenger") > 0,
                row.number("page") > 0);
    }
}
