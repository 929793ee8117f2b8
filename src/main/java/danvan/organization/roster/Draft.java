package danvan.organization.roster;

import danvan.text.Problem;
import java.util.List;

/**
 * What a workbook would change, or what is wrong with it.
 *
 * @param changes units before those below them
 * @param known rows of people who were invited by name already, or have come: nothing is to be done for them
 * @param problems where there are any, nothing is to be changed
 */
record Draft(List<Change> changes, int known, List<Problem> problems) {
    Draft {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    <T extends Change> List<T> of(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
