package danvan.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Months in a row, such as a {@link Period} or the part of a year up to its end.
 *
 * @param to the last one
 */
public record MonthSpan(YearMonth from, YearMonth to) {
    public MonthSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    public boolean holds(MonthSpan other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** How many months they are. */
    public long length() {
        return ChronoUnit.MONTHS.between(from, to) + 1;
    }

    public LocalDate firstDay() {
        return from.atDay(1);
    }

    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    public Instant start(ZoneId zone) {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant end(ZoneId zone) {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The codes of all periods that lie within these months. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            for (Period period : Period.ofYear(year)) {
                if (holds(period.months())) {
                    codes.add(period.code());
                }
            }
        }
        return codes;
    }
}
