package danvan.organization;

import java.text.Normalizer;
import java.util.Locale;

/** Words without accents, case and extra spaces, to compare what people write. */
public final class Folded {
    private Folded() {}

    /** Words as they look: in one line, each accent on its letter, and without signs that do not show. */
    public static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("\\p{C}", "")
                .strip();
    }

    public static String of(String words) {
        return Normalizer.normalize(words.replace('đ', 'd').replace('Đ', 'D').replace('ı', 'i'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The same as a unit's code: words joined by hyphens. */
    public static String code(String words) {
        return of(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-++|(?<!-)-++$", "");
    }
}
