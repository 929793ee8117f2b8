package danvan.form.input;

import danvan.text.SmallNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One number among words: {@code 15 người}, {@code khoảng 30}, {@code 1,5 ha}, {@code 2 triệu rưỡi}, {@code 1tr5}, {@code
 * 2 tỷ 350 triệu}, {@code mười hai hộ}, {@code 15 người (8 nam, 7 nữ)}. Words that would change the number ({@code hơn}, {@code không}, {@code hoặc}) or that ask, and a second number, leave none.
 */
final class CountedWords {
    private static final int MOST_WORDS = 7;
    private static final int LONGEST = 80;
    private static final Pattern BLANKS = Pattern.compile("[\\s()\\u00A0\\u2000-\\u200B\\u202F]++");
    private static final Pattern GLUED = Pattern.compile("(?<=\\d)(?=\\p{L})");
    /** A letter in the place of a figure, {@code 1O} or {@code l5}: what was meant is not guessed. */
    private static final Pattern SLIPPED = Pattern.compile("\\d[oO](?!\\p{L})|\\d[oOlI]\\d|(?<!\\p{L})[oOlI]\\d");

    /** {@code 1tr5} is 1.5 million, {@code 2k} two thousand. */
    private static final Pattern SHORT = Pattern.compile("([+-]?\\d{1,6})(k|nghin|ngan|tr|trieu|ty|ti)(\\d{1,3})?");

    private static final Map<String, Integer> SHORT_SCALES =
            Map.of("k", 3, "nghin", 3, "ngan", 3, "tr", 6, "trieu", 6, "ty", 9, "ti", 9);
    private static final Pattern HYPHENED =
            Pattern.compile("(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(\\p{L}+)");
    /** Said for ten times the word before: {@code hai mốt} is 21, {@code năm lăm} 55. Without marks they are other words. */
    private static final Map<String, String> AFTER_TENS = Map.of("mốt", "mot", "lăm", "lam", "nhăm", "lam");

