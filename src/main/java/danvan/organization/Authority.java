package danvan.organization;

import danvan.chat.Person;
import danvan.chat.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Over whom a member has a say: leads over cadres and leads of their own unit and its subordinate units, the office and administrators
 * over everybody up to their own role; over auditors, who see everything, administrators alone. Safe for use by several threads.
 */
public final class Authority {
    private final Units units;
    private final ZoneId zone;

    public Authority(Units units, ZoneId zone) {
        this.units = units;
        this.zone = zone;
    }

    /** Whether it reaches a role in a unit. */
    public boolean reaches(Person by, Role role, String unit) {
        return by.role().atLeast(Role.LEAD)
                && (role == Role.AUDITOR
                        ? by.role() == Role.ADMINISTRATOR
                        : by.role().atLeast(role))
                && (by.role().atLeast(Role.OFFICE) || units.isWithin(unit, by.unit()));
    }

    /** Whether it reaches a member. Nobody decides about oneself. */
    public boolean over(Person by, Person other) {
        return by.id() != other.id() && reaches(by, other.role(), other.unit());
    }

    /** The topmost unit it reaches. */
    public String top(Person by, Instant now) {
        return by.role().atLeast(Role.OFFICE)
                ? units.root(LocalDate.ofInstant(now, zone)).map(Unit::code).orElse(by.unit())
                : by.unit();
    }
}
