package danvan.people;

import danvan.chat.Address;
import danvan.chat.Role;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Invitations: a code lets one person in, once, within a week. */
final class Invitations {
    static final Duration VALID = Duration.ofDays(7);

    private final Database database;

    Invitations(Database database) {
        this.database = database;
    }

    record Invitation(String hash, Role role, String unit) {}

    static void add(Tx tx, String code, Role role, String unit, long by, Instant now) {
        tx.update("""
                INSERT INTO invitation (code_hash, role, unit, created_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, Secrets.hash(code), role, unit, by, now, now.plus(VALID));
        Members.audit(tx, now, Optional.of(by), "invite", role + " " + unit);
    }

    /** The invitation behind a hash, while it is good. */
    Optional<Invitation> good(String hash, Instant now) {
        return database.read(tx -> tx.one(
                "SELECT code_hash, role, unit FROM invitation WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?",
                Invitations::invitation,
                hash,
                now));
    }

    /** What the page says of a hash: whether the invitation is good, has let somebody in, or neither. */
    PageEntry.Invitation standing(String hash, Instant now) {
        return database.read(tx -> tx.one(
                        "SELECT used_at, expires_at FROM invitation WHERE code_hash = ?",
                        row -> row.numberIfAny("used_at").isPresent()
                                ? PageEntry.Invitation.USED
                                : row.instant("expires_at").isAfter(now)
                                        ? PageEntry.Invitation.OPEN
                                        : PageEntry.Invitation.NONE,
                        hash))
                .orElse(PageEntry.Invitation.NONE);
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
     * Makes the person behind an address a member.
     *
     * @throws Conflict where somebody used the code in the meantime
     */
    static void use(Tx tx, Invitation invitation, Address address, String name, Instant now) {
        long member = Members.add(tx, name, invitation.role(), invitation.unit(), now);
        int used = tx.update(
                "UPDATE invitation SET used_by = ?, used_at = ? WHERE code_hash = ? AND used_at IS NULL",
                member,
                now,
                invitation.hash());
        if (used == 0) {
            throw new Conflict("an invitation was used twice");
        }
        Members.addAddress(tx, member, address, now);
        Members.audit(tx, now, Optional.of(member), "join", invitation.role() + " " + invitation.unit());
    }

    private static Invitation invitation(Row row) {
        return new Invitation(row.text("code_hash"), Role.valueOf(row.text("role")), row.text("unit"));
    }
}
