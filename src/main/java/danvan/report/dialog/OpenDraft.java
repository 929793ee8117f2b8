package danvan.report.dialog;

import danvan.report.Means;
import danvan.report.store.Draft;
import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Step;
import java.time.LocalDate;

/** A draft opened for one turn, in the turn's one session of its form. */
final class OpenDraft {
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;
    private final FormSession session;
    private final Step step;

    OpenDraft(Means means, Turn turn, Form form, Draft draft, FormSession session) {
        this.means = means;
        this.turn = turn;
        this.form = form;
        this.draft = draft;
        this.session = session;
        this.step = session.current();
    }

    Means means() {
        return means;
    }

    Turn turn() {
        return turn;
    }

    Form form() {
        return form;
    }

    /** The draft as the turn found it. */
    Draft draft() {
        return draft;
    }

    /** The draft as it is now. */
    FormSession session() {
        return session;
    }

    /** Where the person was when the turn began. */
    Step step() {
        return step;
    }

    LocalDate today() {
        return means.today(turn);
    }

    /** Draws steps whose buttons are good at once. */
    StepView view() {
        return new StepView(turn, form, draft.gathered(), turn.revision());
    }
}
