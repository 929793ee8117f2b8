package danvan.form.session;

import java.util.List;
import java.util.Optional;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.jspecify.annotations.Nullable;

/** Repetitions whose number is calculated. JavaRosa makes the missing ones and leaves those that are too many. */
final class CountedRepeats {
    private final FormEngine engine;
    private final FormEntryModel model;

    CountedRepeats(FormEngine engine) {
        this.engine = engine;
        this.model = engine.model();
    }

    /** Each repetition is asked about in full: beyond this, nobody answers, and the engine only labours. */
    static final int MOST = 200;

    /** Whether an answer asks for more repetitions than a person can fill in. To be asked before they are made. */
    boolean isExcessive() {
        return isExcessive(engine.form().getChildren());
    }

    private boolean isExcessive(@Nullable List<IFormElement> elements) {
        for (var element : elements == null ? List.<IFormElement>of() : elements) {
            if (element instanceof GroupDef group) {
                if (group.getCountReference() != null && isExcessive(group)) {
                    return true;
                }
                if (isExcessive(group.getChildren())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isExcessive(GroupDef repeat) {
        var generic = ((TreeReference) repeat.getCountReference().getReference()).genericize();
        var nodes = engine.form().getEvaluationContext().expandReference(generic);
        return nodes != null && nodes.stream().anyMatch(node -> number(engine.element(node)) > MOST);
    }

    /** Takes away the repetitions beyond the number; says whether there were any. */
    boolean trim() {
        boolean trimmed = false;
        for (var extra = firstExtra(); extra.isPresent(); extra = firstExtra()) {
            engine.controller().deleteRepeat(extra.get());
            trimmed = true;
        }
        return trimmed;
    }

    private Optional<FormIndex> firstExtra() {
        for (var index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
                index.isInForm();
                index = model.incrementIndex(index)) {
            if (model.getEvent(index) == FormEntryController.EVENT_REPEAT
                    && engine.form().getChild(index) instanceof GroupDef repeat
                    && repeat.getCountReference() != null
                    && index.getElementMultiplicity() >= count(repeat, index)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private double count(GroupDef repeat, FormIndex index) {
        return number(engine.element(repeat.getConextualizedCountReference(index.getReference())));
    }

    private static double number(@Nullable TreeElement node) {
        try {
            return node == null
                    ? 0
                    : QuestionPrompt.value(node).map(Double::parseDouble).orElse(0.0);
        } catch (NumberFormatException e) {
            // A count that is no number asks for none.
            return 0;
        }
    }
}
