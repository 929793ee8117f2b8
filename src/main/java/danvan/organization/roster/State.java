package danvan.organization.roster;

import danvan.organization.Invitations;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The units and members as they are, by code and by number.
 *
 * @param expected who was invited by name and has not come yet
 */
record State(Map<String, Unit> units, Map<Long, Roster.Entry> members, List<Invitations.Expected> expected) {

    static State of(Tx tx, Instant now) {
        Map<String, Unit> units = new LinkedHashMap<>();
        Units.all(tx).forEach(unit -> units.put(unit.code(), unit));
        Map<Long, Roster.Entry> members = new LinkedHashMap<>();
        Roster.all(tx).forEach(entry -> members.put(entry.person().id(), entry));
        return new State(units, members, Invitations.expected(tx, now));
    }
}
