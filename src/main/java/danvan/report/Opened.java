package danvan.report;

import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.Step;
import java.time.LocalDate;

/** A draft opened for one turn. */
record Opened(Means means, Turn turn, Form form, Draft draft) {
    FormContext context() {
        return means.context(turn);
    }

    LocalDate today() {
        return means.today(turn);
    }

    /** Where the person is. */
    Step step() {
        return form.current(draft.state(), context());
    }

    /** Draws steps whose buttons are good at once. */
    StepView view() {
        return new StepView(turn, form, draft.gathered(), turn.revision());
    }
}
