package danvan.task;

import danvan.chat.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whom a task is for.
 *
 * @param level the level of unit, as the units' own data names it, such as {@code commune}
 * @param roles exactly these roles
 */
public record Audience(String level, Set<Role> roles) {
    public Audience {
        if (level.isBlank() || roles.isEmpty()) {
            throw new IllegalArgumentException("an audience needs a level and a role");
        }
        roles = Set.copyOf(EnumSet.copyOf(roles));
    }
}
