package danvan.form.aggregation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the answers of several reports to one question are put together: the column {@code bind::bot:total}.
 *
 * @param by the question whose answer is each answer's weight; empty but for a {@link Kind#WEIGHTED_MEAN}
 */
public record Aggregation(Kind kind, String by) {
    /** The ways. */
    public enum Kind {
        /** Added up. */
        SUM,
        /** Their mean, each report counting alike. */
        MEAN,
        /** Their mean, each weighing as much as another answer beside it says. */
        WEIGHTED_MEAN,
        /** What each unit said last, added up over the units: for what is there, such as households, not what happened. */
        LAST,
        /** Not at all. */
        NONE
    }

    public static final Aggregation SUM = new Aggregation(Kind.SUM, "");
    static final Aggregation NONE = new Aggregation(Kind.NONE, "");

    private static final Pattern BY = Pattern.compile("mean\\s++by\\s++(?:\\$\\{\\s*+)?([^\\s{}$]++)\\s*+}?");

    /** What an author has written; empty where it is none of the ways. */
    public static Optional<Aggregation> read(String written) {
        var text = written.strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "sum" -> Optional.of(SUM);
            case "mean" -> Optional.of(new Aggregation(Kind.MEAN, ""));
            case "last" -> Optional.of(new Aggregation(Kind.LAST, ""));
            case "none" -> Optional.of(NONE);
            default -> {
                var by = BY.matcher(text);
                yield by.matches() ? Optional.of(new Aggregation(Kind.WEIGHTED_MEAN, by.group(1))) : Optional.empty();
            }
        };
    }
}
