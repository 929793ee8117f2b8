package danvan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.javarosa.core.model.GroupDef;

/**
 * One time through a repeated group, which a person may take away.
 *
 * @param place its ref, such as {@code /data/household[2]}; the first one bears no number
 * @param ref of a step inside, for {@link Form#removeRepetition}
 * @param label as the groups are shown, such as «Household 2»
 */
public record Repetition(String place, String ref, String label) {
    public Repetition {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(label, "label");
    }

    /** Those whose number a person decides: what a count or the author has fixed stays. */
    static List<Repetition> of(ParsedForm parsed, List<FormPosition> stops) {
        var found = new LinkedHashMap<String, Repetition>();
        for (var stop : stops) {
            if (stop.kind() == FormPosition.Kind.REPEAT_PROMPT) {
                continue;
            }
            var captions = parsed.model().getCaptionHierarchy(stop.index());
            int innermost = captions.length - 2;
            while (innermost >= 0 && !captions[innermost].repeats()) {
                innermost--;
            }
            if (innermost >= 0
                    && captions[innermost].getFormElement() instanceof GroupDef group
                    && group.getCountReference() == null
                    && !group.noAddRemove) {
                var place = FormPosition.ref(captions[innermost].getIndex().getReference());
                found.putIfAbsent(
                        place,
                        new Repetition(place, stop.ref(), String.join(" › ", QuestionPrompt.groups(parsed, stop))));
            }
        }
        return new ArrayList<>(found.values());
    }
}
