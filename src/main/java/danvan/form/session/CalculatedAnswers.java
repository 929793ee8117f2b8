package danvan.form.session;

import danvan.form.FormException;
import danvan.form.xform.EngineAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.javarosa.xpath.XPathConditional;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.parser.XPathSyntaxException;

/**
 * Answers that the form calculates until the person answers otherwise ({@link EngineAttributes#CALCULATION}). An answer
 * counts as the person's as soon as it differs from what the form would calculate, so nothing needs to be remembered
 * beside the draft.
 */
final class CalculatedAnswers {
    private final FormEngine engine;
    private final Map<String, XPathConditional> parsed = new HashMap<>();

    CalculatedAnswers(FormEngine engine) {
        this.engine = engine;
    }

    /** The answers that a person has changed. */
    Set<TreeElement> changedByPerson() {
        Set<TreeElement> changed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var element : elements()) {
            if (!QuestionPrompt.value(element).orElse("").equals(calculated(element))) {
                changed.add(element);
            }
        }
        return changed;
    }

    /**
     * Calculates all others again. Each may need any other one, so there are as many rounds as answers; what has not come
     * to rest then needs its own result and is left as it is.
     */
    void update(Set<TreeElement> changedByPerson) {
        var elements = elements();
        boolean settled = elements.isEmpty();
        for (int round = 0; round <= elements.size() && !settled; round++) {
            settled = true;
            for (var element : elements) {
                settled &= changedByPerson.contains(element) || !updated(element);
            }
        }
    }

    private boolean updated(TreeElement element) {
        var value = calculated(element);
        if (QuestionPrompt.value(element).orElse("").equals(value)) {
            return false;
        }
        var data = value.isEmpty() ? null : XFormAnswerDataParser.getAnswerData(value, element.getDataType());
        engine.form().setValue(data, element.getRef(), true);
        return true;
    }

    /** As it would be stored: a number that is no number and a date that is none are stored as nothing. */
    private String calculated(TreeElement element) {
        var place = element.getRef();
        var context = new EvaluationContext(engine.form().getEvaluationContext(), place);
        var value =
                XPathFuncExpr.toString(expression(element).evalRaw(engine.form().getMainInstance(), context));
        return Optional.of(value)
                .filter(text -> !text.isEmpty() && !text.equals("NaN"))
                .map(text -> XFormAnswerDataParser.getAnswerData(text, element.getDataType()))
                .map(data -> data.uncast().getString())
                .orElse("");
    }

    private XPathConditional expression(TreeElement element) {
        var written = element.getBindAttributeValue(EngineAttributes.NAMESPACE, EngineAttributes.CALCULATION);
        return parsed.computeIfAbsent(written, xpath -> {
            try {
                return new XPathConditional(xpath);
            } catch (XPathSyntaxException e) {
                throw new FormException("Reading the calculation " + xpath, e);
            }
        });
    }

    private List<TreeElement> elements() {
        var found = new ArrayList<TreeElement>();
        if (engine.calculatesAnswers()) {
            collect(engine.form().getMainInstance().getRoot(), found);
        }
        return found;
    }

    private static void collect(TreeElement element, List<TreeElement> found) {
        if (element.getMult() == TreeReference.INDEX_TEMPLATE) {
            return;
        }
        if (isCalculated(element)) {
            found.add(element);
        }
        for (int i = 0; i < element.getNumChildren(); i++) {
            collect(element.getChildAt(i), found);
        }
    }

    private static boolean isCalculated(TreeElement element) {
        return element.getBindAttributeValue(EngineAttributes.NAMESPACE, EngineAttributes.CALCULATION) != null;
    }

    /** Whether an instance, its templates included, holds an answer that is also calculated. */
    static boolean areIn(TreeElement element) {
        if (isCalculated(element)) {
            return true;
        }
        for (int i = 0; i < element.getNumChildren(); i++) {
            if (areIn(element.getChildAt(i))) {
                return true;
            }
        }
        return false;
    }
}
