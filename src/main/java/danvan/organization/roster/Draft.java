package danvan.organization.roster;

import danvan.workbook.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What a workbook would change, or what is wrong with it.
 *
 * @param changes units before those below them
 * @param known rows of people who were invited by name already, or have come: nothing is to be done for them
 * @param faults where there are any, nothing is to be changed
 */
public record Draft(List<Change> changes, int known, List<Fault> faults) {
    public Draft {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    <T extends Change> List<T> of(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The same for the same changes: short, for a button, to know whether they still are what was shown. */
    String mark() {
        return UUID.nameUUIDFromBytes(changes.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
