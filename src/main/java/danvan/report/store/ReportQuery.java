package danvan.report.store;

import danvan.report.MonthSpan;
import java.util.Optional;
import java.util.Set;

/**
 * Which reports; withdrawn ones are never among them, unless criteria ask for them.
 *
 * @param forms empty for those of every form
 * @param months those whose period lies within them; empty for those of all times
 * @param units those that count
 * @param criteria in the place of the units; what they find, withdrawn ones too
 * @param upTo the number of the last one; later ones came in while the file was being made
 */
public record ReportQuery(
        Set<String> forms,
        Optional<MonthSpan> months,
        Set<String> units,
        long upTo,
        Optional<ReportCriteria> criteria) {
    public ReportQuery {
        forms = Set.copyOf(forms);
        units = Set.copyOf(units);
    }

    public ReportQuery(Set<String> forms, Optional<MonthSpan> months, Set<String> units, long upTo) {
        this(forms, months, units, upTo, Optional.empty());
    }

    /** Exactly those that criteria find. */
    public static ReportQuery exactly(ReportCriteria criteria, long upTo) {
        return new ReportQuery(Set.of(), Optional.empty(), Set.of(), upTo, Optional.of(criteria));
    }

    public ReportQuery of(String form) {
        return new ReportQuery(Set.of(form), months, units, upTo, criteria);
    }

    boolean counts(String unit) {
        return criteria.isPresent() || units.contains(unit);
    }
}
