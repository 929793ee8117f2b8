package danvan.desk.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which reports somebody wants to see, and in which order; what is empty does not count.
 *
 * @param states names of {@link State}
 * @param period as people or forms write it, such as {@code 2024-Q1}
 * @param unit a unit's code
 * @param below whether the units below it count too
 * @param nil whether there was something to report
 * @param words typed, to be found in the answers
 * @param choice an answer that is chosen, as {@code path=value}; of a form only
 * @param sort the name of a fixed column, such as {@code receipt} or {@code submitted}, or the path of an answer
 */
public record ReportFilter(
        Set<State> states,
        Optional<String> form,
        Optional<String> version,
        Optional<String> period,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> unit,
        boolean below,
        Optional<Long> reporter,
        Assigned assigned,
        Optional<Long> assignee,
        boolean urgent,
        Optional<Boolean> nil,
        boolean withFiles,
        List<String> words,
        Optional<String> choice,
        String sort,
        boolean up) {

    /** What became of a report. */
    public enum State {
        RECEIVED,
        IN_REVIEW,
        RESOLVED,
        RETURNED,
        WITHDRAWN
    }

    /** Who has it. */
    public enum Assigned {
        ANYBODY,
        NOBODY,
        /** The member that {@code assignee} names. */
        SOMEBODY
    }

    public ReportFilter {
        states = Set.copyOf(states);
        words = List.copyOf(words);
    }
}
