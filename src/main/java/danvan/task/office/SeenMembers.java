package danvan.task.office;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.task.Audience;
import danvan.task.AudienceMembers;
import danvan.task.ReminderHours;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The members whom somebody sees, for one page: a lead those of the own unit and below, the office all. */
final class SeenMembers {
    private final Organization organization;
    private final AudienceMembers audiences;
    private final Person by;
    private final boolean all;
    private final Map<Audience, List<Member>> known = new HashMap<>();
    private final Map<String, Boolean> seen = new HashMap<>();
    private final Map<Long, LocalDate> since = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    SeenMembers(Organization organization, Person by) {
        this.organization = organization;
        this.audiences = new AudienceMembers(organization);
        this.by = by;
        this.all = by.role() == Role.AUDITOR || by.role().atLeast(Role.OFFICE);
    }

    List<Member> in(Audience audience) {
        // Many tasks are for the same people.
        return known.computeIfAbsent(
                audience,
                one -> audiences.all(one).stream()
                        .filter(member -> sees(member.unit()))
                        .toList());
    }

    /** The day on which a member came. */
    LocalDate since(Member member, ReminderHours hours) {
        return since.computeIfAbsent(member.id(), id -> hours.day(member.since()));
    }

    boolean sees(String unit) {
        return all || seen.computeIfAbsent(unit, code -> organization.isWithin(code, by.unit()));
    }

    String unit(String code) {
        return names.computeIfAbsent(code, organization::nameOf);
    }
}
