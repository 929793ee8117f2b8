package danvan.people;

import java.text.Normalizer;
import java.util.Locale;

/** Words without accents, case and extra spaces, to compare what people write. */
public final class Folded {
    private Folded() {}

    public static String of(String words) {
        return Normalizer.normalize(words.replace('đ', 'd').replace('Đ', 'D').replace('ı', 'i'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The same as a unit's code: words joined by hyphens. */
    public static String code(String words) {
        return of(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
