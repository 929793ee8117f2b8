package danvan.report.store;

import danvan.report.DisjointPeriods;
import danvan.report.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which reports go into a sum. A unit that has sent a form for a quarter and for the year that holds it has said the same
 * things twice: only its reports for {@linkplain DisjointPeriods periods that do not overlap} are added up.
 */
public final class CountedReports {
    private final Map<FormOfUnit, Set<Period>> counted = new HashMap<>();

    private record FormOfUnit(String form, String unit) {}

    /** For what a unit has sent a form, at least once. */
    record Sent(String form, String unit, Period period) {}

    CountedReports(List<Sent> sent) {
        Map<FormOfUnit, Set<Period>> all = new HashMap<>();
        sent.forEach(one -> all.computeIfAbsent(new FormOfUnit(one.form(), one.unit()), any -> new HashSet<>())
                .add(one.period()));
        all.forEach((key, periods) -> counted.put(key, DisjointPeriods.of(periods)));
    }

    /** Of these reports; one that says that there is nothing to report takes the place of no other. */
    public static CountedReports of(List<ReportPages.Entry> reports) {
        return new CountedReports(reports.stream()
                .filter(report -> !report.nil())
                .map(report -> new Sent(report.form(), report.unit(), report.period()))
                .toList());
    }

    /** Whether a report is added up. One without figures adds nothing, and is not left out either. */
    public boolean contains(ReportPages.Entry report) {
        return report.nil()
                || counted.getOrDefault(new FormOfUnit(report.form(), report.unit()), Set.of())
                        .contains(report.period());
    }
}
