package danvan.ask;

import danvan.chat.Role;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Who answers what the library does not. */
final class Office {
    private final Organization organization;

    Office(Organization organization) {
        this.organization = organization;
    }

    /** The members of the office who can be reached; where there is none, the administrators. */
    List<Member> onDuty() {
        List<Member> office = reachable(Role.OFFICE);
        return office.isEmpty() ? approvers() : office;
    }

    /** Who may let an answer be shown to all: the administrators who can be reached. */
    List<Member> approvers() {
        return reachable(Role.ADMINISTRATOR);
    }

    String nameOf(String unit) {
        return organization.nameOf(unit);
    }

    private List<Member> reachable(Role role) {
        return organization.reachable(EnumSet.of(role), Optional.empty());
    }
}
