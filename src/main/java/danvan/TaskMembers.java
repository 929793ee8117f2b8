package danvan;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.organization.Members;
import danvan.organization.People;
import danvan.organization.Unit;
import danvan.task.Audience;
import danvan.task.OrgUnit;
import danvan.task.Recipient;
import danvan.task.Teammate;
import danvan.text.Language;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the tasks ask people and units. */
final class TaskMembers implements danvan.task.Members {
    private final People people;
    private final Language otherwise;

    /**
     * The members.
     *
     * @param otherwise the language of those who chose none
     */
    TaskMembers(People people, Language otherwise) {
        this.people = people;
        this.otherwise = otherwise;
    }

    @Override
    public List<Recipient> in(Audience audience) {
        Predicate<String> counts = counting(audience);
        return reachable(audience.roles(), levels(audience)).stream()
                .filter(member -> counts.test(member.person().unit()))
                .map(this::recipient)
                .toList();
    }

    @Override
    public List<Teammate> all(Audience audience) {
        Predicate<String> counts = counting(audience);
        return people.members().all(audience.roles(), levels(audience)).stream()
                .filter(member -> counts.test(member.person().unit()))
                .map(member -> new Teammate(
                        member.person().id(),
                        member.person().name(),
                        member.person().unit(),
                        member.reachable(),
                        member.since()))
                .toList();
    }

    @Override
    public Instant since(Person person) {
        return people.members().since(person.id());
    }

    /** Asks once for each unit: there are many members to one. */
    private Predicate<String> counting(Audience audience) {
        Map<String, Boolean> known = new HashMap<>();
        return unit -> known.computeIfAbsent(unit, code -> counts(code, audience));
    }

    @Override
    public boolean belongs(Person person, Audience audience) {
        return audience.roles().contains(person.role())
                && people.units()
                        .find(person.unit())
                        .filter(unit -> levels(audience).contains(unit.level()))
                        .isPresent()
                && counts(person.unit(), audience);
    }

    @Override
    public Optional<Recipient> member(long id) {
        return reachable(EnumSet.allOf(Role.class), EnumSet.allOf(Unit.Level.class)).stream()
                .filter(member -> member.person().id() == id)
                .map(this::recipient)
                .findFirst();
    }

    @Override
    public List<Recipient> leads() {
        return with(EnumSet.of(Role.LEAD));
    }

    @Override
    public List<Recipient> office() {
        return with(EnumSet.of(Role.OFFICE, Role.ADMINISTRATOR));
    }

    @Override
    public Optional<OrgUnit> unit(String code) {
        return people.units().find(code).map(unit -> new OrgUnit(unit.code(), unit.name(), unit.parent()));
    }

    private boolean counts(String unit, Audience audience) {
        boolean any = audience.units().isEmpty() && audience.under().isEmpty();
        return any
                || audience.units().contains(unit)
                || audience.under().stream().anyMatch(above -> people.units().isWithin(unit, above));
    }

    private List<Recipient> with(Set<Role> roles) {
        return reachable(roles, EnumSet.allOf(Unit.Level.class)).stream()
                .map(this::recipient)
                .toList();
    }

    private List<Members.Reachable> reachable(Set<Role> roles, Set<Unit.Level> levels) {
        return people.members().reachable(roles, levels);
    }

    private Recipient recipient(Members.Reachable member) {
        Person person = member.person();
        return new Recipient(
                person.id(), member.address(), person.language().orElse(otherwise), person.name(), person.unit());
    }

    /** A level that is not known is nobody's. */
    private static Set<Unit.Level> levels(Audience audience) {
        Set<Unit.Level> levels = EnumSet.noneOf(Unit.Level.class);
        for (Unit.Level level : Unit.Level.values()) {
            if (audience.level()
                    .map(named -> named.toUpperCase(Locale.ROOT).equals(level.name()))
                    .orElse(true)) {
                levels.add(level);
            }
        }
        return levels;
    }
}
