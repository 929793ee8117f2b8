package danvan.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, a quarter, a half-year or a year.
 *
 * @param code {@code 2024-03}, {@code 2024-Q1}, {@code 2024-H1} or {@code 2024}
 * @param to its last day
 */
public record Period(String code, Kind kind, LocalDate from, LocalDate to) {
    private static final Pattern CODE =
            Pattern.compile("(\\d{4})(?:[-/. ]?(?:([Qq])([1-4])|([Hh])([12])|(\\d{1,2})))?");
    private static final Pattern TYPED_MONTH = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");

    public enum Kind {
        MONTH(1),
        QUARTER(3),
        HALF(6),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    /** The period of a code, or of a month as people type it ({@code 3/2024}). */
    public static Optional<Period> of(String text) {
        String typed = text.strip();
        Matcher month = TYPED_MONTH.matcher(typed);
        Matcher code = CODE.matcher(month.matches() ? month.group(2) + "-" + month.group(1) : typed);
        if (!code.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(code.group(1));
        if (code.group(2) != null) {
            return Optional.of(of(Kind.QUARTER, year, Integer.parseInt(code.group(3))));
        }
        if (code.group(4) != null) {
            return Optional.of(of(Kind.HALF, year, Integer.parseInt(code.group(5))));
        }
        if (code.group(6) == null) {
            return Optional.of(of(Kind.YEAR, year, 1));
        }
        int number = Integer.parseInt(code.group(6));
        return number < 1 || number > 12 ? Optional.empty() : Optional.of(of(Kind.MONTH, year, number));
    }

    /** The period of a kind in which a day lies. */
    public static Period around(LocalDate day, Kind kind) {
        return of(kind, day.getYear(), (day.getMonthValue() - 1) / kind.months + 1);
    }

    private static Period of(Kind kind, int year, int number) {
        YearMonth first = YearMonth.of(year, (number - 1) * kind.months + 1);
        String code = switch (kind) {
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", year, number);
            case QUARTER -> year + "-Q" + number;
            case HALF -> year + "-H" + number;
            case YEAR -> Integer.toString(year);
        };
        return new Period(
                code, kind, first.atDay(1), first.plusMonths(kind.months - 1L).atEndOfMonth());
    }

    /** The one of its kind before it. */
    public Period previous() {
        return around(from.minusDays(1), kind);
    }

    public Period year() {
        return around(from, Kind.YEAR);
    }

    /** Its number within the year, from 1. */
    public int number() {
        return (from.getMonthValue() - 1) / kind.months + 1;
    }

    /** Those around a day that a person would ask for, the latest first. */
    public static List<Period> offered(LocalDate today) {
        Period month = around(today, Kind.MONTH);
        Period quarter = around(today, Kind.QUARTER);
        Period half = around(today, Kind.HALF);
        Period year = around(today, Kind.YEAR);
        return List.of(
                month, month.previous(), quarter, quarter.previous(), half, half.previous(), year, year.previous());
    }
}
