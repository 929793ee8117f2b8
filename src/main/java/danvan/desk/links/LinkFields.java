package danvan.desk.links;

import danvan.desk.port.LiveRows;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a link: what every report has, and its form's questions. Their names are those of the form, as far as OData
 * allows them, and stay the same in every language.
 */
final class LinkFields {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");
    private static final List<String> FIXED =
            List.of("receipt", "submitted", "unit_code", "unit", "period", "state", "urgent", "nil", "edition");

    /** What a column holds, as OData calls it. */
    enum Type {
        STRING("Edm.String"),
        BOOLEAN("Edm.Boolean"),
        INT("Edm.Int32"),
        DOUBLE("Edm.Double"),
        DATE("Edm.Date"),
        MOMENT("Edm.DateTimeOffset");

        private final String edm;

        Type(String edm) {
            this.edm = edm;
        }

        String edm() {
            return edm;
        }
    }

    /**
     * A column.
     *
     * @param label the question; of a fixed column its name
     */
    record Field(String name, String label, Type type) {}

    private final List<Field> fields = new ArrayList<>();
    private final ZoneId zone;

    LinkFields(List<LiveRows.Field> asked, ZoneId zone) {
        this.zone = zone;
        for (String name : FIXED) {
            fields.add(new Field(
                    name,
                    name,
                    switch (name) {
                        case "submitted" -> Type.MOMENT;
                        case "urgent", "nil" -> Type.BOOLEAN;
                        case "edition" -> Type.INT;
                        default -> Type.STRING;
                    }));
        }
        Set<String> names = new HashSet<>(FIXED);
        for (LiveRows.Field field : asked) {
            String base = name(field.path());
            String name = base;
            for (int i = 2; !names.add(name); i++) {
                name = base + "_" + i;
            }
            fields.add(new Field(
                    name,
                    field.label(),
                    switch (field.kind()) {
                        case NUMBER -> Type.DOUBLE;
                        case DAY -> Type.DATE;
                        case TEXT -> Type.STRING;
                    }));
        }
    }

    /** The groups and the question; the form's own name is left out. */
    private static String name(String path) {
        String inside = path.replaceFirst("^/[^/]*/", "");
        String plain = inside.replaceAll("[^A-Za-z0-9_]", "_");
        String name = plain.matches("[A-Za-z_].*") ? plain : "_" + plain;
        return name.length() > 120 ? name.substring(0, 120) : name;
    }

    List<Field> all() {
        return List.copyOf(fields);
    }

    /** The values of a report, in the order of the columns; a day or a number that is none is no value. */
    List<Optional<Object>> values(LiveRows.Line line) {
        List<Optional<Object>> values = new ArrayList<>(List.of(
                Optional.of(line.receipt()),
                Optional.of(line.submittedAt().atZone(zone).toOffsetDateTime().withNano(0)),
                Optional.of(line.unit()),
                Optional.of(line.unitName()),
                Optional.of(line.period()),
                Optional.of(line.state().name()),
                Optional.of(line.urgent()),
                Optional.of(line.nil()),
                Optional.of(line.edition())));
        for (int i = 0; i < line.answers().size(); i++) {
            values.add(value(line.answers().get(i), fields.get(FIXED.size() + i).type()));
        }
        return values;
    }

    private static Optional<Object> value(String answer, Type type) {
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        return switch (type) {
            case DOUBLE ->
                NUMBER.matcher(answer).matches() ? Optional.of(new java.math.BigDecimal(answer)) : Optional.empty();
            case DATE -> day(answer);
            default -> Optional.of(answer);
        };
    }

    private static Optional<Object> day(String answer) {
        try {
            return Optional.of(LocalDate.parse(answer.length() > 10 ? answer.substring(0, 10) : answer));
        } catch (DateTimeException e) {
            // No day of a calendar; a column of days has no place for it.
            return Optional.empty();
        }
    }
}
