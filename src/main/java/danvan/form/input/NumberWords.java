package danvan.form.input;

import danvan.text.SmallNumbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers written in words, in Vietnamese, Turkish and English, folded ({@link TextFolding}): {@code muoi hai}, {@code
 * hai muoi lam}, {@code ba tram linh nam}, {@code yirmi bes}, {@code one hundred and five}. What could be two numbers, as
 * {@code mot tram hai} (120 to most, 102 to some), is none.
 */
final class NumberWords {
    private static final Map<String, Integer> UNITS = SmallNumbers.WORDS;
    private static final Set<String> VIETNAMESE =
            Set.of("mot", "hai", "ba", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin");
    private static final Map<String, Integer> TENS = Map.ofEntries(
            Map.entry("on", 10),
            Map.entry("yirmi", 20),
            Map.entry("otuz", 30),
            Map.entry("kirk", 40),
            Map.entry("elli", 50),
            Map.entry("altmis", 60),
            Map.entry("yetmis", 70),
            Map.entry("seksen", 80),
            Map.entry("doksan", 90),
            Map.entry("ten", 10),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));
    private static final Map<String, Integer> TEENS = Map.of(
            "eleven", 11,
            "twelve", 12,
            "thirteen", 13,
            "fourteen", 14,
            "fifteen", 15,
            "sixteen", 16,
            "seventeen", 17,
            "eighteen", 18,
            "nineteen", 19);
    private static final Set<String> HUNDRED = Set.of("tram", "yuz", "hundred");
    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("nghin", 3),
            Map.entry("ngan", 3),
            Map.entry("bin", 3),
            Map.entry("thousand", 3),
            Map.entry("trieu", 6),
            Map.entry("tr", 6),
            Map.entry("milyon", 6),
            Map.entry("million", 6),
            Map.entry("ty", 9),
            Map.entry("ti", 9),
            Map.entry("milyar", 9),
            Map.entry("billion", 9));
    private static final Set<String> NONE = Set.of("khong", "sifir", "zero");
    private static final Set<String> JOINING = Set.of("linh", "le", "and");
    private static final Set<String> POINT = Set.of("phay", "virgul", "point");
    private static final Set<String> HALF = Set.of("ruoi", "bucuk");

    private long total;
    private long group;
    /** The size of the last word: within a group, words only get smaller. */
    private long last = Long.MAX_VALUE;

    private long lastScale = Long.MAX_VALUE;
    private boolean joined;
    private boolean unclear;

    private NumberWords() {}

    static boolean isOne(String word) {
        return UNITS.containsKey(word)
                || TENS.containsKey(word)
                || TEENS.containsKey(word)
                || HUNDRED.contains(word)
                || NONE.contains(word)
                || SCALES.containsKey(word)
                || word.equals("muoi")
                || word.equals("chuc");
    }

    static boolean isPoint(String word) {
        return POINT.contains(word);
    }

    /** Two to nine in Vietnamese, which «mốt» and «lăm» make twenty to ninety. */
    static boolean isTimesTen(String word) {
        return VIETNAMESE.contains(word) && !word.equals("mot");
    }

    static boolean isHalf(String word) {
        return HALF.contains(word);
    }

    /** Ten to how many, for a word behind figures: 3 for {@code nghin}; empty where it is no such word. */
    static Optional<Integer> scale(String word) {
        return Optional.ofNullable(SCALES.get(word))
                .or(() -> HUNDRED.contains(word) ? Optional.of(2) : Optional.empty())
                .or(() -> word.equals("chuc") ? Optional.of(1) : Optional.empty());
    }

    /** The value, where all the words together are one number. */
    static Optional<BigDecimal> value(List<String> words) {
        int point = words.stream()
                .filter(NumberWords::isPoint)
                .findFirst()
                .map(words::indexOf)
                .orElse(-1);
        return point > 0
                ? value(words.subList(0, point))
                        .flatMap(whole -> value(words.subList(point + 1, words.size()))
                                .filter(decimals -> isWhole(whole) && isWhole(decimals) && decimals.precision() <= 2)
                                .map(decimals ->
                                        new BigDecimal(whole.toPlainString() + "." + decimals.toPlainString())))
                : withoutPoint(words);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0;
    }

    private static Optional<BigDecimal> withoutPoint(List<String> words) {
        if (words.size() == 1 && NONE.contains(words.get(0))) {
            return Optional.of(BigDecimal.ZERO);
        }
        boolean half = words.size() > 1 && HALF.contains(words.get(words.size() - 1));
        var number = new NumberWords();
        for (var word : half ? words.subList(0, words.size() - 1) : words) {
            if (!number.take(word)) {
                return Optional.empty();
            }
        }
        long whole = number.total + number.group;
        if (words.isEmpty() || number.joined || number.unclear) {
            return Optional.empty();
        }
        if (!half) {
            return Optional.of(BigDecimal.valueOf(whole));
        }
        // Half of what was counted last: 2 rưỡi is 2.5, một triệu rưỡi 1,500,000.
        long counted = number.group > 0 ? (number.group % 100 == 0 ? 100 : 1) : number.lastScale;
        return Optional.of(
                BigDecimal.valueOf(whole).add(BigDecimal.valueOf(counted).divide(BigDecimal.valueOf(2))));
    }

    private boolean take(String word) {
        if (JOINING.contains(word)) {
            boolean fits = !joined && group + total > 0;
            joined = true;
            return fits;
        }
        Integer unit = UNITS.get(word);
        if (unit != null) {
            boolean fits = last > 9;
            // «Trăm hai» at the end is 120 to most and 102 to some.
            unclear = !joined && VIETNAMESE.contains(word) && (last == 100 || (last > 100 && total > 0));
            return fits && add(unit, 1);
        }
        unclear = false;
        if (word.equals("muoi") || word.equals("chuc")) {
            return ten(word);
        }
        if (TEENS.containsKey(word)) {
            return last > 99 && add(TEENS.get(word), 1);
        }
        if (TENS.containsKey(word)) {
            return last > 99 && add(TENS.get(word), 10);
        }
        if (HUNDRED.contains(word)) {
            boolean fits = (group < 10 && last <= 9) || group == 0;
            group = Math.max(group, 1) * 100;
            last = 100;
            return fits && !joined;
        }
        Integer scale = SCALES.get(word);
        if (scale == null || joined) {
            return false;
        }
        long size = (long) Math.pow(10, scale);
        boolean fits = size < lastScale && (group > 0 || (word.equals("bin") && total == 0));
        total += Math.max(group, 1) * size;
        group = 0;
        last = Long.MAX_VALUE;
        lastScale = size;
        return fits;
    }

    /** Mười is ten, hai mươi twenty: without marks, what stands before says which. */
    private boolean ten(String word) {
        long before = group % 10;
        if (before > 0 && last <= 9) {
            group = group - before + before * 10;
            last = 10;
            return true;
        }
        return word.equals("muoi") && last > 99 && before == 0 && add(10, 10);
    }

    private boolean add(long number, long size) {
        group += number;
        last = size == 1 ? 9 : size;
        joined = false;
        return true;
    }
}
