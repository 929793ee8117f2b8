package danvan.text;

import java.util.Map;

/** The words for one to nine in Vietnamese, Turkish and English, folded. */
public final class SmallNumbers {
    public static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("mot", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bon", 4),
            Map.entry("tu", 4),
            Map.entry("nam", 5),
            Map.entry("lam", 5),
            Map.entry("sau", 6),
            Map.entry("bay", 7),
            Map.entry("tam", 8),
            Map.entry("chin", 9),
            Map.entry("bir", 1),
            Map.entry("iki", 2),
            Map.entry("uc", 3),
            Map.entry("dort", 4),
            Map.entry("bes", 5),
            Map.entry("alti", 6),
            Map.entry("yedi", 7),
            Map.entry("sekiz", 8),
            Map.entry("dokuz", 9),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9));

    private SmallNumbers() {}
}
