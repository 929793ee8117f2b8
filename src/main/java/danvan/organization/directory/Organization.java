package danvan.organization.directory;

import danvan.chat.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The members and units, as every feature may ask for them. Implementations are safe for use by several threads. */
public interface Organization {

    /** A unit by its code, whether or not it still exists. */
    Optional<UnitRef> unit(String code);

    /** The unit and those anywhere below it, whether or not they still exist, parents first. */
    List<UnitRef> within(String unit);

    /** The units directly below that exist today. */
    List<UnitRef> below(String unit);

    /** The unit itself and those above it, the nearest first. */
    List<UnitRef> upwards(String unit);

    /** Whether units may be of a level of this name, in whatever case. */
    boolean isLevel(String name);

    /** What a member is called, whether or not they have left; empty where there never was one. */
    String called(long member);

    /** A member who has not left. */
    Optional<Member> member(long id);

    /**
     * Everybody who has not left, by number, whether a message can reach them or not.
     *
     * @param level the level of their units; empty for any
     */
    List<Member> members(Set<Role> roles, Optional<String> level);

    /** Those of {@link #members} whom a message can reach. */
    default List<Member> reachable(Set<Role> roles, Optional<String> level) {
        return members(roles, level).stream().filter(Member::reachable).toList();
    }

    /** Those of these roles in a unit and anywhere below it whom a message can reach, by number. */
    default List<Member> reachableWithin(String unit, Set<Role> roles) {
        return reachableOf(codesWithin(unit), roles);
    }

    /** Those of these roles in a unit and in those above it whom a message can reach, by number. */
    default List<Member> reachableAbove(String unit, Set<Role> roles) {
        return reachableOf(codes(upwards(unit)), roles);
    }

    private List<Member> reachableOf(Set<String> units, Set<Role> roles) {
        return reachable(roles, Optional.empty()).stream()
                .filter(member -> units.contains(member.unit()))
                .toList();
    }

    /** The codes of the units {@link #within} a unit. */
    default Set<String> codesWithin(String unit) {
        return codes(within(unit));
    }

    private static Set<String> codes(List<UnitRef> units) {
        return units.stream().map(UnitRef::code).collect(Collectors.toSet());
    }

    /** The unit directly above. */
    default Optional<UnitRef> above(String unit) {
        return upwards(unit).stream().skip(1).findFirst();
    }

    /** A member whom a message can reach. */
    default Optional<Member> reachable(long member) {
        return member(member).filter(Member::reachable);
    }

    /** The name of a unit as people read it; its code where there is none. */
    default String nameOf(String unit) {
        return unit(unit).map(UnitRef::name).orElse(unit);
    }

    /** Whether a unit is another or lies anywhere below it. */
    default boolean isWithin(String unit, String above) {
        return upwards(unit).stream().anyMatch(one -> one.code().equals(above));
    }
}
