package danvan.library.query;

import danvan.text.Folding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vietnamese as it comes out of a phone whose Telex keyboard slipped: {@code ddeef an 08 laf gif} is "đề an 08 là gì". A
 * message is read so only when most of its words can be Vietnamese and some can be so only as Telex.
 */
public final class Telex {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{M}\\d])[\\p{L}\\p{M}]+(?![\\p{L}\\p{M}\\d])");
    private static final Pattern KEYS = Pattern.compile("[a-z]{2,9}");
    private static final Pattern ABBREVIATION =
            Pattern.compile("[bcdđghjklmnpqrstvxz]{1,6}|[aeiouy][bcdđghklmnpqrstvx]{3,5}|\\p{L}");
    /** One word in so many: fewer are slips of the thumb, which the search corrects. */
    private static final int FEWEST = 4;

    private static final String TONES = "sfrxj";
    private static final char[] TONE_MARKS = {'\u0301', '\u0300', '\u0309', '\u0303', '\u0323'};

    private Telex() {}

    /** What was meant; the text itself where it is no such message. */
    public static String undone(String text) {
        int slips = 0;
        int marked = 0;
        int strange = 0;
        List<Optional<String>> meant = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word =
                    Normalizer.normalize(words.group(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            Optional<String> syllable =
                    KEYS.matcher(word).matches() && !Syllable.isBare(word) ? syllable(word) : Optional.empty();
            if (syllable.isPresent() && !isForeign(word)) {
                slips++;
            } else if (!word.equals(Folding.letters(word))) {
                marked++;
            } else if (!Syllable.isBare(Folding.letters(word))
                    && !ABBREVIATION.matcher(word).matches()) {
                strange++;
            }
            meant.add(syllable);
        }
        boolean telex = slips > Math.max(marked, 2 * strange) && slips * FEWEST >= meant.size();
        return telex ? replaced(text, meant) : text;
    }

    private static boolean isForeign(String word) {
        return FunctionWords.contains("en", word, word) || FunctionWords.contains("tr", word, word);
    }

    private static String replaced(String text, List<Optional<String>> meant) {
        StringBuilder out = new StringBuilder();
        Matcher words = WORD.matcher(text);
        int at = 0;
        for (Optional<String> syllable : meant) {
            words.find();
            String typed = words.group();
            out.append(text, at, words.start())
                    .append(syllable.map(said -> inCaseOf(typed, said)).orElse(typed));
            at = words.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    private static String inCaseOf(String typed, String said) {
        if (typed.equals(typed.toUpperCase(Locale.ROOT))) {
            return said.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(typed.charAt(0))
                ? said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1)
                : said;
    }

    /** The syllable these keys make; empty where they make none, or nothing but themselves. */
    static Optional<String> syllable(String keys) {
        StringBuilder out = new StringBuilder();
        int tone = -1;
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (TONES.indexOf(key) >= 0 && hasVowel(out)) {
                tone = TONES.indexOf(key);
            } else if (!marks(out, key)) {
                out.append(key);
            }
        }
        // "thuở": the w behind "uo" marks both only where something follows.
        String letters = out.toString().replaceFirst("ươ$", "uơ");
        int heard = tone;
        return Syllable.of(letters)
                .filter(syllable -> heard < 0 || syllable.takes(TONE_MARKS[heard]))
                .map(syllable -> heard < 0 ? syllable.letters() : syllable.with(TONE_MARKS[heard]))
                .filter(said -> !said.equals(keys));
    }

    private static boolean hasVowel(CharSequence letters) {
        return letters.chars().anyMatch(letter -> "aăâeêioôơuưy".indexOf(letter) >= 0);
    }

    /** Whether the key marks a letter typed before it, at once or behind the letters that follow: aa, dd, uow, tiepes. */
    private static boolean marks(StringBuilder out, char key) {
        return switch (key) {
            case 'd' -> out.length() > 0 && out.charAt(0) == 'd' && put(out, 0, 'đ');
            case 'a' -> put(out, out.lastIndexOf("a"), 'â');
            case 'e' -> put(out, out.lastIndexOf("e"), 'ê');
            case 'o' -> put(out, out.lastIndexOf("o"), 'ô');
            case 'w' -> horn(out);
            default -> false;
        };
    }

    private static boolean horn(StringBuilder out) {
        for (int i = out.length() - 1; i >= 0; i--) {
            boolean quite = i == 1 && out.charAt(0) == 'q';
            switch (out.charAt(i)) {
                case 'o' -> {
                    if (i > 0 && out.charAt(i - 1) == 'u') {
                        out.setCharAt(i - 1, 'ư');
                    }
                    return put(out, i, 'ơ');
                }
                case 'a' -> {
                    boolean behindU = i > 0 && out.charAt(i - 1) == 'u' && !(i == 2 && out.charAt(0) == 'q');
                    return behindU ? put(out, i - 1, 'ư') : put(out, i, 'ă');
                }
                case 'u' -> {
                    return !quite && put(out, i, 'ư');
                }
                default -> {
                    // a consonant, or a vowel the key does not mark
                }
            }
        }
        return !hasVowel(out) && out.append('ư').length() > 0;
    }

    private static boolean put(StringBuilder letters, int at, char letter) {
        if (at < 0) {
            return false;
        }
        letters.setCharAt(at, letter);
        return true;
    }
}
