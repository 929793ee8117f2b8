package danvan.organization.directory;

import danvan.chat.Address;
import danvan.chat.Role;
import danvan.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An organization whose members and units a test makes up; each unit is its own, until one is put below another. */
public class MadeUpOrganization implements Organization {
    private static final List<String> LEVELS = List.of("province", "district", "commune", "village");

    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final Map<String, UnitRef> units = new LinkedHashMap<>();

    /** A member of a commune whom a message can reach at a chat of the member's number. */
    public MadeUpOrganization with(long id, String name, Role role, String unit) {
        members.put(
                id,
                new Member(
                        id,
                        name,
                        role,
                        unit,
                        "commune",
                        Language.VI,
                        Instant.EPOCH,
                        Optional.of(new Address("test", Long.toString(id)))));
        return this;
    }

    public MadeUpOrganization with(UnitRef unit) {
        units.put(unit.code(), unit);
        return this;
    }

    @Override
    public Optional<UnitRef> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    @Override
    public List<UnitRef> within(String unit) {
        List<UnitRef> within = new ArrayList<>();
        within.add(unit(unit).orElseGet(() -> new UnitRef(unit, unit, "commune", Optional.empty())));
        below(unit).forEach(one -> within.addAll(within(one.code())));
        return within;
    }

    @Override
    public List<UnitRef> below(String unit) {
        return units.values().stream()
                .filter(one -> one.above().filter(unit::equals).isPresent())
                .toList();
    }

    @Override
    public List<UnitRef> upwards(String unit) {
        List<UnitRef> chain = new ArrayList<>();
        Optional<UnitRef> at = unit(unit).or(() -> Optional.of(new UnitRef(unit, unit, "commune", Optional.empty())));
        while (at.filter(one -> !chain.contains(one)).isPresent()) {
            chain.add(at.get());
            at = at.get().above().flatMap(this::unit);
        }
        return chain;
    }

    @Override
    public boolean isLevel(String name) {
        return LEVELS.stream().anyMatch(name::equalsIgnoreCase);
    }

    @Override
    public String called(long member) {
        return member(member).map(Member::name).orElse("");
    }

    @Override
    public Optional<Member> member(long id) {
        return members(Set.of(Role.values()), Optional.empty()).stream()
                .filter(member -> member.id() == id)
                .findFirst();
    }

    @Override
    public List<Member> members(Set<Role> roles, Optional<String> level) {
        return all().stream()
                .filter(member -> roles.contains(member.role()))
                .filter(member -> level.map(member.level()::equalsIgnoreCase).orElse(true))
                .toList();
    }

    /** Everybody, by number. */
    protected List<Member> all() {
        return List.copyOf(members.values());
    }
}
