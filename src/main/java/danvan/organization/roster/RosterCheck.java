package danvan.organization.roster;

import danvan.chat.Person;
import danvan.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a workbook would change in the units and members as they are. */
final class RosterCheck {
    private final Sheets sheets;

    RosterCheck(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * Checks a workbook as a whole.
     *
     * @param by who sends it
     */
    Draft check(RosterReader.Written written, State state, Person by, LocalDate today) {
        List<Problem> problems = new ArrayList<>(written.problems());
        UnitCheck units = new UnitCheck(sheets, state.units(), today, problems);
        List<Change> changes = new ArrayList<>(units.check(written.units()));
        UnitNames names = new UnitNames(units.after().values());
        state.units()
                .forEach((code, unit) ->
                        names.alsoCalled(unit.name(), units.after().getOrDefault(code, unit)));
        MemberCheck members = new MemberCheck(sheets, state, names, by, today, problems);
        changes.addAll(members.check(written.members()));
        return new Draft(problems.isEmpty() ? changes : List.of(), members.known(), problems);
    }
}
