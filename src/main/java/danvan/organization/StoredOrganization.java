package danvan.organization;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.text.Language;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The members and units of the database. */
public final class StoredOrganization implements Organization {
    private final Units units;
    private final Members members;
    private final Language otherwise;
    private final Supplier<LocalDate> today;

    /**
     * The organization.
     *
     * @param otherwise the language of those who chose none
     */
    public StoredOrganization(Units units, Members members, Language otherwise, Supplier<LocalDate> today) {
        this.units = units;
        this.members = members;
        this.otherwise = otherwise;
        this.today = today;
    }

    @Override
    public Optional<UnitRef> unit(String code) {
        return units.find(code).map(StoredOrganization::ref);
    }

    @Override
    public List<UnitRef> within(String unit) {
        return units.within(unit).stream().map(StoredOrganization::ref).toList();
    }

    @Override
    public List<UnitRef> below(String unit) {
        return units.below(unit, today.get()).stream()
                .map(StoredOrganization::ref)
                .toList();
    }

    @Override
    public List<UnitRef> upwards(String unit) {
        return units.upwards(unit).stream().map(StoredOrganization::ref).toList();
    }

    @Override
    public boolean isWithin(String unit, String above) {
        return units.isWithin(unit, above);
    }

    @Override
    public boolean isLevel(String name) {
        return !levels(Optional.of(name)).isEmpty();
    }

    @Override
    public String called(long member) {
        return members.name(member);
    }

    @Override
    public Optional<Member> member(long id) {
        return members.listed(id).map(this::member);
    }

    @Override
    public List<Member> members(Set<Role> roles, Optional<String> level) {
        Set<Unit.Level> levels = levels(level);
        // A level that is not known is nobody's.
        return levels.isEmpty() || roles.isEmpty()
                ? List.of()
                : members.all(roles, levels).stream().map(this::member).toList();
    }

    private Member member(Members.Listed listed) {
        Person person = listed.person();
        return new Member(
                person.id(),
                person.name(),
                person.role(),
                person.unit(),
                listed.level().name().toLowerCase(Locale.ROOT),
                person.language().orElse(otherwise),
                listed.since(),
                listed.address());
    }

    private static Set<Unit.Level> levels(Optional<String> name) {
        Set<Unit.Level> levels = EnumSet.noneOf(Unit.Level.class);
        Stream.of(Unit.Level.values())
                .filter(level -> name.map(level.name()::equalsIgnoreCase).orElse(true))
                .forEach(levels::add);
        return levels;
    }

    private static UnitRef ref(Unit unit) {
        return new UnitRef(unit.code(), unit.name(), unit.level().name().toLowerCase(Locale.ROOT), unit.parent());
    }
}
