package danvan.organization;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The order of Vietnamese lists: đ behind d, not behind z; people by the given name, which is the last word, and then by the
 * whole.
 */
public final class Alphabet {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Alphabet() {}

    /** By words such as a unit's name. For one sorting, in one thread. */
    public static <T> Comparator<T> words(Function<T, String> words) {
        Collator collator = Collator.getInstance(VIETNAMESE);
        Map<String, CollationKey> keys = new HashMap<>();
        return Comparator.comparing(one -> keys.computeIfAbsent(words.apply(one), collator::getCollationKey));
    }

    /** By people's names. For one sorting, in one thread. */
    public static <T> Comparator<T> people(Function<T, String> name) {
        return Alphabet.<T>words(one -> given(name.apply(one))).thenComparing(words(name));
    }

    private static String given(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
