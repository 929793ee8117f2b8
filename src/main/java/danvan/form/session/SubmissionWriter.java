package danvan.form.session;

import danvan.form.FormContext;
import danvan.form.QuestionType;
import danvan.form.Submission;
import danvan.form.xform.NodePath;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;

/** Turns a draft that has passed every check into a {@link Submission}. */
public final class SubmissionWriter {
    private final FormEngine engine;
    private final ZonedDateTime now;
    private final List<Submission.Value> values = new ArrayList<>();
    private final Map<TreeReference, QuestionType> types = new HashMap<>();
    private final IdentityHashMap<TreeElement, IAnswerData> uncorrected = new IdentityHashMap<>();

    public SubmissionWriter(FormEngine engine, FormContext context) {
        this.engine = engine;
        this.now = context.now();
    }

    public Submission write(String formId, String version) {
        engine.form().postProcessInstance();
        readTypes();
        var root = engine.form().getMainInstance().getRoot();
        collect(root);
        var instanceId = values.stream()
                .filter(v -> v.ref().endsWith("/meta/instanceID"))
                .map(Submission.Value::text)
                .findFirst()
                .orElse("");
        var xml = engine.write(true);
        // The session may be read on after this: in a draft, times have no offset of their own.
        uncorrected.forEach(TreeElement::setValue);
        return new Submission(formId, version, instanceId, xml, values);
    }

    private void readTypes() {
        var model = engine.model();
        for (var index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
                index.isInForm();
                index = model.incrementIndex(index)) {
            if (model.getEvent(index) == FormEntryController.EVENT_QUESTION) {
                var prompt = model.getQuestionPrompt(index);
                QuestionTypes.of(prompt.getControlType(), prompt.getDataType())
                        .ifPresent(type -> types.put(prompt.getIndex().getReference(), type));
            }
        }
    }

    private void collect(TreeElement element) {
        if (element.getMult() == TreeReference.INDEX_TEMPLATE || !element.isRelevant()) {
            return;
        }
        for (int i = 0; i < element.getNumChildren(); i++) {
            collect(element.getChildAt(i));
        }
        if (element.isLeaf()) {
            var type = types.getOrDefault(element.getRef(), QuestionType.COMPUTED);
            correctOffset(element, type);
            QuestionPrompt.value(element)
                    .ifPresent(text -> values.add(new Submission.Value(
                            NodePath.of(element.getRef()),
                            element.getName(),
                            type,
                            text,
                            QuestionPrompt.isPersonal(element))));
        }
    }

    private void correctOffset(TreeElement element, QuestionType type) {
        int data = element.getDataType();
        boolean isTime = data == Constants.DATATYPE_TIME || data == Constants.DATATYPE_DATE_TIME;
        if (isTime || type == QuestionType.COMPUTED) {
            QuestionPrompt.value(element)
                    .flatMap(value -> ZoneOffsets.corrected(value, now))
                    .ifPresent(value -> {
                        uncorrected.put(element, element.getValue());
                        element.setValue(new StringData(value));
                    });
        }
    }
}
