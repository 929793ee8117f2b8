package danvan.report.period;

import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Who issues the report of which unit: what the settings say, else what the unit's name tells.
 *
 * @param organization the units, their names and who is above whom
 * @param party by the unit's code
 * @param state by the unit's code
 */
public record Issuers(Organization organization, Map<String, Issuer> party, Map<String, Issuer> state) {
    public Issuers {
        party = Map.copyOf(party);
        state = Map.copyOf(state);
    }

    /** Nothing is set. */
    static Issuers toldByNames(Organization organization) {
        return new Issuers(organization, Map.of(), Map.of());
    }

    Issuer ofParty(String unit, LocalDate day) {
        Issuer set = party.get(unit);
        return set != null ? set : Issuer.ofParty(organization.nameOf(unit), day);
    }

    Issuer ofState(String unit) {
        Issuer set = state.get(unit);
        if (set != null) {
            return set;
        }
        Optional<UnitRef> above = organization.above(unit);
        Issuer told = Issuer.ofState(organization.nameOf(unit), above.map(UnitRef::name));
        // The committee above may be set where this one is not.
        Issuer setAbove = above.map(place -> state.get(place.code())).orElse(null);
        return setAbove == null ? told : new Issuer(setAbove.organ(), told.organ(), told.symbol());
    }
}
