package danvan.form.input;

import danvan.form.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them: {@code 1.200}, {@code 1 200}, {@code 12,5}, {@code 80%}. */
final class TypedNumbers {
    /** What shows nothing: of no width, or a mark of the direction of writing. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private static final Pattern BLANK = Pattern.compile("[^\\S\\n]");
    private static final Pattern BESIDE_FIGURES = Pattern.compile("(?<![\\d\\s])\\s++|(?<!\\s)\\s++(?!\\d)");
    private static final Pattern GROUPED_BY_BLANK =
            Pattern.compile("[+-]?\\d{1,3}(?:[^\\S\\n]\\d{3})++(?:[.,]\\d*+)?+\\s*+%?+");
    private static final Pattern WHOLE = Pattern.compile("[+-]?(\\d+|\\d{1,3}([.,])\\d{3}(\\2\\d{3})*)");
    private static final Pattern GROUPED_BY_DOT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)");
    private static final int MOST_DIGITS = 30;

    private TypedNumbers() {}

    /** Figures, or one whole number among words. */
    static ParsedAnswer whole(String typed, String language) {
        if (isOnSeveralLines(typed)) {
            return ParsedAnswer.refused(Outcome.Reason.NOT_WHOLE_NUMBER);
        }
        var figures = wholeFigures(PoliteWords.withoutEnd(typed));
        return figures instanceof ParsedAnswer.Understood || isTooLarge(figures)
                ? figures
                : CountedWords.number(typed, text -> scaled(text, language))
                        .map(number -> number.stripTrailingZeros().scale() > 0
                                ? figures
                                : wholeFigures(number.setScale(0, RoundingMode.UNNECESSARY)
                                        .toPlainString()))
                        .orElse(figures);
    }

    /** Figures, or one number among words. */
    static ParsedAnswer decimal(String typed, String language) {
        if (isOnSeveralLines(typed)) {
            return ParsedAnswer.refused(Outcome.Reason.NOT_NUMBER);
        }
        var figures = decimalFigures(PoliteWords.withoutEnd(typed), language);
        return figures instanceof ParsedAnswer.Understood || isTooLarge(figures)
                ? figures
                : CountedWords.number(typed, text -> scaled(text, language))
                        .map(number -> ParsedAnswer.of(stored(number)))
                        .orElse(figures);
    }

    /** Each line is a number of its own. */
    private static boolean isOnSeveralLines(String typed) {
        return typed.lines()
                        .filter(line -> line.chars().anyMatch(Character::isDigit))
                        .count()
                > 1;
    }

    private static boolean isTooLarge(ParsedAnswer answer) {
        return answer instanceof ParsedAnswer.Refused refused && refused.reason() == Outcome.Reason.NUMBER_TOO_LARGE;
    }

    /** Figures that words stand beside. */
    private static Optional<BigDecimal> scaled(String figures, String language) {
        return decimalFigures(figures, language) instanceof ParsedAnswer.Understood number
                ? Optional.of(new BigDecimal(number.values().get(0)))
                : Optional.empty();
    }

    private static ParsedAnswer wholeFigures(String typed) {
        var text = withoutPercent(plain(typed));
        if (!WHOLE.matcher(text).matches()) {
            return ParsedAnswer.refused(Outcome.Reason.NOT_WHOLE_NUMBER);
        }
        var number = new BigInteger(text.replaceAll("[.,+]", ""));
        return number.bitLength() < Integer.SIZE
                ? ParsedAnswer.of(number.toString())
                : ParsedAnswer.refused(Outcome.Reason.NUMBER_TOO_LARGE);
    }

    /**
     * {@code 1.200} is one thousand two hundred to a Vietnamese or a Turk and one and a fifth to an Englishman: the
     * language decides, unless the number can be read in one way only.
     */
    private static ParsedAnswer decimalFigures(String typed, String language) {
        var text = withoutPercent(plain(typed));
        if (text.length() > MOST_DIGITS) {
            return ParsedAnswer.refused(Outcome.Reason.NUMBER_TOO_LARGE);
        }
        boolean commaIsPoint = !language.startsWith("en");
        boolean byDot = GROUPED_BY_DOT.matcher(text).matches() && (commaIsPoint || isUnmistakable(text, '.', ','));
        boolean byComma = GROUPED_BY_COMMA.matcher(text).matches() && (!commaIsPoint || isUnmistakable(text, ',', '.'));
        if (byDot) {
            text = text.replace(".", "").replace(',', '.');
        } else if (byComma) {
            text = text.replace(",", "");
        } else if (DECIMAL.matcher(text).matches()) {
            text = text.replace(',', '.');
        } else {
            return ParsedAnswer.refused(Outcome.Reason.NOT_NUMBER);
        }
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        return ParsedAnswer.of(stored(new BigDecimal(text)));
    }

    /** The grouping sign stands twice, or the other sign follows it: no other reading is left. */
    private static boolean isUnmistakable(String text, char group, char point) {
        return text.indexOf(group) != text.lastIndexOf(group) || text.indexOf(point) >= 0;
    }

    private static String stored(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static String withoutPercent(String text) {
        return text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    }

    /** Without blanks, but for those that part figures and are no sign of thousands: "4 5 6" are three numbers. */
    private static String plain(String typed) {
        var text = INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip()
                .replace('\u2212', '-');
        var blanks = GROUPED_BY_BLANK.matcher(text).matches() ? BLANK : BESIDE_FIGURES;
        return blanks.matcher(text).replaceAll("");
    }
}
