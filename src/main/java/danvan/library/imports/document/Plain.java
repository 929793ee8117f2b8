package danvan.library.imports.document;

import java.text.Normalizer;
import java.util.Locale;

/** Text compared as it is typed in haste: small letters without marks. Each letter keeps its place. */
public final class Plain {
    private Plain() {}

    /** As long as the composed text it is made from, so that places in one are places in the other. */
    public static String of(String composed) {
        StringBuilder out = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c < 128) {
                out.append(Character.toLowerCase(c));
            } else if (c == 'đ' || c == 'Đ' || c == 'Ð' || c == 'ð') {
                out.append('d');
            } else if (c == '–' || c == '—' || c == '‑' || c == '−') {
                out.append('-');
            } else {
                char first = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0);
                out.append(Character.toLowerCase(first));
            }
        }
        return out.toString();
    }

    /** For names of things: letters, digits, and a dash between. */
    public static String slug(String text) {
        String plain = of(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.length() > 80 ? plain.substring(0, 80).replaceAll("-[^-]*$", "") : plain;
        return cut.isEmpty() ? "tai-lieu" : cut;
    }

    /** Whether it is printed in capitals. */
    public static boolean isCapitals(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long small = text.codePoints().filter(Character::isLowerCase).count();
        return letters >= 2 && small == 0;
    }

    /** The first letter large, the rest small. */
    public static String sentence(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.isEmpty() ? small : Character.toUpperCase(small.charAt(0)) + small.substring(1);
    }
}
