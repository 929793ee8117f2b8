package danvan.task.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A programme's tree, by the columns of its workbook: each stands for a key of the YAML, or for a key within one. */
public final class ProgrammeTree {
    public static final List<String> HEAD = List.of("year", "name.vi", "name.tr", "name.en");
    public static final List<String> COLUMNS = List.of(
            "id",
            "title.vi",
            "title.tr",
            "title.en",
            "text.vi",
            "text.tr",
            "text.en",
            "source.document",
            "source.passage",
            "status",
            "label.vi",
            "label.tr",
            "label.en",
            "due",
            "every",
            "due_note.vi",
            "due_note.tr",
            "due_note.en",
            "owner.unit",
            "owner.role",
            "owner.member",
            "audience.level",
            "audience.roles",
            "audience.units",
            "audience.under",
            "lead_days",
            "evidence",
            "form",
            "escalate_after",
            "period");
    static final Set<String> LISTS = Set.of("audience.roles", "audience.units", "audience.under", "lead_days");

    /** A column whose values differ. */
    record Difference(String column, String before, String after) {}

    private ProgrammeTree() {}

    static void put(Map<String, Yaml> fields, String column, Yaml value, int place) {
        int dot = column.indexOf('.');
        if (dot < 0) {
            fields.put(column, value);
            return;
        }
        String outer = column.substring(0, dot);
        Map<String, Yaml> inner = fields.get(outer) instanceof Yaml.Fields have
                ? new LinkedHashMap<>(have.fields())
                : new LinkedHashMap<>();
        int first = fields.containsKey(outer) ? fields.get(outer).line() : place;
        inner.put(column.substring(dot + 1), value);
        fields.put(outer, new Yaml.Fields(inner, first));
    }

    /** A programme's tree as text that is read again. */
    public static String yaml(Yaml tree) {
        try {
            return new YAMLMapper().writeValueAsString(plain(tree));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing a programme", e);
        }
    }

    private static Object plain(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        if (value instanceof Yaml.Items items) {
            return items.items().stream().map(ProgrammeTree::plain).toList();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Yaml.Fields) value).fields().forEach((key, inner) -> fields.put(key, plain(inner)));
        return fields;
    }

    /** The columns in which two tasks' trees differ, with what stands there. */
    static List<Difference> differences(Yaml before, Yaml after) {
        return COLUMNS.stream()
                .map(column -> new Difference(column, text(before, column), text(after, column)))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    private static String text(Yaml task, String column) {
        return task instanceof Yaml.Fields fields
                ? value(fields, column).map(ProgrammeTree::flat).orElse("")
                : "";
    }

    /** What a column holds of a tree. */
    static Optional<Yaml> value(Yaml.Fields fields, String column) {
        int dot = column.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(fields.fields().get(column));
        }
        return fields.fields().get(column.substring(0, dot)) instanceof Yaml.Fields inner
                ? Optional.ofNullable(inner.fields().get(column.substring(dot + 1)))
                : Optional.empty();
    }

    /** A value as a cell holds it. */
    static String flat(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        if (value instanceof Yaml.Items items) {
            return String.join(
                    ", ", items.items().stream().map(ProgrammeTree::flat).toList());
        }
        return String.join(
                ", ",
                ((Yaml.Fields) value)
                        .fields().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + flat(entry.getValue()))
                                .toList());
    }
}
