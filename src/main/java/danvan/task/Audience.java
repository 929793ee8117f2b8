package danvan.task;

import danvan.chat.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a task is for: members of the roles, in units that fit whatever else is said.
 *
 * @param level the level of unit, as the units' own data names it, such as {@code commune}; empty for any
 * @param roles exactly these roles
 * @param units the codes of units that count; with {@code under} both empty for any
 * @param under the codes of units that count with all units below them
 */
public record Audience(Optional<String> level, Set<Role> roles, Set<String> units, Set<String> under) {
    public Audience {
        if (roles.isEmpty() || (level.isEmpty() && units.isEmpty() && under.isEmpty())) {
            throw new IllegalArgumentException("an audience needs a role, and a level or a unit");
        }
        roles = Set.copyOf(EnumSet.copyOf(roles));
        units = Set.copyOf(units);
        under = Set.copyOf(under);
    }
}
