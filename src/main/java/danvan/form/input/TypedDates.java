package danvan.form.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Dates as people type them, the day first: {@code 15/10}, {@code 15-10-2024}, {@code 15.10.24}, {@code 2024-10-15},
 * {@code ngày 15 tháng 10}, {@code hôm qua}, {@code dün}, {@code 3 days ago}.
 */
final class TypedDates {
    private static final Map<String, Integer> DAYS_FROM_TODAY = Map.ofEntries(
            Map.entry("hom nay", 0),
            Map.entry("nay", 0),
            Map.entry("bugun", 0),
            Map.entry("today", 0),
            Map.entry("hom qua", -1),
            Map.entry("qua", -1),
            Map.entry("dun", -1),
            Map.entry("yesterday", -1),
            Map.entry("hom kia", -2),
            Map.entry("evvelsi gun", -2),
            Map.entry("onceki gun", -2),
            Map.entry("day before yesterday", -2),
            Map.entry("ngay mai", 1),
            Map.entry("mai", 1),
            Map.entry("yarin", 1),
            Map.entry("tomorrow", 1));
    private static final Pattern DAYS_AGO =
            Pattern.compile("(?:cach day )?(\\d{1,4}) (?:ngay(?: truoc)?|gun once|days? ago)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:ngay )?(\\d{1,2})(?: thang |[/.\\- ])(\\d{1,2})(?:(?: nam |[/.\\- ])(\\d{4}|\\d{2}))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})");
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    private static final int LONGEST = 60;

    private TypedDates() {}

    static Optional<LocalDate> date(String typed, LocalDate today) {
        var text = (typed.length() > LONGEST ? TextFolding.of(typed) : PoliteWords.stripped(typed))
                .replaceAll(" ?([/.-]) ?", "$1");
        var named = DAYS_FROM_TODAY.get(text);
        if (named != null) {
            return Optional.of(today.plusDays(named));
        }
        var ago = DAYS_AGO.matcher(text);
        if (ago.matches() && (text.contains("truoc") || text.contains("cach") || !text.contains("ngay"))) {
            return Optional.of(today.minusDays(Integer.parseInt(ago.group(1))));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return valid(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        var dayFirst = DAY_FIRST.matcher(text);
        if (!dayFirst.matches()) {
            return Optional.empty();
        }
        var year = dayFirst.group(3);
        if (year == null) {
            return nearest(dayFirst.group(1), dayFirst.group(2), today);
        }
        return valid(year.length() == 2 ? "20" + year : year, dayFirst.group(2), dayFirst.group(1));
    }

    /** Without a year, the one that brings the day closest to today: in January, 15/10 is last October. */
    private static Optional<LocalDate> nearest(String day, String month, LocalDate today) {
        return IntStream.rangeClosed(-1, 1)
                .mapToObj(i -> valid(Year.of(today.getYear() + i).toString(), month, day))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(d -> Math.abs(ChronoUnit.DAYS.between(today, d))));
    }

    private static Optional<LocalDate> valid(String year, String month, String day) {
        try {
            int y = Integer.parseInt(year);
            return y < EARLIEST_YEAR || y > LATEST_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
