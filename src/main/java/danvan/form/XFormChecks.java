package danvan.form;

import java.util.function.BiConsumer;
import org.javarosa.core.model.FormIndex;
import org.javarosa.form.api.FormEntryController;

/** What a parsed form must not hold: questions that no chat can ask. */
final class XFormChecks {
    private XFormChecks() {}

    /** Calls back with the question's path and what is wrong with it. */
    static void check(ParsedForm parsed, BiConsumer<String, String> problem) {
        var model = parsed.model();
        for (var index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
                index.isInForm();
                index = model.incrementIndex(index)) {
            if (model.getEvent(index) == FormEntryController.EVENT_QUESTION) {
                var prompt = model.getQuestionPrompt(index);
                if (QuestionTypes.of(prompt.getControlType(), prompt.getDataType())
                        .isEmpty()) {
                    problem.accept(Stop.ref(index.getReference()), "is a kind of question that cannot be asked");
                }
            }
        }
    }
}
