package danvan.ask;

import danvan.text.Folding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A fact that a reply must state, noted in few words: "at least 2 days a month". A reply states it when it holds every
 * number of it and most of its words, in whatever order and inflection. What stands in brackets is a remark to the reader
 * of the sheet.
 *
 * @param noted as the sheet has it
 */
record Fact(String noted) {
    private static final double MOST = 0.6;
    /** Inflected languages: the beginning of a longer word tells. Vietnamese syllables are hardly longer. */
    private static final int BEGINNING = 5;

    /** "List them": a list must stand there. */
    private static final Pattern LISTED = Pattern.compile("(?iu)liệt kê|vài (?:nhóm|ý|việc)|listele|list them");

    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[•+–-]|\\d{1,2}[.)])\\s");
    private static final int FEWEST_ITEMS = 3;

    private static final Pattern REMARK = Pattern.compile("\\([^)(]*+\\)|\\[[^]\\[]*+]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,](?=\\d{3}(?!\\d))");

    /** Words that say a number or a month, in order from 1; "năm" is left out, since it is the year. */
    private static final List<String> COUNTED = List.of(
            "một hai ba bốn - sáu bảy tám chín mười",
            "- iki üç dört beş altı yedi sekiz dokuz -",
            "one two three four five six seven eight nine ten",
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık");

    private static final Map<String, String> NUMBERS = numbers();

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        for (String row : COUNTED) {
            String[] words = row.split(" ", -1);
            for (int i = 0; i < words.length; i++) {
                numbers.put(words[i], Integer.toString(i + 1));
            }
        }
        return Map.copyOf(numbers);
    }

    /** The facts of a cell, between semicolons; a cell of remarks alone has none. */
    static List<Fact> of(String cell) {
        List<Fact> facts = new ArrayList<>();
        for (String part : REMARK.matcher(cell).replaceAll(" ").split(";", -1)) {
            if (!words(part).isEmpty()) {
                facts.add(new Fact(part.strip()));
            }
        }
        return facts;
    }

    boolean isIn(String reply) {
        if (LISTED.matcher(noted).matches()) {
            return reply.lines().filter(line -> ITEM.matcher(line).find()).count() >= FEWEST_ITEMS;
        }
        Set<String> said = new HashSet<>(words(reply));
        List<String> wanted = words(noted);
        long numbers = wanted.stream().filter(Fact::isNumber).count();
        long saidNumbers = wanted.stream()
                .filter(word -> isNumber(word) && said.contains(word))
                .count();
        long others = wanted.size() - numbers;
        long saidOthers = wanted.stream()
                .filter(word -> !isNumber(word) && said.contains(word))
                .count();
        return saidNumbers == numbers && saidOthers >= MOST * others;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static List<String> words(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(THOUSANDS.matcher(lower).replaceAll(""), -1)) {
            if (!word.isEmpty()) {
                words.add(form(word));
            }
        }
        return words;
    }

    private static String form(String word) {
        if (isNumber(word)) {
            return word.replaceFirst("^0+(?=\\d)", "");
        }
        String number = NUMBERS.get(word);
        if (number != null) {
            return number;
        }
        String folded = Folding.letters(word);
        return folded.substring(0, Math.min(BEGINNING, folded.length()));
    }
}
