package danvan.report.store;

import danvan.report.MonthSpan;
import java.util.Optional;
import java.util.Set;

/**
 * Which reports; withdrawn ones are never among them.
 *
 * @param forms empty for those of every form
 * @param months those whose period lies within them; empty for those of all times
 * @param units those that count
 * @param upTo the number of the last one; later ones came in while the file was being made
 */
public record ReportQuery(Set<String> forms, Optional<MonthSpan> months, Set<String> units, long upTo) {
    public ReportQuery {
        forms = Set.copyOf(forms);
        units = Set.copyOf(units);
    }

    public ReportQuery of(String form) {
        return new ReportQuery(Set.of(form), months, units, upTo);
    }
}
