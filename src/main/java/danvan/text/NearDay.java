package danvan.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day past or to come, folded: {@code hom qua}, {@code sang nay}, {@code 3 ngay truoc}, {@code thu 6 tuan truoc}, {@code
 * thu ba ngay 2/1}. A weekday alone could be the last or the next, and so is none; one that contradicts its date is none.
 */
final class NearDay {
    private static final Map<String, Integer> PAST = Map.ofEntries(
            Map.entry("nay", 0),
            Map.entry("hom qua", -1),
            Map.entry("qua", -1),
            Map.entry("dun", -1),
            Map.entry("yesterday", -1),
            Map.entry("hom kia", -2),
            Map.entry("evvelsi gun", -2),
            Map.entry("onceki gun", -2),
            Map.entry("day before yesterday", -2),
            Map.entry("the day before yesterday", -2));
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    /** A part of the day before a word that names the day; "mai" and "mot" are tomorrow and after it. */
    private static final Pattern PART_OF =
            Pattern.compile("(?:sang som|rang sang|sang|trua|chieu|toi|dem|this morning|sabah|aksam|last night)"
                    + "(?: (hom nay|hom qua|hom kia|nay|qua|mai|ngay mai|mot|ngay kia))?");

    private static final Map<String, Integer> PARTS_ALONE = Map.of("this morning", 0, "last night", -1);

    private static final Pattern AGO = Pattern.compile(DayWords.NUMBER
            + " (ngay|hom|tuan|gun|hafta|days?|weeks?) (?:truoc|once|ago)|cach day "
            + DayWords.NUMBER
            + " (ngay|hom|tuan)(?: truoc)?");
    private static final Pattern AHEAD = Pattern.compile(DayWords.NUMBER
            + " (ngay|hom|tuan|gun|hafta|days?|weeks?) (?:nua|toi|sonra|from now)|(?:in|sau) "
            + DayWords.NUMBER
            + " (ngay|tuan|days?|weeks?)");
    private static final Pattern LAST_WEEK = Pattern.compile(
            DayWords.WEEKDAY + " (?:tuan truoc|last week)|(?:gecen|gecen hafta|last) " + DayWords.WEEKDAY);
    private static final Pattern THIS_WEEK =
            Pattern.compile(DayWords.WEEKDAY + " (?:tuan nay|this week)|(?:bu|bu hafta|this) " + DayWords.WEEKDAY);
    private static final Pattern NEXT_WEEK = Pattern.compile(DayWords.WEEKDAY
            + " (?:tuan (?:sau|toi)|next week)|(?:next|gelecek|gelecek hafta|onumuzdeki|haftaya) "
            + DayWords.WEEKDAY);
    private static final Pattern WEEKDAY_AND_DATE =
            Pattern.compile(DayWords.WEEKDAY + ",? ((?:ngay )?\\d.{2,40}|hom (?:nay|qua|kia)|ngay mai)");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})((?:19|20)\\d{2})");

    private NearDay() {}

    static Optional<LocalDate> of(String folded, LocalDate today) {
        return Stream.<Optional<LocalDate>>of(named(folded, today), counted(folded, today), inWeek(folded, today))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> dated(folded, today))
                .filter(day -> day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR);
    }

    private static Optional<LocalDate> named(String folded, LocalDate today) {
        Matcher part = PART_OF.matcher(folded);
        String day = part.matches() && part.group(1) != null ? part.group(1) : folded;
        @Nullable Integer days = DayWords.TO_COME.getOrDefault(day, PAST.getOrDefault(day, PARTS_ALONE.get(day)));
        return Optional.ofNullable(days).map(today::plusDays);
    }

    private static Optional<LocalDate> counted(String folded, LocalDate today) {
        Matcher ago = AGO.matcher(folded);
        if (ago.matches()) {
            return Optional.of(today.minus(count(ago), unit(ago)));
        }
        Matcher ahead = AHEAD.matcher(folded);
        return ahead.matches() ? Optional.of(today.plus(count(ahead), unit(ahead))) : Optional.empty();
    }

    private static int count(Matcher is) {
        return DayWords.count(is.group(1) == null ? is.group(3) : is.group(1));
    }

    private static ChronoUnit unit(Matcher is) {
        String unit = is.group(2) == null ? is.group(4) : is.group(2);
        return unit.matches("tuan|hafta|weeks?") ? ChronoUnit.WEEKS : ChronoUnit.DAYS;
    }

    /** The week begins on Monday, as everywhere here. */
    private static Optional<LocalDate> inWeek(String folded, LocalDate today) {
        return weekday(LAST_WEEK, folded, today.minusWeeks(1))
                .or(() -> weekday(THIS_WEEK, folded, today))
                .or(() -> weekday(NEXT_WEEK, folded, today.plusWeeks(1)));
    }

    private static Optional<LocalDate> weekday(Pattern pattern, String folded, LocalDate week) {
        Matcher is = pattern.matcher(folded);
        return is.matches()
                ? Optional.of(week.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .with(DayWords.weekday(DayWords.first(is))))
                : Optional.empty();
    }

    private static Optional<LocalDate> dated(String folded, LocalDate today) {
        Matcher both = WEEKDAY_AND_DATE.matcher(folded);
        if (both.matches()) {
            return of(both.group(2), today).filter(day -> day.getDayOfWeek() == DayWords.weekday(both.group(1)));
        }
        Matcher digits = DIGITS.matcher(folded);
        return digits.matches()
                ? RelativeDays.day(digits.group(3), digits.group(2), digits.group(1))
                : CalendarDay.of(folded).flatMap(day -> day.nearest(today));
    }
}
