package danvan.report.export;

import danvan.form.Choice;
import danvan.form.Field;
import danvan.form.QuestionType;
import danvan.form.aggregation.Aggregation;
import danvan.form.input.AnswerText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column of a form's table.
 *
 * @param path where its answers stand
 * @param labels what the choices are called, by value; empty where there are none
 * @param total how the answers of several reports are put together
 */
public record Column(
        String path,
        String name,
        String label,
        QuestionType type,
        Map<String, String> labels,
        boolean personal,
        Aggregation total) {
    /** What Excel's numbers hold without rounding: 15 digits. A leading zero is part of a code, not of a number. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,6})?");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,15})?");
    private static final Pattern CLOCK = Pattern.compile("[\\d:.]{5,18}(?:Z|[+-][\\d:]{2,6})");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");

    public Column {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    static Column of(Field field, Aggregation total) {
        return new Column(
                field.path(),
                field.name(),
                field.label(),
                field.type(),
                field.choices().stream()
                        .collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a, LinkedHashMap::new)),
                field.personal(),
                total);
    }

    /** For answers of a form version that is not there any more: nobody can say that they are not personal. */
    static Column unknown(String path) {
        return new Column(
                path,
                path.substring(path.lastIndexOf('/') + 1),
                path,
                QuestionType.TEXT,
                Map.of(),
                true,
                Aggregation.SUM);
    }

    /** Whether its answers are numbers that can be added up. */
    public boolean numeric() {
        return type == QuestionType.INTEGER || type == QuestionType.DECIMAL;
    }

    Cell cell(String stored, boolean withLabels, ZoneId zone) {
        String text = stored.strip();
        return switch (type) {
            case INTEGER, DECIMAL -> number(text);
            case DATE, DATE_TIME -> time(text, zone);
            case TIME -> withLabels ? clock(text) : Cell.of(text);
            case SELECT_ONE -> Cell.of(withLabels ? labels.getOrDefault(text, text) : text);
            case SELECT_MULTIPLE -> Cell.of(withLabels ? labelled(text, "; ") : text);
            case RANK -> Cell.of(withLabels ? labelled(text, AnswerText.RANKED_BEFORE) : text);
            case COMPUTED -> computed(text, zone);
            default -> Cell.of(stored);
        };
    }

    private String labelled(String values, String between) {
        return Arrays.stream(values.split("\\s+", -1))
                .map(value -> labels.getOrDefault(value, value))
                .collect(Collectors.joining(between));
    }

    /** The latitude and the longitude of a place; texts where they are not. */
    List<Cell> place(String stored) {
        String[] parts = stored.strip().split("\\s+", -1);
        return parts.length < 2 ? List.of(Cell.of(stored), Cell.EMPTY) : List.of(degrees(parts[0]), degrees(parts[1]));
    }

    private static Cell degrees(String text) {
        return DEGREES.matcher(text).matches() ? new Cell.Figure(new BigDecimal(text)) : Cell.of(text);
    }

    boolean isPlace() {
        return type == QuestionType.GEOPOINT;
    }

    /** Stored with the offset of the zone it was answered in, as XForms has it. */
    private static Cell clock(String text) {
        try {
            return new Cell.TimeOfDay(
                    CLOCK.matcher(text).matches() ? OffsetTime.parse(text).toLocalTime() : LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Cell.of(text);
        }
    }

    private static Cell computed(String text, ZoneId zone) {
        return NUMBER.matcher(text).matches() ? number(text) : time(text, zone);
    }

    private static Cell number(String text) {
        return NUMBER.matcher(text).matches() ? new Cell.Figure(new BigDecimal(text)) : Cell.of(text);
    }

    private static Cell time(String text, ZoneId zone) {
        try {
            if (DAY.matcher(text).matches()) {
                return new Cell.Day(LocalDate.parse(text));
            }
            if (MOMENT.matcher(text).matches()) {
                return new Cell.Moment(
                        OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime());
            }
        } catch (DateTimeException e) {
            // Not in a form Excel knows; the text says what it is.
        }
        return Cell.of(text);
    }
}
