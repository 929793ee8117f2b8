package danvan.form.admin;

import danvan.form.Field;
import danvan.form.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person who knows one version of a form finds changed in another: the words of the questions, in their order.
 *
 * @param added questions the earlier version has not
 * @param removed questions only the earlier version has
 * @param changed questions of both that ask in other words, for another kind of answer or with other choices
 */
public record FormChanges(List<String> added, List<String> removed, List<String> changed) {
    public FormChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    public static FormChanges between(Form earlier, Form later, String language) {
        var before = asked(earlier, language);
        var after = asked(later, language);
        var added = new ArrayList<String>();
        var changed = new ArrayList<String>();
        after.forEach((path, field) -> {
            var old = before.get(path);
            if (old == null) {
                added.add(words(field));
            } else if (!old.label().equals(field.label())
                    || old.type() != field.type()
                    || !old.choices().equals(field.choices())) {
                changed.add(words(field));
            }
        });
        var removed = before.values().stream()
                .filter(field -> !after.containsKey(field.path()))
                .map(FormChanges::words)
                .toList();
        return new FormChanges(added, removed, changed);
    }

    /** Of a form that is new: all of it. */
    static FormChanges of(Form form, String language) {
        return new FormChanges(
                asked(form, language).values().stream().map(FormChanges::words).toList(), List.of(), List.of());
    }

    private static String words(Field field) {
        return field.label().isBlank() ? field.name() : field.label();
    }

    private static Map<String, Field> asked(Form form, String language) {
        var fields = new LinkedHashMap<String, Field>();
        form.fields(language).stream().filter(Field::asked).forEach(field -> fields.put(field.path(), field));
        return fields;
    }
}
