package danvan.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words made comparable: people type with and without diacritics, in any case, with accents composed or apart, and with
 * the Icelandic Ð (U+00D0) in the place of the Vietnamese Đ (U+0110), which looks the same.
 */
public final class Folding {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}+");

    /** Up to here letters are looked up, each as the long way makes it of it alone; 0 where that is not one letter. */
    private static final int LOOKED_UP = 0x1F00;

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final char[] BARE = new char[LOOKED_UP];

    static {
        for (char c = 0; c < LOOKED_UP; c++) {
            String letter = String.valueOf(c);
            // Letters of other scripts may be composed with the one beside them.
            boolean latin = c < 0x0250 || c >= 0x1E00;
            boolean small = letter.toLowerCase(Locale.ROOT).equals(letter);
            if (small && (c < 128 || (latin && Character.isLetterOrDigit(c)))) {
                String bare = lettersApart(letter);
                BARE[c] = bare.length() == 1 ? bare.charAt(0) : 0;
            }
        }
    }

    private Folding() {}

    /** Words as they look: in one line, each accent on its letter, and without signs that do not show. */
    public static String plain(String words) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        String oneLine = SPACES.matcher(composed).replaceAll(" ");
        return vietnamese(INVISIBLE.matcher(oneLine).replaceAll("")).strip();
    }

    /** In lower case, without diacritics, signs that do not show and extra blanks: what is equal then, was meant alike. */
    public static String folded(String words) {
        String oneLine = SPACES.matcher(letters(words)).replaceAll(" ");
        return INVISIBLE.matcher(oneLine).replaceAll("").strip();
    }

    /** The same as a code: words joined by hyphens. */
    public static String code(String words) {
        return folded(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-++|(?<!-)-++$", "");
    }

    /** Ð and ð read as Đ and đ; nothing else is changed. */
    public static String vietnamese(String text) {
        return text.replace('\u00D0', 'Đ').replace('\u00F0', 'đ');
    }

    /** In lower case and without diacritics; blanks and signs stay as they are. */
    public static String letters(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        char[] letters = lower.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char c = letters[i];
            if (c >= LOOKED_UP || (BARE[c] == 0 && c != 0)) {
                return lettersApart(lower);
            }
            letters[i] = BARE[c];
        }
        return new String(letters);
    }

    /**
     * In lower case and without diacritics, letter for letter: as long as the text, so that places in one are places in
     * the other.
     *
     * @param composed each accent on its letter; one that stands apart stays
     */
    public static String aligned(String composed) {
        char[] letters = composed.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char c = Character.toLowerCase(letters[i]);
            letters[i] = c < LOOKED_UP && BARE[c] != 0
                    ? BARE[c]
                    : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                            .charAt(0);
        }
        return new String(letters);
    }

    /** In lower case, with diacritics; "HOÀ" and "hòa", one word spelt in two ways, are the same. */
    public static String spelling(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        for (int i = 0; i <= apart.length(); i++) {
            char c = i < apart.length() ? apart.charAt(i) : ' ';
            if (TONES.indexOf(c) >= 0) {
                tones.append(c);
            } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                key.append(c);
            } else {
                key.append(tones);
                tones.setLength(0);
                if (i < apart.length()) {
                    key.append(c);
                }
            }
        }
        return key.toString();
    }

    /** Whether it is a diacritic that stands apart from its letter. */
    public static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    static String lettersApart(String text) {
        // What is taken apart may have capitals anew: ™ is TM.
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                // Letters that have no mark to take off.
                case 'đ', '\u00F0' -> out.append('d');
                case 'ı' -> out.append('i');
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'ß' -> out.append("ss");
                case 'æ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                default -> {
                    if (!isMark(c)) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
