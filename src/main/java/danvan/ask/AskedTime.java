package danvan.ask;

import danvan.chat.Dates;
import danvan.chat.Language;
import danvan.library.Document;
import danvan.library.Validity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time an answer is wanted for: a day, a month or a year the question names, or the day it is asked.
 *
 * @param named whether the question names it
 */
record AskedTime(LocalDate from, LocalDate to, boolean named) {
    private static final Pattern DAY = Pattern.compile(
            "(trước|truoc|before)?\\D{0,12}(?<![\\d/.])(\\d{1,2})[/.-](\\d{1,2})[/.-](20\\d\\d)(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d/.])(\\d{1,2})[/-](20\\d\\d)(?![\\d/])");
    private static final Pattern YEAR = Pattern.compile(
            "(?:năm|nam|year|in|during)\\s+(20\\d\\d)(?!\\d)|(?<![\\d/])(20\\d\\d)\\s*(?:yılı|yili|['’](?:[td][ea]))");

    static AskedTime on(LocalDate day) {
        return new AskedTime(day, day, false);
    }

    static AskedTime in(String words, LocalDate today) {
        String text = words.toLowerCase(Locale.ROOT);
        try {
            Matcher day = DAY.matcher(text);
            if (day.find()) {
                LocalDate named = LocalDate.of(number(day, 4), number(day, 3), number(day, 2));
                LocalDate meant = day.group(1) == null ? named : named.minusDays(1);
                return new AskedTime(meant, meant, true);
            }
            Matcher month = MONTH.matcher(text);
            if (month.find()) {
                YearMonth named = YearMonth.of(number(month, 2), number(month, 1));
                return new AskedTime(named.atDay(1), named.atEndOfMonth(), true);
            }
        } catch (DateTimeException e) {
            // 31/02 names no day; the year may still be named.
        }
        Matcher year = YEAR.matcher(text);
        if (year.find()) {
            int named = number(year, year.group(1) == null ? 2 : 1);
            return new AskedTime(LocalDate.of(named, 1, 1), LocalDate.of(named, 12, 31), true);
        }
        return on(today);
    }

    /** Without a time that only tells which document is meant: "Nghị quyết 25 năm 2013". */
    AskedTime butNotTheDateOf(Document document, LocalDate today) {
        boolean itsDate = named
                && document.issued()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                        .isPresent();
        return itsDate ? on(today) : this;
    }

    boolean isIn(Validity validity) {
        return validity.overlaps(from, to);
    }

    /** "2024", "5/2024" or a day. */
    String words(Language language) {
        if (from.equals(to)) {
            return Dates.day(from, language);
        }
        return from.getMonth() == to.getMonth()
                ? from.getMonthValue() + "/" + from.getYear()
                : Integer.toString(from.getYear());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(Optional.ofNullable(matcher.group(group)).orElse("0"));
    }
}
