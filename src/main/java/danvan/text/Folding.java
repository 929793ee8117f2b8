package danvan.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words made comparable: people type with and without diacritics, in any case, with accents composed or apart, and with
 * the Icelandic Ð (U+00D0) in the place of the Vietnamese Đ (U+0110), which looks the same.
 */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}+");

    private Folding() {}

    /** Words as they look: in one line, each accent on its letter, and without signs that do not show. */
    public static String plain(String words) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        String oneLine = SPACES.matcher(composed).replaceAll(" ");
        return vietnamese(INVISIBLE.matcher(oneLine).replaceAll("")).strip();
    }

    /** In lower case, without diacritics, signs that do not show and extra blanks: what is equal then, was meant alike. */
    public static String folded(String words) {
        String bare =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD)).replaceAll("");
        String oneLine = SPACES.matcher(bare).replaceAll(" ");
        return letters(INVISIBLE.matcher(oneLine).replaceAll("")).strip();
    }

    /** The same as a code: words joined by hyphens. */
    public static String code(String words) {
        return folded(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-++|(?<!-)-++$", "");
    }

    /** Ð and ð read as Đ and đ; nothing else is changed. */
    public static String vietnamese(String text) {
        return text.replace('\u00D0', 'Đ').replace('\u00F0', 'đ');
    }

    /** Letters that have no mark to take off. */
    private static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            switch (c) {
                case 'đ', '\u00F0' -> out.append('d');
                case 'ı' -> out.append('i');
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'ß' -> out.append("ss");
                case 'æ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                default -> out.append(c);
            }
        }
        // A Turkish İ made small leaves its dot behind.
        return MARKS.matcher(out).replaceAll("");
    }
}
