package danvan.form.session;

import danvan.form.Repetition;
import danvan.form.xform.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.javarosa.core.model.GroupDef;

/** The repetitions of a draft that a person may take away. */
final class Repetitions {
    private Repetitions() {}

    /** Those whose number a person decides: what a count or the author has fixed stays. */
    static List<Repetition> of(FormEngine engine, List<FormPosition> positions) {
        var found = new LinkedHashMap<String, Repetition>();
        for (var position : positions) {
            if (position.kind() == FormPosition.Kind.REPEAT_PROMPT) {
                continue;
            }
            var captions = engine.model().getCaptionHierarchy(position.index());
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
                        new Repetition(
                                place, position.ref(), String.join(" › ", QuestionPrompt.groups(engine, position))));
            }
        }
        return new ArrayList<>(found.values());
    }
}
