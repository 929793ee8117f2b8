package danvan.form;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.Consumer;
import org.javarosa.core.model.FormIndex;
import org.javarosa.form.api.FormEntryController;

/** Begins, saves and restores a form once in every language before it is served: what fails here would fail a person. */
final class XFormTrial {
    /** Any moment will do; a trial must not depend on the day it is made. */
    private static final ZonedDateTime MOMENT = ZonedDateTime.of(2024, 1, 2, 12, 0, 0, 0, ZoneOffset.UTC);

    private XFormTrial() {}

    /** Calls back with what is wrong, and where. */
    static void run(ParsedForm parsed, Consumer<LocalizedMessage> problem) {
        for (var language : parsed.languages().codes()) {
            var context = new FormContext(MOMENT, language, "trial");
            var state = FormRun.begin(parsed, context, "trial").state();
            var run = FormRun.resume(parsed, context, state);
            if (!run.state().instanceXml().equals(state.instanceXml())) {
                problem.accept(LocalizedMessage.of("changesOnRestore"));
            }
        }
        var model = parsed.model();
        for (var index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
                index.isInForm();
                index = model.incrementIndex(index)) {
            if (model.getEvent(index) == FormEntryController.EVENT_QUESTION) {
                var prompt = model.getQuestionPrompt(index);
                if (QuestionTypes.of(prompt.getControlType(), prompt.getDataType())
                        .isEmpty()) {
                    problem.accept(LocalizedMessage.of("notInChat", NodePath.of(index.getReference())));
                }
            }
        }
    }
}
