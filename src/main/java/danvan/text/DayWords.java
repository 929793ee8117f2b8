package danvan.text;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The words that days are told in, folded, in all languages: weekdays, small numbers, today and tomorrow. */
final class DayWords {
    static final Map<String, Integer> TO_COME = Map.ofEntries(
            Map.entry("hom nay", 0),
            Map.entry("today", 0),
            Map.entry("bugun", 0),
            Map.entry("mai", 1),
            Map.entry("ngay mai", 1),
            Map.entry("tomorrow", 1),
            Map.entry("yarin", 1),
            Map.entry("mot", 2),
            Map.entry("ngay mot", 2),
            Map.entry("ngay kia", 2),
            Map.entry("day after tomorrow", 2),
            Map.entry("the day after tomorrow", 2),
            Map.entry("obur gun", 2));
    private static final List<String> WEEKDAYS = List.of(
            "(?:thu|t) ?(?:2|hai)|mon(?:day)?|pazartesi(?:ye)?",
            "(?:thu|t) ?(?:3|ba)|tue(?:s|sday)?|sali(?:ya)?",
            "(?:thu|t) ?(?:4|tu)|wed(?:nesday)?|carsamba(?:ya)?",
            "(?:thu|t) ?(?:5|nam)|thu(?:rs|rsday)?|persembe(?:ye)?",
            "(?:thu|t) ?(?:6|sau)|fri(?:day)?|cuma(?:ya)?",
            "(?:thu|t) ?(?:7|bay)|sat(?:urday)?|cumartesi(?:ye)?",
            "chu nhat|cn|sun(?:day)?|pazar(?:a)?");

    /** Folded, these are also words that lead to a day: "sau" is six and after, "nam" five and year. */
    private static final Set<String> OTHER_WORDS = Set.of("sau", "nam", "tu", "tam", "lam");

    static final String NUMBER = "(\\d{1,4}|a|"
            + SmallNumbers.WORDS.keySet().stream()
                    .filter(word -> !OTHER_WORDS.contains(word))
                    .sorted()
                    .collect(Collectors.joining("|"))
            + ")";
    static final String WEEKDAY = "(" + String.join("|", WEEKDAYS) + ")";

    private DayWords() {}

    static int count(String said) {
        return said.matches("\\d+") ? Integer.parseInt(said) : SmallNumbers.WORDS.getOrDefault(said, 1);
    }

    static String first(MatchResult is) {
        return IntStream.rangeClosed(1, is.groupCount())
                .mapToObj(group -> Optional.ofNullable(is.group(group)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    static DayOfWeek weekday(String name) {
        return DayOfWeek.of(place(WEEKDAYS, name) + DayOfWeek.MONDAY.getValue());
    }

    static int place(List<String> names, String name) {
        return IntStream.range(0, names.size())
                .filter(at -> name.matches(names.get(at)))
                .findFirst()
                .orElseThrow();
    }
}
