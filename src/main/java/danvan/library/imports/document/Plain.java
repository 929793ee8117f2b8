package danvan.library.imports.document;

import danvan.text.Folding;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text compared as it is typed in haste: small letters without marks. Each letter keeps its place. */
public final class Plain {
    private static final Pattern DASHES = Pattern.compile("[–—‑−]");

    private Plain() {}

    /** As long as the composed text it is made from, so that places in one are places in the other. */
    public static String of(String composed) {
        return DASHES.matcher(Folding.aligned(composed)).replaceAll("-");
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
