package danvan.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From where to where the numbers of a range go, and in which steps. XLSForm's own are 1 to 10 by 1. */
public record RangeBounds(BigDecimal start, BigDecimal end, BigDecimal step) {
    private static final Pattern BETWEEN = Pattern.compile("[;,\\s]+");

    /** Reads the parameters column; empty when it holds something else than numbers. */
    public static Optional<RangeBounds> read(String parameters) {
        var given = new LinkedHashMap<String, String>();
        for (var part : BETWEEN.split(parameters.replaceAll("(?:(?<!\\s)\\s++)?+=\\s*+", "="), -1)) {
            var pair = part.split("=", 2);
            if (pair.length == 2) {
                given.put(pair[0], pair[1]);
            }
        }
        try {
            var bounds = new RangeBounds(
                    number(given, "start", "1"), number(given, "end", "10"), number(given, "step", "1"));
            return bounds.step.signum() == 0 ? Optional.empty() : Optional.of(bounds);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal number(Map<String, String> given, String name, String otherwise) {
        return new BigDecimal(given.getOrDefault(name, otherwise));
    }

    /** Whether every number of it is whole. */
    public boolean isWhole() {
        return start.stripTrailingZeros().scale() <= 0
                && end.stripTrailingZeros().scale() <= 0
                && step.stripTrailingZeros().scale() <= 0;
    }

    public boolean holds(BigDecimal number) {
        return number.compareTo(start.min(end)) >= 0
                && number.compareTo(start.max(end)) <= 0
                && number.subtract(start).remainder(step).signum() == 0;
    }

    /** {@code 0–100}, and the step when it is not 1. */
    @Override
    public String toString() {
        var bounds = plain(start) + "–" + plain(end);
        return step.abs().compareTo(BigDecimal.ONE) == 0 ? bounds : bounds + " (" + plain(step.abs()) + ")";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
