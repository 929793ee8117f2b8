package danvan.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A day of the calendar as it was typed, folded: {@code 20/12}, {@code 20-12-24}, {@code ngay 20 thang 12 nam 2024},
 * {@code 2024-12-20}, {@code 20 aralik}, {@code december 20}. It need not exist.
 */
record CalendarDay(String day, String month, Optional<String> year) {
    private static final List<String> MONTHS = List.of(
            "jan(?:uary)?|oca(?:k)?",
            "feb(?:ruary)?|sub(?:at)?",
            "mar(?:ch|t)?",
            "apr(?:il)?|nis(?:an)?",
            "may(?:is)?",
            "june?|haz(?:iran)?",
            "july?|tem(?:muz)?",
            "aug(?:ust)?|agu(?:stos)?",
            "sept?(?:ember)?|eyl(?:ul)?",
            "oct(?:ober)?|eki(?:m)?",
            "nov(?:ember)?|kas(?:im)?",
            "dec(?:ember)?|ara(?:lik)?");
    /** The name of a month, as a group. */
    static final String MONTH = "(" + String.join("|", MONTHS) + ")";

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:ngay |mung |mong )?(\\d{1,2})(?: thang |[/.-]| )(\\d{1,2})(?:(?: nam |[/.-])(\\d{4}|\\d{2})| (\\d{4}))?");
    private static final Pattern DAY_AND_NAME =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "(?:[ ,/.-]+(\\d{4}))?");
    private static final Pattern NAME_AND_DAY =
            Pattern.compile(MONTH + " (\\d{1,2})(?:st|nd|rd|th)?(?:[ ,]+(\\d{4}))?");

    static Optional<CalendarDay> of(String folded) {
        Matcher yearFirst = YEAR_FIRST.matcher(folded);
        if (yearFirst.matches()) {
            return Optional.of(
                    new CalendarDay(yearFirst.group(3), yearFirst.group(2), Optional.of(yearFirst.group(1))));
        }
        Matcher dayFirst = DAY_FIRST.matcher(folded);
        if (dayFirst.matches()) {
            return Optional.of(new CalendarDay(
                    dayFirst.group(1),
                    dayFirst.group(2),
                    Optional.ofNullable(dayFirst.group(3))
                            .map(year -> year.length() == 2 ? "20" + year : year)
                            .or(() -> Optional.ofNullable(dayFirst.group(4)))));
        }
        Matcher named = DAY_AND_NAME.matcher(folded);
        if (named.matches()) {
            return Optional.of(
                    new CalendarDay(named.group(1), month(named.group(2)), Optional.ofNullable(named.group(3))));
        }
        Matcher nameFirst = NAME_AND_DAY.matcher(folded);
        return nameFirst.matches()
                ? Optional.of(new CalendarDay(
                        nameFirst.group(2), month(nameFirst.group(1)), Optional.ofNullable(nameFirst.group(3))))
                : Optional.empty();
    }

    /** The number of a month that has a name. */
    static String month(String name) {
        return Integer.toString(DayWords.place(MONTHS, name) + Month.JANUARY.getValue());
    }

    /** Without a year, the one that brings the day closest to today. */
    Optional<LocalDate> nearest(LocalDate today) {
        return year.isPresent()
                ? RelativeDays.day(year.get(), month, day)
                : IntStream.rangeClosed(-1, 1)
                        .mapToObj(years -> RelativeDays.day(Integer.toString(today.getYear() + years), month, day))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingLong(found -> Math.abs(ChronoUnit.DAYS.between(today, found))));
    }
}
