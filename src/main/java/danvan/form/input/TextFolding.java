package danvan.form.input;

import danvan.text.Folding;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without accents, case and extra spaces, for comparing what is typed in a hurry. */
public final class TextFolding {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2000-\\u200B\\u202F\\u3000]+");

    private TextFolding() {}

    public static String of(String text) {
        // A space of no width parts words that are typed, as it shows in no other way.
        return Folding.folded(SPACES.matcher(text).replaceAll(" "));
    }

    /** Without case and extra spaces, accents kept. */
    static String cased(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
