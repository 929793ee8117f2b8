package danvan.form.session;

import danvan.form.FormContext;
import danvan.form.FormProblem;
import danvan.form.InstanceValues;
import danvan.form.xform.NodePath;
import danvan.text.Problem;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.Consumer;
import org.javarosa.core.model.FormIndex;
import org.javarosa.form.api.FormEntryController;

/** Begins, saves and restores a form once in every language before it is served: what fails here would fail a person. */
public final class LoadCheck {
    /** Any moment will do; a trial must not depend on the day it is made. */
    private static final ZonedDateTime MOMENT = ZonedDateTime.of(2024, 1, 2, 12, 0, 0, 0, ZoneOffset.UTC);

    private LoadCheck() {}

    /** Calls back with what is wrong, and where. */
    public static void run(FormEngine engine, Consumer<Problem> problem) {
        for (var language : engine.languages().codes()) {
            var context = new FormContext(MOMENT, language, "trial");
            var state = DraftRun.begin(engine, context, "trial").state();
            var run = DraftRun.resume(engine, context, state);
            if (!InstanceValues.sorted(run.state().instanceXml()).equals(InstanceValues.sorted(state.instanceXml()))) {
                problem.accept(FormProblem.of("changesOnRestore"));
            }
        }
        var model = engine.model();
        for (var index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
                index.isInForm();
                index = model.incrementIndex(index)) {
            if (model.getEvent(index) == FormEntryController.EVENT_QUESTION) {
                var prompt = model.getQuestionPrompt(index);
                if (QuestionTypes.of(prompt.getControlType(), prompt.getDataType())
                        .isEmpty()) {
                    problem.accept(FormProblem.of("notInChat", NodePath.of(index.getReference())));
                }
            }
        }
    }
}
