package danvan.library.imports.recognition;

import java.util.Locale;

/** Words compared letter by letter and mark by mark, however they are spelt. */
public final class Spelling {
    private Spelling() {}

    /** "HOÀ" and "HÒA" are one word, spelt in two ways. */
    public static String key(String text) {
        String apart = java.text.Normalizer.normalize(text.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        for (int i = 0; i <= apart.length(); i++) {
            char c = i < apart.length() ? apart.charAt(i) : ' ';
            if ("\u0300\u0301\u0303\u0309\u0323".indexOf(c) >= 0) {
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
}
