package danvan.organization;

import danvan.chat.Address;
import danvan.chat.Joining;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Invitations: a code lets one person in, once, within a week: somebody new, whose name may be known, or a member who has
 * lost the way in.
 */
public final class Invitations {
    public static final Duration VALID = Duration.ofDays(7);

    private final Database database;

    Invitations(Database database) {
        this.database = database;
    }

    /**
     * An invitation.
     *
     * @param name of whom it is for; empty: whoever comes says so
     * @param member who is let in again; empty: somebody new
     * @param by who has invited
     */
    record Invitation(String hash, Role role, String unit, Optional<String> name, Optional<Person> member, long by) {}

    /**
     * Invites somebody new.
     *
     * @param name empty where it is not known
     */
    public static void add(Tx tx, String code, Optional<String> name, Role role, String unit, long by, Instant now) {
        tx.update("""
                INSERT INTO invitation (code_hash, name, role, unit, created_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, Secrets.hash(code), name, role, unit, by, now, now.plus(VALID));
        Members.audit(
                tx,
                now,
                Optional.of(by),
                "invite",
                role + " " + unit + name.map(" "::concat).orElse(""));
    }

    /** Lets a member in again. An earlier such invitation opens nothing any more. */
    public static void addAgain(Tx tx, String code, Person member, long by, Instant now) {
        tx.update("UPDATE invitation SET expires_at = ? WHERE member_id = ? AND used_at IS NULL", now, member.id());
        tx.update("""
                INSERT INTO invitation (code_hash, member_id, role, unit, created_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, Secrets.hash(code), member.id(), member.role(), member.unit(), by, now, now.plus(VALID));
        Members.audit(tx, now, Optional.of(by), "invite again", "#" + member.id() + " " + member.name());
    }

    /** Somebody new who was invited by name and has not come yet. */
    public record Expected(String name, Role role, String unit) {}

    /** Who was invited by name, may still come, and has not. */
    public static List<Expected> expected(Tx tx, Instant now) {
        return tx.list(
                "SELECT name, role, unit FROM invitation WHERE name IS NOT NULL AND member_id IS NULL"
                        + " AND used_at IS NULL AND expires_at > ? ORDER BY name, code_hash",
                row -> new Expected(row.text("name"), Role.valueOf(row.text("role")), row.text("unit")),
                now);
    }

    /** How many invitations a member has made that are good still. */
    static long open(Tx tx, long by, Instant now) {
        return tx.count(
                "SELECT COUNT(*) AS n FROM invitation WHERE created_by = ? AND used_at IS NULL AND expires_at > ?",
                by,
                now);
    }

    /** Ends the invitations a member has made. */
    static void end(Tx tx, long by, Instant now) {
        int ended = tx.update(
                "UPDATE invitation SET expires_at = ? WHERE created_by = ? AND used_at IS NULL AND expires_at > ?",
                now,
                by,
                now);
        if (ended > 0) {
            Members.audit(tx, now, Optional.empty(), "invitations end", ended + " of #" + by);
        }
    }

    /** The invitation behind a hash, while it is good. */
    Optional<Invitation> good(String hash, Instant now) {
        return database.read(tx -> tx.one(
                "SELECT i.code_hash, i.role AS wanted_role, i.unit AS wanted_unit, i.name AS wanted_name, i.created_by, "
                        + Members.COLUMNS
                        + " FROM invitation i LEFT JOIN member m ON m.id = i.member_id AND m.left_at IS NULL"
                        + " WHERE i.code_hash = ? AND i.used_at IS NULL AND i.expires_at > ?"
                        + " AND (i.member_id IS NULL OR m.id IS NOT NULL)",
                Invitations::invitation,
                hash,
                now));
    }

    /** What has become of an invitation: for who holds its code, be it good or not. */
    Joining.Invitation standing(String hash, Instant now) {
        return database.read(tx -> tx.one(
                        "SELECT used_at, expires_at FROM invitation WHERE code_hash = ?",
                        row -> row.numberIfAny("used_at").isPresent()
                                ? Joining.Invitation.USED
                                : row.instant("expires_at").isAfter(now)
                                        ? Joining.Invitation.OPEN
                                        : Joining.Invitation.EXPIRED,
                        hash))
                .orElse(Joining.Invitation.NONE);
    }

    /** Whether an invitation has let in the member behind an address. */
    boolean letIn(String hash, Address address) {
        return database.read(tx -> tx.one(
                        "SELECT 1 AS n FROM invitation i JOIN member_address a ON a.member_id = i.used_by"
                                + " WHERE i.code_hash = ? AND a.channel = ? AND a.chat = ?",
                        row -> row.number("n"),
                        hash,
                        address.channel(),
                        address.chat()))
                .isPresent();
    }

    /**
     * Makes the person behind an address a member, or lets a member in by it.
     *
     * @param name what somebody new is to be called
     * @throws Conflict where somebody used the code in the meantime, or the member has left
     */
    static void use(Tx tx, Invitation invitation, Address address, String name, Instant now) {
        long member = invitation
                .member()
                .map(Person::id)
                .orElseGet(() -> Members.add(tx, name, invitation.role(), invitation.unit(), now));
        int used = tx.update(
                "UPDATE invitation SET used_by = ?, used_at = ? WHERE code_hash = ? AND used_at IS NULL"
                        + " AND expires_at > ?",
                member,
                now,
                invitation.hash(),
                now);
        if (used == 0) {
            throw new Conflict("an invitation was used twice");
        }
        Members.addAddress(tx, member, address, now);
        Members.audit(
                tx,
                now,
                Optional.of(member),
                invitation.member().isPresent() ? "join again" : "join",
                invitation.role() + " " + invitation.unit());
    }

    private static Invitation invitation(Row row) {
        return new Invitation(
                row.text("code_hash"),
                Role.valueOf(row.text("wanted_role")),
                row.text("wanted_unit"),
                row.textIfAny("wanted_name"),
                row.numberIfAny("id").map(any -> Members.person(row)),
                row.number("created_by"));
    }
}
