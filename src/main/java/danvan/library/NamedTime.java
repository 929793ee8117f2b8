package danvan.library;

import danvan.library.query.Reference;
import danvan.library.query.ReferenceParser;
import danvan.library.query.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day, month or year that a question names. A document's number names none: "04/2021/TT-TTCP" is not April. */
public record NamedTime(LocalDate from, LocalDate to) {
    private static final Pattern DAY = Pattern.compile(
            "(trước|truoc|before)?\\D{0,12}(?<![\\d/.])(\\d{1,2})[/.-](\\d{1,2})[/.-](20\\d\\d)(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d/.])(\\d{1,2})[/-](20\\d\\d)(?![\\d/])");
    private static final Pattern YEAR = Pattern.compile(
            "(?:năm|nam|year|in|during)\\s+(20\\d\\d)(?!\\d)|(?<![\\d/])(20\\d\\d)\\s*(?:yılı|yili|['’](?:[td][ea]))");

    public static Optional<NamedTime> in(String words) {
        String text = withoutNumbers(words).toLowerCase(Locale.ROOT);
        try {
            Matcher day = DAY.matcher(text);
            if (day.find()) {
                LocalDate named = LocalDate.of(number(day, 4), number(day, 3), number(day, 2));
                LocalDate meant = day.group(1) == null ? named : named.minusDays(1);
                return Optional.of(new NamedTime(meant, meant));
            }
            Matcher month = MONTH.matcher(text);
            if (month.find()) {
                YearMonth named = YearMonth.of(number(month, 2), number(month, 1));
                return Optional.of(new NamedTime(named.atDay(1), named.atEndOfMonth()));
            }
        } catch (DateTimeException e) {
            // 31/02 names no day; the year may still be named.
        }
        Matcher year = YEAR.matcher(text);
        if (year.find()) {
            int named = number(year, year.group(1) == null ? 2 : 1);
            return Optional.of(new NamedTime(LocalDate.of(named, 1, 1), LocalDate.of(named, 12, 31)));
        }
        return Optional.empty();
    }

    /** Finer than a year: "trước 1/3/2025". */
    public boolean isExact() {
        return from.plusDays(32).isAfter(to);
    }

    private static String withoutNumbers(String text) {
        StringBuilder rest = new StringBuilder(text);
        List<Word> words = Word.of(text);
        for (Reference number : ReferenceParser.in(text, words)) {
            for (Word word : words.subList(number.firstWord(), number.endWord())) {
                rest.replace(word.start(), word.end(), " ".repeat(word.end() - word.start()));
            }
        }
        return rest.toString();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(Optional.ofNullable(matcher.group(group)).orElse("0"));
    }
}
