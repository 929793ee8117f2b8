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

    private Folding() {}

    public static String folded(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        if (isAscii(text)) {
            return text;
        }
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
