package danvan.report.export;

import danvan.form.Field;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.form.aggregation.Aggregation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A form with all its versions, as tables: one for what stands once in a report, and one for each repeat.
 *
 * @param tables columns by the path of their repeat; that of the empty path comes first
 */
public record FormTables(String form, String title, Map<String, List<Column>> tables) {
    private static final String META = "/meta/";

    /** What the form's versions ask, in the newest one's order; what earlier ones asked stands where it stood. */
    public static FormTables of(Forms forms, String form, String title, String language) {
        List<Form> versions = forms.versions(form);
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, Aggregation> totals = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        for (Form version : versions) {
            int after = -1;
            for (Field field : version.fields(language)) {
                int at = order.indexOf(field.path());
                if (at < 0) {
                    order.add(after + 1, field.path());
                    after++;
                } else {
                    after = at;
                }
                totals.put(field.path(), version.total(field.path()));
                Field before = fields.get(field.path());
                // Once personal, always personal.
                fields.put(field.path(), before != null && before.personal() ? personal(field) : field);
            }
        }
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        tables.put("", new ArrayList<>());
        for (String path : order) {
            Field field = java.util.Objects.requireNonNull(fields.get(path));
            if (!path.contains(META)) {
                tables.computeIfAbsent(field.repeat().orElse(""), any -> new ArrayList<>())
                        .add(Column.of(field, totals.getOrDefault(path, Aggregation.SUM)));
            }
        }
        String name =
                versions.isEmpty() ? title : versions.get(versions.size() - 1).title(language);
        return new FormTables(form, name, tables);
    }

    private static Field personal(Field field) {
        return new Field(
                field.path(),
                field.name(),
                field.repeat(),
                field.groups(),
                field.label(),
                field.type(),
                field.choices(),
                true,
                field.asked(),
                field.marks());
    }

    public Collection<String> repeats() {
        return tables.keySet().stream().filter(path -> !path.isEmpty()).toList();
    }

    public Optional<Column> column(String path) {
        return columns().filter(column -> column.path().equals(path)).findFirst();
    }

    /** The column of a question that stands in the same table as another. */
    public Optional<Column> beside(Column column, String name) {
        return tables.values().stream()
                .filter(columns -> columns.contains(column))
                .flatMap(List::stream)
                .filter(other -> other.name().equals(name))
                .findFirst();
    }

    /** The path of the repeat in which a column stands; empty where it stands once. */
    public String repeatOf(Column column) {
        return tables.entrySet().stream()
                .filter(table -> table.getValue().contains(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    public Stream<Column> columns() {
        return tables.values().stream().flatMap(List::stream);
    }

    /** The same with those columns only that hold an answer somewhere, and with columns for answers no version knows. */
    FormTables holding(Set<String> answered, Predicate<Column> allowed) {
        Map<String, List<Column>> held = new LinkedHashMap<>();
        tables.forEach((repeat, columns) -> held.put(
                repeat,
                new ArrayList<>(columns.stream()
                        .filter(column -> answered.contains(column.path()))
                        .filter(allowed)
                        .toList())));
        Set<String> known = new LinkedHashSet<>();
        columns().forEach(column -> known.add(column.path()));
        for (String path : answered) {
            Column column = Column.unknown(path);
            if (!known.contains(path) && !path.contains(META) && allowed.test(column)) {
                String repeat = held.keySet().stream()
                        .filter(around -> !around.isEmpty() && path.startsWith(around + "/"))
                        .reduce("", (a, b) -> b.length() > a.length() ? b : a);
                held.computeIfAbsent(repeat, any -> new ArrayList<>()).add(column);
            }
        }
        return new FormTables(form, title, held);
    }
}
