package danvan.report.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a reporter is given, such as {@code BC-2024-0012}.
 *
 * @param number counts the year's reports from 1
 */
public record Receipt(int year, long number) {
    private static final Pattern WRITTEN = Pattern.compile("BC-(\\d{4})-(\\d{4,12})");

    private static final Pattern TYPED = Pattern.compile("BC ?[-./ ]? ?(\\d{4}) ?[-./ ]? ?(\\d{1,12})");

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "BC-%d-%04d", year, number);
    }

    /** The receipt that a text names. */
    public static Optional<Receipt> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Receipt(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** The receipt that a person typed, and nothing else: {@code bc-2024-12}, {@code BC 2024 0012}. */
    public static Optional<Receipt> typed(String text) {
        Matcher matcher = TYPED.matcher(text.strip().toUpperCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new Receipt(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
