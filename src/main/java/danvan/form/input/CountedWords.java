package danvan.form.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One number among words: {@code 15 người}, {@code khoảng 30}, {@code 1,5 ha}, {@code 2 triệu rưỡi}, {@code mười hai hộ}.
 * Words that would change the number ({@code hơn}, {@code không}, {@code hoặc}) or that ask, and a second number, leave none.
 */
final class CountedWords {
    private static final int MOST_WORDS = 7;
    private static final int LONGEST = 80;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200B\\u202F]++");
    private static final Pattern GLUED = Pattern.compile("(?<=\\d)(?=\\p{L})");
    private static final Pattern FIGURES = Pattern.compile("[+-]?[\\d.,]{1,40}%?");
    private static final Pattern HAS_FIGURE = Pattern.compile("\\d");
    private static final Set<String> SQUARE = Set.of("m2", "m3", "km2", "m²", "m³", "km²", "dm2", "cm2");
    private static final Set<List<String>> NOTHING =
            Set.of(List.of("khong"), List.of("khong", "co"), List.of("ko", "co"), List.of("yok"), List.of("none"));
    private static final Set<String> CHANGING = Set.of(
            "hon", "tren", "duoi", "gan", "chua", "khong", "ko", "tru", "thieu", "kem", "hoac", "hay", "den", "toi",
            "va", "voi", "moi", "lan", "nhan", "chia", "phan", "k", "nua", "daha", "fazla", "eksik", "az", "veya", "ya",
            "ile", "kadar", "degil", "over", "under", "more", "less", "than", "or", "to", "not", "no", "per", "at",
            "least", "almost", "gi", "nao", "sao", "ai", "bao", "nhieu", "dau", "what", "how", "which", "who", "why",
            "where", "when", "ne", "neden", "nasil", "kac", "kim", "hangi", "nerede", "nearly", "minus", "times",
            "half");

    private CountedWords() {}

    /**
     * The one number in the words, as figures that the question's own reader then reads.
     *
     * @param figures reads figures on their own
     */
    static Optional<BigDecimal> number(String typed, Function<String, Optional<BigDecimal>> figures) {
        var text = typed.strip();
        // A question asked in the middle of a report is no answer to it.
        if (text.length() > LONGEST || text.indexOf('?') >= 0) {
            return Optional.empty();
        }
        var words = words(text);
        if (NOTHING.contains(words)) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (words.size() > MOST_WORDS || words.stream().anyMatch(CHANGING::contains)) {
            return Optional.empty();
        }
        var found = words.stream()
                .filter(word -> HAS_FIGURE.matcher(word).find() && !SQUARE.contains(word))
                .toList();
        if (found.size() > 1 || found.equals(words)) {
            return Optional.empty();
        }
        return found.isEmpty() ? inWords(words) : inFigures(words, found.get(0), figures);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : BLANKS.split(PoliteWords.withoutEnd(text), -1)) {
            var folded = TextFolding.cased(word).equals("tầm") ? "khoang" : TextFolding.of(word);
            if (SQUARE.contains(folded)) {
                words.add(folded);
                continue;
            }
            for (var part : GLUED.split(folded, -1)) {
                boolean grouped = !words.isEmpty()
                        && part.matches("\\d{3}")
                        && words.get(words.size() - 1).matches("[+-]?\\d{1,3}( \\d{3}){0,9}");
                if (grouped) {
                    words.set(words.size() - 1, words.get(words.size() - 1) + " " + part);
                } else if (!part.isEmpty()) {
                    words.add(part);
                }
            }
        }
        return words;
    }

    private static Optional<BigDecimal> inFigures(
            List<String> words, String figure, Function<String, Optional<BigDecimal>> figures) {
        int at = words.indexOf(figure);
        // «Nghị quyết 18» is no eighteen: only what says «about» or «in all» may stand before the number.
        boolean isCounted = words.subList(0, at).stream().allMatch(word -> PoliteWords.isAbout(word, figure));
        if (!isCounted || !FIGURES.matcher(figure.replace(" ", "")).matches()) {
            return Optional.empty();
        }
        int next = at + 1;
        int power = 0;
        while (next < words.size() && NumberWords.scale(words.get(next)).isPresent()) {
            power += NumberWords.scale(words.get(next)).orElse(0);
            next++;
        }
        boolean half = next < words.size() && NumberWords.isHalf(words.get(next));
        next += half ? 1 : 0;
        // «năm» is also a year, and «tư» half of many words: only what is a number and nothing else is a second one.
        if (words.subList(next, words.size()).stream().anyMatch(CountedWords::isOnlyNumber)) {
            return Optional.empty();
        }
        int exponent = power;
        return figures.apply(figure)
                .map(number -> half ? number.add(new BigDecimal("0.5")) : number)
                .map(number -> number.scaleByPowerOfTen(exponent));
    }

    private static boolean isOnlyNumber(String word) {
        return NumberWords.isOne(word)
                && !Set.of("nam", "tu", "on", "ti", "tam", "sau").contains(word);
    }

    /** Words before, one number in words, words after. */
    private static Optional<BigDecimal> inWords(List<String> words) {
        int from = 0;
        while (from + 1 < words.size() && PoliteWords.isAbout(words.get(from), words.get(from + 1))) {
            from++;
        }
        Optional<BigDecimal> longest = Optional.empty();
        int end = from;
        for (int to = from + 1; to <= words.size(); to++) {
            var value = NumberWords.value(words.subList(from, to));
            if (value.isPresent()) {
                longest = value;
                end = to;
            }
        }
        boolean second = words.subList(end, words.size()).stream().anyMatch(NumberWords::isOne);
        return second ? Optional.empty() : longest;
    }
}
