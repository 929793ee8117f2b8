package danvan.library.query;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A word in lower case with its marks, the tone mark moved to the end of the syllable, so that hoà and hòa, composed and
 * decomposed text, and Windows-1258 are one. Without marks, as a thumb types it, it is {@link danvan.text.Folding#letters}.
 */
final class ExactForm {
    private static final char ABOVE_DOT = '\u0307'; // left over when a Turkish capital İ is made small

    /** Up to here letters are looked up, each as the long way makes it of it alone; 0 where that is not one letter. */
    private static final int LOOKED_UP = 0x1F00;

    private static final char[] TONELESS = new char[LOOKED_UP];
    private static final char[] TONES = new char[LOOKED_UP];

    static {
        for (char c = 0; c < LOOKED_UP; c++) {
            String letter = String.valueOf(c);
            // Letters of other scripts may be composed with the one beside them.
            boolean latin = c < 0x0250 || c >= 0x1E00;
            if (!latin
                    || !Character.isLetterOrDigit(c)
                    || !letter.toLowerCase(Locale.ROOT).equals(letter)) {
                continue;
            }
            String exact = apart(letter);
            boolean tone = exact.length() == 2 && isTone(exact.charAt(1));
            if (exact.length() == 1 || tone) {
                TONELESS[c] = exact.charAt(0);
                TONES[c] = tone ? exact.charAt(1) : 0;
            }
        }
    }

    private ExactForm() {}

    static String of(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        char[] letters = text.toCharArray();
        char tone = 0;
        for (int i = 0; i < letters.length; i++) {
            char c = letters[i];
            if (c >= LOOKED_UP || (TONELESS[c] == 0 && c > 127)) {
                return apart(text);
            }
            tone = TONES[c] == 0 ? tone : TONES[c];
            letters[i] = TONELESS[c] == 0 ? c : TONELESS[c];
        }
        return tone == 0 ? new String(letters) : new String(letters) + tone;
    }

    static String apart(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        var out = new StringBuilder(apart.length());
        char tone = 0;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (isTone(c)) {
                tone = c;
            } else if (c != ABOVE_DOT) {
                out.append(c);
            }
        }
        String letters = Normalizer.normalize(out, Normalizer.Form.NFC);
        return tone == 0 ? letters : letters + tone;
    }

    /** Grave, acute, tilde, hook above, dot below: the marks that only Vietnamese moves about. */
    private static boolean isTone(char c) {
        return c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
    }
}
