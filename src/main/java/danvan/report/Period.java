package danvan.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report is for: a month, a quarter, a half-year, the first nine months, or a year.
 *
 * @param number counts the periods of its kind within the year, from 1
 */
public record Period(Kind kind, int year, int number) {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:[-/. ]?([QHqh][1-4]|9[Mm]|\\d{1,2}))?");
    private static final Pattern YEAR_LAST = Pattern.compile("([QHqh][1-4]|9[Mm]|\\d{1,2})[-/. ](\\d{4})");

    /** How long a period is. */
    public enum Kind {
        MONTH(1),
        QUARTER(3),
        HALF(6),
        /** The first nine months; the last three are a quarter. */
        NINE_MONTHS(9),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }

        private int inAYear() {
            return 12 / months;
        }
    }

    public Period {
        if (number < 1 || number > kind.inAYear()) {
            throw new IllegalArgumentException("a year has no " + kind + " " + number);
        }
    }

    /**
     * The period of a code, or as people type it: {@code 2024-03}, {@code 2024-Q1}, {@code 2024-H1}, {@code 2024-9M},
     * {@code 2024}, {@code 3/2024}, {@code q1/2024}.
     */
    public static Optional<Period> of(String text) {
        String typed = text.strip();
        Matcher last = YEAR_LAST.matcher(typed);
        if (last.matches()) {
            return of(Integer.parseInt(last.group(2)), last.group(1));
        }
        Matcher first = YEAR_FIRST.matcher(typed);
        if (!first.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(first.group(1));
        return first.group(2) == null ? Optional.of(new Period(Kind.YEAR, year, 1)) : of(year, first.group(2));
    }

    private static Optional<Period> of(int year, String part) {
        Kind kind = switch (Character.toUpperCase(part.charAt(0))) {
            case 'Q' -> Kind.QUARTER;
            case 'H' -> Kind.HALF;
            default -> part.toUpperCase(Locale.ROOT).endsWith("M") ? Kind.NINE_MONTHS : Kind.MONTH;
        };
        int number = kind == Kind.NINE_MONTHS ? 1 : Integer.parseInt(kind == Kind.MONTH ? part : part.substring(1));
        return number < 1 || number > kind.inAYear() ? Optional.empty() : Optional.of(new Period(kind, year, number));
    }

    public static Period of(YearMonth month) {
        return new Period(Kind.MONTH, month.getYear(), month.getMonthValue());
    }

    /** The period of a kind in which a day lies; the first nine months also for the days behind them. */
    public static Period around(LocalDate day, Kind kind) {
        return new Period(kind, day.getYear(), Math.min(kind.inAYear(), (day.getMonthValue() - 1) / kind.months + 1));
    }

    /** Every period of a year. */
    static List<Period> ofYear(int year) {
        List<Period> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int number = 1; number <= kind.inAYear(); number++) {
                all.add(new Period(kind, year, number));
            }
        }
        return all;
    }

    /** As forms, columns and buttons write it. */
    public String code() {
        return String.format(Locale.ROOT, "%04d", year)
                + switch (kind) {
                    case MONTH -> String.format(Locale.ROOT, "-%02d", number);
                    case QUARTER -> "-Q" + number;
                    case HALF -> "-H" + number;
                    case NINE_MONTHS -> "-9M";
                    case YEAR -> "";
                };
    }

    public MonthSpan months() {
        YearMonth first = YearMonth.of(year, (number - 1) * kind.months + 1);
        return new MonthSpan(first, first.plusMonths(kind.months - 1L));
    }

    /** The year up to the end of this period. */
    public MonthSpan yearSoFar() {
        return new MonthSpan(YearMonth.of(year, 1), months().to());
    }

    /** The one of its kind before it; of the first nine months those of the year before. */
    public Period previous() {
        return number > 1 ? new Period(kind, year, number - 1) : new Period(kind, year - 1, kind.inAYear());
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
