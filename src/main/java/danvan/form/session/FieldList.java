package danvan.form.session;

import danvan.form.Choice;
import danvan.form.Field;
import danvan.form.QuestionType;
import danvan.form.xform.BotAttributes;
import danvan.form.xform.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.ItemsetBinding;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/** The fields of a form: its leaves, each with the question that asks for it, if one does. */
public final class FieldList {
    private final FormEngine engine;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Set<String> repeats = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();

    private record Control(QuestionDef question, List<String> groups) {}

    private FieldList(FormEngine engine) {
        this.engine = engine;
    }

    public static List<Field> of(FormEngine engine, String language) {
        engine.speakName(language);
        var list = new FieldList(engine);
        list.findControls(engine.form().getChildren(), List.of());
        list.collect(engine.pristine(), "");
        return List.copyOf(list.fields);
    }

    private void findControls(@Nullable List<IFormElement> elements, List<String> groups) {
        for (var element : elements == null ? List.<IFormElement>of() : elements) {
            if (element instanceof GroupDef group) {
                if (group.getRepeat()) {
                    repeats.add(path(group));
                }
                var label = engine.texts().plain(group.getTextID(), group.getLabelInnerText());
                var inner = new ArrayList<>(groups);
                if (!label.isEmpty()) {
                    inner.add(label);
                }
                findControls(group.getChildren(), inner);
            } else if (element instanceof QuestionDef question) {
                var known = controls.putIfAbsent(path(question), new Control(question, groups));
                assert known == null || known.question() != question;
            }
        }
    }

    private static String path(IFormElement element) {
        return element.getBind() == null
                ? ""
                : NodePath.of(((TreeReference) element.getBind().getReference()).genericize());
    }

    private void collect(TreeElement element, String parent) {
        var path = parent + "/" + element.getName();
        if (element.getNumChildren() == 0) {
            if (seen.add(path)) {
                fields.add(field(element, path));
            }
            return;
        }
        for (int i = 0; i < element.getNumChildren(); i++) {
            collect(element.getChildAt(i), path);
        }
    }

    private Field field(TreeElement leaf, String path) {
        var control = Optional.ofNullable(controls.get(path));
        var type = control.flatMap(c -> QuestionTypes.of(c.question().getControlType(), leaf.getDataType()));
        var label = control.map(c -> engine.texts()
                        .plain(c.question().getTextID(), c.question().getLabelInnerText()))
                .filter(text -> !text.isEmpty())
                .orElse(leaf.getName());
        return new Field(
                path,
                leaf.getName(),
                repeats.stream()
                        .filter(repeat -> path.startsWith(repeat + "/"))
                        .max(java.util.Comparator.comparingInt(String::length)),
                control.map(Control::groups).orElse(List.of()),
                label,
                type.orElse(QuestionType.COMPUTED),
                control.filter(c -> type.filter(QuestionType::hasChoices).isPresent())
                        .map(c -> choices(c.question()))
                        .orElse(List.of()),
                QuestionPrompt.isPersonal(leaf),
                type.isPresent() && leaf.isEnabled(),
                marks(leaf));
    }

    private static Map<String, String> marks(TreeElement leaf) {
        var marks = new LinkedHashMap<String, String>();
        for (var attribute : leaf.getBindAttributes()) {
            if (BotAttributes.NAMESPACE.equals(attribute.getNamespace())) {
                QuestionPrompt.value(attribute).ifPresent(text -> marks.put(attribute.getName(), text));
            }
        }
        return marks;
    }

    private List<Choice> choices(QuestionDef question) {
        var itemset = question.getDynamicChoices();
        if (itemset != null) {
            return looked(itemset);
        }
        return question.getChoices().stream()
                .map(choice -> new Choice(
                        choice.getValue(),
                        orValue(
                                engine.texts().plain(choice.getTextID(), choice.getLabelInnerText()),
                                choice.getValue())))
                .toList();
    }

    /** Every item of the list, whether or not the filter would leave it. */
    private List<Choice> looked(ItemsetBinding itemset) {
        var all = itemset.nodesetRef.removePredicates();
        var context = new EvaluationContext(engine.form().getEvaluationContext(), all);
        var found = new LinkedHashMap<String, Choice>();
        var items = context.expandReference(all);
        for (var item : items == null ? List.<TreeReference>of() : items) {
            var here = new EvaluationContext(engine.form().getEvaluationContext(), item);
            var value = String.valueOf(
                    itemset.getRelativeValue().evalReadable(engine.form().getMainInstance(), here));
            var label = itemset.labelExpr == null
                    ? value
                    : itemset.labelExpr.evalReadable(engine.form().getMainInstance(), here);
            var text = itemset.labelIsItext ? engine.texts().plain(label, value) : label;
            var known = found.putIfAbsent(value, new Choice(value, orValue(text, value)));
            assert known == null || known.value().equals(value);
        }
        return List.copyOf(found.values());
    }

    private static String orValue(@Nullable String text, String value) {
        return text == null || text.isEmpty() ? value : text;
    }
}
