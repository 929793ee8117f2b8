package danvan.patterns;

import java.util.regex.Pattern;

/**
 * A pattern of the production code.
 *
 * @param where the class and field or the source line it stands at
 * @param wholeOnly whether the code only ever asks whether it matches the whole text
 */
record FoundPattern(String where, Pattern pattern, boolean wholeOnly) {
    String key() {
        return pattern.flags() + ":" + wholeOnly + ":" + pattern.pattern();
    }

    @Override
    public String toString() {
        return where + "  " + pattern.pattern().replace("\n", "\\n");
    }
}
