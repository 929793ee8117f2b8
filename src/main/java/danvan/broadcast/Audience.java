package danvan.broadcast;

import danvan.chat.Role;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a broadcast is for.
 *
 * @param unit the unit, with those below it
 * @param members if there are any, these alone
 */
record Audience(String unit, Set<Role> roles, List<Long> members) {
    Audience {
        roles = Set.copyOf(roles);
        members = List.copyOf(members);
    }

    static Audience all(String unit) {
        return new Audience(unit, EnumSet.allOf(Role.class), List.of());
    }

    /** Those whom a message can reach, without whoever sends it: that person knows, and would only be one who has not read. */
    List<Member> readers(Organization organization, long sender) {
        Set<Long> listed = Set.copyOf(members);
        return organization.reachableWithin(unit, listed.isEmpty() ? roles : EnumSet.allOf(Role.class)).stream()
                .filter(reader -> reader.id() != sender)
                .filter(reader -> listed.isEmpty() || listed.contains(reader.id()))
                .toList();
    }
}
