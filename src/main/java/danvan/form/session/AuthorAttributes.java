package danvan.form.session;

import danvan.form.xform.BotAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.javarosa.core.model.instance.TreeElement;

/** The author's marks on the form's leaves: the columns {@code bind::bot:…}. */
public final class AuthorAttributes {
    private AuthorAttributes() {}

    /** By the mark's name: the marked paths, without the numbers of repetitions, each with what its mark says. */
    public static Map<String, Map<String, String>> of(FormEngine engine) {
        var marks = new LinkedHashMap<String, Map<String, String>>();
        collect(engine.form().getMainInstance().getRoot(), "", marks);
        return marks;
    }

    private static void collect(TreeElement element, String above, Map<String, Map<String, String>> marks) {
        var path = above + "/" + element.getName();
        for (var attribute : element.getBindAttributes()) {
            if (BotAttributes.NAMESPACE.equals(attribute.getNamespace())) {
                QuestionPrompt.value(attribute)
                        .ifPresent(text -> marks.computeIfAbsent(attribute.getName(), any -> new LinkedHashMap<>())
                                .put(path, text));
            }
        }
        for (int i = 0; i < element.getNumChildren(); i++) {
            collect(element.getChildAt(i), path, marks);
        }
    }
}
