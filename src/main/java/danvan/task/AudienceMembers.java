package danvan.task;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is in an audience, and who leads. */
public final class AudienceMembers {
    private final Organization organization;

    public AudienceMembers(Organization organization) {
        this.organization = organization;
    }

    /** Everybody who is in the audience now and can be reached. */
    public List<Member> in(Audience audience) {
        return in(audience, organization.reachable(audience.roles(), audience.level()));
    }

    /** Everybody who is in the audience now, whether a message can reach them or not. */
    public List<Member> all(Audience audience) {
        return in(audience, organization.members(audience.roles(), audience.level()));
    }

    /** Whether somebody is in the audience now. */
    public boolean belongs(Person person, Audience audience) {
        return audience.roles().contains(person.role())
                && organization
                        .member(person.id())
                        .filter(member -> audience.level()
                                .map(member.level()::equalsIgnoreCase)
                                .orElse(true))
                        .isPresent()
                && counts(person.unit(), audience);
    }

    /** When a member came: what was due before is none of theirs. */
    public Instant since(Person person) {
        return organization.member(person.id()).map(Member::since).orElse(Instant.EPOCH);
    }

    /** A member who can be reached. */
    public Optional<Member> member(long id) {
        return organization.reachable(id);
    }

    /** The leads of all units who can be reached. */
    public List<Member> leads() {
        return organization.reachable(EnumSet.of(Role.LEAD), Optional.empty());
    }

    /** Those of the office, administrators among them, who can be reached. */
    public List<Member> office() {
        return organization.reachable(EnumSet.of(Role.OFFICE, Role.ADMINISTRATOR), Optional.empty());
    }

    /** A unit by its code. */
    public Optional<UnitRef> unit(String code) {
        return organization.unit(code);
    }

    private List<Member> in(Audience audience, List<Member> members) {
        // Asks once for each unit: there are many members to one.
        Map<String, Boolean> known = new HashMap<>();
        Predicate<String> counts = unit -> known.computeIfAbsent(unit, code -> counts(code, audience));
        return members.stream().filter(member -> counts.test(member.unit())).toList();
    }

    private boolean counts(String unit, Audience audience) {
        boolean any = audience.units().isEmpty() && audience.under().isEmpty();
        return any
                || audience.units().contains(unit)
                || audience.under().stream().anyMatch(above -> organization.isWithin(unit, above));
    }
}
