package danvan.form.input;

import danvan.form.FormContext;
import danvan.form.QuestionType;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Stored values in the way people write them. */
public final class AnswerText {
    /** Between choices that are put in an order. */
    public static final String RANKED_BEFORE = " › ";

    private AnswerText() {}

    public static String text(QuestionType type, String value, FormContext context) {
        try {
            return switch (type) {
                case INTEGER, DECIMAL -> number(new BigDecimal(value), context.language());
                case DATE -> date(LocalDate.parse(value.substring(0, 10)), context.language());
                case TIME -> value.substring(0, 5);
                case DATE_TIME ->
                    date(LocalDate.parse(value.substring(0, 10)), context.language()) + " " + value.substring(11, 16);
                case GEOPOINT -> place(value);
                default -> value;
            };
        } catch (NumberFormatException | java.time.DateTimeException | StringIndexOutOfBoundsException e) {
            // A raw XForm may keep anything in any node: then it is shown as it is.
            return value;
        }
    }

    private static String number(BigDecimal number, String language) {
        var format = new DecimalFormat(
                "#,##0.###############", DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language)));
        return format.format(number);
    }

    private static String date(LocalDate date, String language) {
        var pattern = language.startsWith("tr") ? "dd.MM.uuuu" : "dd/MM/uuuu";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date);
    }

    private static String place(String value) {
        var parts = value.split("\\s+", -1);
        return parts.length < 2 ? value : parts[0] + ", " + parts[1];
    }
}
