package danvan.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Picks, of periods that overlap, those whose reports are added up: a month counts once. */
public final class DisjointPeriods {
    private DisjointPeriods() {}

    /**
     * Some of the periods, no two of which share a month. Together they cover as many months as any such choice does, in as
     * long periods as there are: of a quarter, its half-year and the year it is the year; of the first half-year, the first
     * nine months and the second half-year it is both half-years.
     */
    public static Set<Period> of(Collection<Period> periods) {
        List<Period> sorted = periods.stream()
                .distinct()
                .sorted(Comparator.comparing((Period period) -> period.months().to())
                        .thenComparing(period -> period.months().from()))
                .toList();
        List<Choice> best = new ArrayList<>(List.of(new Choice(List.of(), 0, 0)));
        for (Period period : sorted) {
            Choice without = best.get(best.size() - 1);
            Choice with = best.get(endedBefore(sorted, period.months().from())).and(period);
            best.add(Choice.ORDER.compare(with, without) > 0 ? with : without);
        }
        return Set.copyOf(best.get(best.size() - 1).periods());
    }

    /** How many of the periods, which are sorted by their end, end before a month. */
    private static int endedBefore(List<Period> sorted, YearMonth month) {
        int ended = 0;
        while (ended < sorted.size() && sorted.get(ended).months().to().isBefore(month)) {
            ended++;
        }
        return ended;
    }

    /** Periods that do not overlap. The squares of their lengths add up to more the longer the single ones are. */
    private record Choice(List<Period> periods, long months, long squares) {
        static final Comparator<Choice> ORDER =
                Comparator.comparingLong(Choice::months).thenComparingLong(Choice::squares);

        Choice and(Period period) {
            List<Period> more = new ArrayList<>(periods);
            more.add(period);
            long length = period.months().length();
            return new Choice(more, months + length, squares + length * length);
        }
    }
}
