package danvan.desk.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of periods as tables show them: short, and the same in every language. */
public final class PeriodCode {
    private static final Pattern PARTED = Pattern.compile("(\\d{4})-(Q[1-4]|H[12]|9M|W?\\d{2})");

    private PeriodCode() {}

    /** {@code Q1/2024} for {@code 2024-Q1}, {@code 3/2024} for {@code 2024-03}. */
    public static String shown(String code) {
        Matcher matcher = PARTED.matcher(code);
        return matcher.matches() ? matcher.group(2).replaceFirst("^0", "") + "/" + matcher.group(1) : code;
    }
}
