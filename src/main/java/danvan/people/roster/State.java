package danvan.people.roster;

import danvan.chat.Person;
import danvan.people.Roster;
import danvan.people.Unit;
import danvan.people.Units;
import danvan.storage.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The units and members as they are, by code and by number. */
record State(Map<String, Unit> units, Map<Long, Roster.Entry> members) {

    static State of(Tx tx) {
        return of(Units.all(tx), Roster.all(tx));
    }

    static State of(List<Unit> units, List<Roster.Entry> members) {
        Map<String, Unit> byCode = new LinkedHashMap<>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        return new State(
                byCode,
                members.stream()
                        .collect(Collectors.toMap(
                                entry -> entry.person().id(),
                                Function.identity(),
                                (one, other) -> one,
                                LinkedHashMap::new)));
    }

    /** Who it is about, where there is such a member. */
    Map<Long, Person> people() {
        Map<Long, Person> people = new LinkedHashMap<>();
        members.forEach((number, entry) -> people.put(number, entry.person()));
        return people;
    }
}
