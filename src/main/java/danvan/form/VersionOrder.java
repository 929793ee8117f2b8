package danvan.form;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** VersionOrder in the order people count them: 2 before 10, 2024-01 before 2024-02, none before any. */
final class VersionOrder {
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    private VersionOrder() {}

    static int compare(String a, String b) {
        var left = BETWEEN.split(a, -1);
        var right = BETWEEN.split(b, -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = isNumber(left[i]) && isNumber(right[i])
                    ? new BigInteger(left[i]).compareTo(new BigInteger(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
