package danvan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.javarosa.core.model.GroupDef;

/** The repetitions of a draft that a person may take away. */
final class Repetitions {
    private Repetitions() {}

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
                var place = NodePath.of(captions[innermost].getIndex().getReference());
                found.putIfAbsent(
                        place,
                        new Repetition(place, stop.ref(), String.join(" › ", QuestionPrompt.groups(parsed, stop))));
            }
        }
        return new ArrayList<>(found.values());
    }
}