    private static final Pattern FIGURES = Pattern.compile("[+-]?[\\d.,]{1,40}%?");
    private static final Pattern HAS_FIGURE = Pattern.compile("\\d");
    private static final Set<String> SQUARE = Set.of("m2", "m3", "km2", "m²", "m³", "km²", "dm2", "cm2");
    private static final Set<List<String>> NOTHING = Set.of(
            List.of("khong"),
            List.of("khong", "co"),
            List.of("ko", "co"),
            List.of("k", "co"),
            List.of("chang", "co"),
            List.of("khong", "ai"),
            List.of("khong", "co", "ai"),
            List.of("ko", "co", "ai"),
            List.of("khong", "co", "gi"),
            List.of("yok"),
            List.of("hic"),
            List.of("hic", "yok"),
            List.of("kimse", "yok"),
            List.of("none"),
            List.of("nobody"),
            List.of("no", "one"),
            List.of("nil"));
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
        var text = PoliteWords.withoutEnd(typed.strip());
        // A question asked in the middle of a report is no answer to it.
        if (text.length() > LONGEST
                || typed.indexOf('?') >= 0
                || SLIPPED.matcher(text).find()) {
            return Optional.empty();
        }
        var all = withPoint(words(text));
        if (NOTHING.contains(all)) {
            return Optional.of(BigDecimal.ZERO);
        }
        int bracket = text.indexOf('(');
        var words = bracket > 0 && text.indexOf(')') == text.length() - 1
                ? withPoint(words(text.substring(0, bracket)))
                : all;
        if (words.size() > MOST_WORDS || all.stream().anyMatch(CHANGING::contains)) {
            return Optional.empty();
        }
        boolean counts = words.stream().anyMatch(CountedWords::isFigure);
        return !counts ? inWords(words) : words.equals(List.of(text)) ? Optional.empty() : inFigures(words, figures);
    }

    private static boolean isFigure(String word) {
        return HAS_FIGURE.matcher(word).find() && !SQUARE.contains(word);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : BLANKS.split(PoliteWords.withoutEnd(text), -1)) {
            var cased = TextFolding.cased(word);
            var folded = cased.equals("tầm") ? "khoang" : TextFolding.of(word);
            var hyphened = HYPHENED.matcher(folded);
            if (SQUARE.contains(folded)) {
                words.add(folded);
            } else if (hyphened.matches()) {
                words.add(hyphened.group(1));
                words.add(hyphened.group(2));
            } else if (AFTER_TENS.containsKey(cased)) {
                if (!words.isEmpty() && NumberWords.isTimesTen(words.get(words.size() - 1))) {
                    words.add("muoi");
                }
                words.add(AFTER_TENS.getOrDefault(cased, folded));
            } else {
                addFigures(words, shortened(folded));
            }
        }
        return words;
    }

    private static String shortened(String word) {
        var found = SHORT.matcher(word);
        // «2tr rưỡi» is read with what follows; only «2k» and «1tr5» are whole by themselves.
        if (!found.matches() || (found.group(3) == null && !found.group(2).equals("k"))) {
            return word;
        }
        var decimals = found.group(3) == null ? "0" : found.group(3);
        return new BigDecimal(found.group(1) + "." + decimals)
                .scaleByPowerOfTen(SHORT_SCALES.getOrDefault(found.group(2), 0))
                .setScale(0, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static void addFigures(List<String> words, String word) {
        for (var part : GLUED.split(word, -1)) {
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

    /** «5 phẩy 2» and «không phẩy năm» as figures. */
    private static List<String> withPoint(List<String> words) {
        int at = IntStream.range(1, Math.max(1, words.size() - 1))
                .filter(i -> NumberWords.isPoint(words.get(i)))
                .findFirst()
                .orElse(0);
        if (at == 0) {
            return words;
        }
        var whole = Set.of("khong", "ko", "sifir", "zero").contains(words.get(at - 1)) ? "0" : words.get(at - 1);
        var decimals = Optional.ofNullable(SmallNumbers.WORDS.get(words.get(at + 1)))
                .map(String::valueOf)
                .orElse(words.get(at + 1));
        if (!whole.matches("\\d{1,9}") || !decimals.matches("\\d{1,2}")) {
            return words;
        }
        var joined = new ArrayList<>(words.subList(0, at - 1));
        joined.add(whole + "," + decimals);
        joined.addAll(words.subList(at + 2, words.size()));
        return joined;
    }

    /** Figures with the words for thousands and more behind them: {@code 2 tỷ 350 triệu}; each smaller than the one before. */
    private static Optional<BigDecimal> inFigures(List<String> words, Function<String, Optional<BigDecimal>> figures) {
        int next = 0;
        // «Nghị quyết 18» is no eighteen: only what says «about» or «in all» may stand before the number.
        while (!isFigure(words.get(next))) {
            if (!PoliteWords.isAbout(words.get(next), words.get(next + 1))) {
                return Optional.empty();
            }
            next++;
        }
        var sum = BigDecimal.ZERO;
        int parts = 0;
        int last = Integer.MAX_VALUE;
        while (next < words.size() && isFigure(words.get(next))) {
            var number = Optional.of(words.get(next).replace(" ", ""))
                    .filter(figure -> FIGURES.matcher(figure).matches())
                    .flatMap(figures);
            next++;
            int power = 0;
            while (next < words.size() && NumberWords.scale(words.get(next)).isPresent()) {
                power += NumberWords.scale(words.get(next)).orElse(0);
                next++;
            }
            boolean half = next < words.size() && NumberWords.isHalf(words.get(next));
            next += half ? 1 : 0;
            parts++;
            // «2 triệu 350» is 2,350,000 to most and 2,000,350 to some.
            if (number.isEmpty() || power >= last || (parts > 1 && power == 0)) {
                return Optional.empty();
            }
            var part = number.get()
                    .add(half ? new BigDecimal("0.5") : BigDecimal.ZERO)
                    .scaleByPowerOfTen(power);
            if (parts > 1 && part.compareTo(BigDecimal.ONE.scaleByPowerOfTen(last)) >= 0) {
                return Optional.empty();
            }
            sum = sum.add(part);
            last = power;
        }
        // «năm» is also a year, and «tư» half of many words: only what is a number and nothing else is a second one.
        boolean second =
                words.subList(next, words.size()).stream().anyMatch(word -> isFigure(word) || isOnlyNumber(word));
        return second ? Optional.empty() : Optional.of(sum);
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
        boolean second = words.subList(end, words.size()).stream()
                .anyMatch(word -> NumberWords.isOne(word) || NumberWords.isPoint(word));
        return second ? Optional.empty() : longest;
    }
}
