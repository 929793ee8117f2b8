package danvan.organization.roster;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.organization.Unit;
import java.util.Optional;

/** One thing that a workbook changes. */
sealed interface Change {

    /** A unit is new, or is described otherwise than before. */
    record OfUnit(Optional<Unit> before, Unit after) implements Change {}

    /** A member is called otherwise, has another role, or belongs elsewhere. */
    record OfMember(Person before, Person after) implements Change {
        /** Whether it is more than the name. */
        boolean concerns() {
            return before.role() != after.role() || !before.unit().equals(after.unit());
        }
    }

    record Leaving(Person member) implements Change {}

    /** Somebody new is invited. */
    record Newcomer(String name, Role role, String unit) implements Change {}
}
