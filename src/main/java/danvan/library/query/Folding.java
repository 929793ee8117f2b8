package danvan.library.query;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The two forms a word is compared in. <em>Folded</em>: what is left when every mark is taken off, as a thumb types it
 * ("Đoàn" → "doan"). <em>Exact</em>: lower case with its marks, and the tone mark moved to the end of the syllable, so
 * that hoà and hòa, composed and decomposed text, and Windows-1258 are one.
 */
public final class Folding {
    private static final char ABOVE_DOT = '\u0307'; // left over when a Turkish capital İ is made small

    /** Up to here letters are looked up, each as the long way makes it of it alone; 0 where that is not one letter. */
    private static final int LOOKED_UP = 0x1F00;

    private static final char[] FOLDED = new char[LOOKED_UP];
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
            String folded = foldedApart(letter);
            String exact = exactApart(letter);
            boolean tone = exact.length() == 2 && isTone(exact.charAt(1));
            if (folded.length() == 1 && (exact.length() == 1 || tone)) {
                FOLDED[c] = folded.charAt(0);
                TONELESS[c] = exact.charAt(0);
                TONES[c] = tone ? exact.charAt(1) : 0;
            }
        }
    }

    private Folding() {}

    private static boolean isLookedUp(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LOOKED_UP || FOLDED[c] == 0) {
                return false;
            }
        }
        return true;
    }

    public static String folded(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        if (isAscii(text)) {
            return text;
        }
        if (!isLookedUp(text)) {
            return foldedApart(text);
        }
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = FOLDED[letters[i]];
        }
        return new String(letters);
    }

    static String foldedApart(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'đ', 'ð' -> out.append('d');
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

    static String exact(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        if (isAscii(text)) {
            return text;
        }
        if (!isLookedUp(text)) {
            return exactApart(text);
        }
        char[] letters = text.toCharArray();
        char tone = 0;
        for (int i = 0; i < letters.length; i++) {
            tone = TONES[letters[i]] == 0 ? tone : TONES[letters[i]];
            letters[i] = TONELESS[letters[i]];
        }
        return tone == 0 ? new String(letters) : new String(letters) + tone;
    }

    static String exactApart(String text) {
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

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
