package danvan.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day as people type it, the day of the month first: {@code 20/12}, {@code 20-12-24}, {@code ngày 20 tháng 12},
 * {@code 20 Aralık}, {@code 20 December}, {@code mai}, {@code thứ 6 tuần sau}, {@code cuối tháng}, {@code in two weeks}.
 * Of a day to come,
 * what does not say its year is the first such day after the deadline.
 */
public final class TypedDay {
    /** A day, and what was typed behind it. */
    public record Found(LocalDate day, String rest) {}

    private record Form(Pattern words, Function<MatchResult, Optional<LocalDate>> day) {}

    /** A day is said in no more words than these: "cho em xin lùi đến ngày 20 tháng 12 năm 2024". */
    private static final int MOST_WORDS = 12;

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?");
    private static final Pattern WORD = Pattern.compile("\\S+");
    /** Words that lead to a day and are none of it, in all languages. */
    private static final Pattern BEFORE =
            Pattern.compile("(?:(?:xin|cho|toi|em|minh|lui|doi|gia han|den|toi|truoc|vao|het(?= ngay)|until"
                    + "|till|to|by|on|before|extend) )++");
    /** Politeness behind a day is no word on it: "nhé", "ạ", "kadar". */
    private static final Pattern AFTER = Pattern.compile(
            "^(?:[\\s,;:.!?–-]*+(?<![\\p{L}\\p{M}\\p{N}_])(?:nhé|nhe|nha|ạ|được không|kadar|please|lütfen)(?!\\p{L}))*+[\\s,;:.!?–-]*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final String UNIT = "(ngay|hom|days?|gun|tuan|weeks?|hafta(?:ya)?|thang|months?|ay)";
    private static final String NEXT = "(?:next|gelecek|onumuzdeki|haftaya) ";

    private final RelativeDays days;
    private final List<Form> forms = List.of(
            form(
                    "(?:ngay |mung |mong )?(\\d{1,2}) thang (nay|sau|toi)",
                    is -> RelativeDays.inMonth(
                            days().today().plusMonths(is.group(2).equals("nay") ? 0 : 1), is.group(1))),
            form("(?:ngay|mung|mong|the) (\\d{1,2})(?:st|nd|rd|th)?", is -> days().dayOfMonth(is.group(1))),
            form(
                    String.join("|", DayWords.TO_COME.keySet()),
                    is -> Optional.of(days().today().plusDays(DayWords.TO_COME.getOrDefault(is.group(), 0)))),
            form(
                    DayWords.NUMBER + " " + UNIT + " (?:nua|sonra|icinde|from now)",
                    is -> after(days().today(), is, 1, 2)),
            form("(?:sau|in) " + DayWords.NUMBER + " " + UNIT, is -> after(days().today(), is, 1, 2)),
            form(
                    "(?:them )?" + DayWords.NUMBER + " (?:more )?" + UNIT + "(?: more| later| daha)?",
                    is -> after(days().start(), is, 1, 2)),
            form(
                    DayWords.WEEKDAY + "(?: (?:toi|nay))?|(?:this|bu) " + DayWords.WEEKDAY,
                    is -> Optional.of(
                            days().start().with(TemporalAdjusters.next(DayWords.weekday(DayWords.first(is)))))),
            form(
                    DayWords.WEEKDAY + " (?:tuan (?:sau|toi)|next week)|" + NEXT + DayWords.WEEKDAY,
                    is -> Optional.of(days().nextWeek(DayWords.weekday(DayWords.first(is))))),
            form("(?:dau tuan (?:sau|toi)|early next week)", is -> Optional.of(days().nextWeek(DayOfWeek.MONDAY))),
            form(
                    "(?:tuan (?:sau|toi)|next week|haftaya|gelecek hafta|onumuzdeki hafta)",
                    is -> Optional.of(days().nextWeek(DayOfWeek.FRIDAY))),
            form("(?:cuoi tuan (?:sau|toi)|next weekend)", is -> Optional.of(days().nextWeek(DayOfWeek.SUNDAY))),
            form(
                    "(?:cuoi tuan(?: nay)?|(?:this |the )?weekend|hafta sonu)",
                    is -> Optional.of(days().start().with(TemporalAdjusters.next(DayOfWeek.SUNDAY)))),
            form(
                    "(?:(?:cuoi|het) thang(?: nay)?|(?:the )?end of (?:the |this )?month|ay sonu)",
                    is -> days().end(days().start())),
            form(
                    "(?:(?:cuoi|het) thang (?:sau|toi)|(?:the )?end of next month|gelecek ay sonu)",
                    is -> days().end(days().today().plusMonths(1).withDayOfMonth(1))),
            form(
                    "dau thang (?:sau|toi)",
                    is -> Optional.of(days().today().plusMonths(1).withDayOfMonth(1))),
            form("(?:cuoi|het) thang (\\d{1,2})", is -> days().endOf(is.group(1))),
            form("(?:the )?end of " + CalendarDay.MONTH, is -> days().endOf(CalendarDay.month(is.group(1)))),
            form(CalendarDay.MONTH + " sonu", is -> days().endOf(CalendarDay.month(is.group(1)))));

    private TypedDay(RelativeDays days) {
        this.days = days;
    }

    /** The day that words begin with; empty where they begin with none. */
    public static Optional<Found> in(String words, LocalDate due, LocalDate today) {
        TypedDay typed = new TypedDay(new RelativeDays(due, today));
        List<Integer> ends = new ArrayList<>();
        Matcher word = WORD.matcher(words);
        while (word.find() && ends.size() < MOST_WORDS) {
            ends.add(word.end());
        }
        // "20/12 năm 2024" is to be read before "20/12", of which the year would then be a word behind it.
        for (int some = ends.size(); some > 0; some--) {
            int end = ends.get(some - 1);
            Optional<LocalDate> day = typed.day(words.substring(0, end));
            if (day.isPresent()) {
                return Optional.of(new Found(day.get(), rest(words.substring(end))));
            }
        }
        // A number alone is a day of the month only where nothing else was said.
        String alone = folded(words);
        return alone.matches("\\d{1,2}(?:st|nd|rd|th)?")
                ? typed.days.dayOfMonth(alone.replaceAll("\\D", "")).map(day -> new Found(day, ""))
                : Optional.empty();
    }

    /**
     * The one day that words name and nothing else, past or to come, as an answer to a question. What does not say its year
     * is the one closest to today: in January, 15/10 is last October.
     */
    public static Optional<LocalDate> near(String words, LocalDate today) {
        // Nothing is said behind the day here: the third number is its year.
        return NearDay.of(folded(words).replaceFirst("^(\\d{1,2}) (\\d{1,2}) (\\d{2})$", "$1/$2/$3"), today);
    }

    /**
     * The one day that an entry of a file or a cell names: {@code 2024-12-20}, {@code 20/12/2024}; empty where it is none.
     *
     * @param year that of a day without one, {@code 20/12}; empty where the day must say it
     */
    public static Optional<LocalDate> exact(String words, Optional<Integer> year) {
        String typed = words.strip();
        Matcher iso = ISO.matcher(typed);
        if (iso.matches()) {
            return RelativeDays.day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(typed);
        return dayFirst.matches()
                ? Optional.ofNullable(dayFirst.group(3))
                        .or(() -> year.map(String::valueOf))
                        .flatMap(of -> RelativeDays.day(of, dayFirst.group(2), dayFirst.group(1)))
                : Optional.empty();
    }

    private static String rest(String words) {
        return AFTER.matcher(words).replaceFirst("").strip();
    }

    private Optional<LocalDate> day(String words) {
        String folded = folded(words);
        return Stream.of(folded, BEFORE.matcher(folded).replaceFirst(""))
                .distinct()
                .flatMap(text -> Stream.concat(
                        CalendarDay.of(text).flatMap(days::dayOf).stream(),
                        forms.stream().flatMap(form -> {
                            Matcher is = form.words().matcher(text);
                            return is.matches() ? form.day().apply(is).stream() : Stream.empty();
                        })))
                .findFirst();
    }

    /** Without marks and case; a Turkish ending behind an apostrophe is no part of the day, nor is what ends a phrase. */
    private static String folded(String words) {
        return Folding.folded(words)
                .replaceAll("['’]\\p{L}+", "")
                .replaceAll(" ?([/.-]) ?", "$1")
                .replaceAll("(?<![,;:.!?])[,;:.!?]++$", "")
                .strip();
    }

    /** The forms are made before the days are given. */
    private RelativeDays days() {
        return days;
    }

    private static Form form(String words, Function<MatchResult, Optional<LocalDate>> day) {
        return new Form(Pattern.compile(words), day);
    }

    private static Optional<LocalDate> after(LocalDate from, MatchResult is, int number, int unit) {
        int count = DayWords.count(is.group(number));
        String of = is.group(unit);
        ChronoUnit in = of.matches("tuan|weeks?|hafta.*")
                ? ChronoUnit.WEEKS
                : of.matches("thang|months?|ay") ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        return Optional.of(from.plus(count, in));
    }
}
