package danvan.report.dialog;

import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Step;
import danvan.report.store.Draft;
import java.time.LocalDate;
import java.util.List;

/**
 * A draft opened for one turn, in the turn's one session of its form.
 *
 * @param draft as the turn found it
 * @param session the draft as it is now
 * @param step where the person was when the turn began
 */
record OpenDraft(Turn turn, Form form, Draft draft, FormSession session, Step step, LocalDate today) {
    static OpenDraft of(Turn turn, Form form, Draft draft, FormSession session, LocalDate today) {
        return new OpenDraft(turn, form, draft, session, session.current(), today);
    }

    /** Draws steps whose buttons are good at once. */
    StepView view() {
        return StepView.of(turn, form, draft);
    }

    /** The choices of a question that are ticked so far, by value. */
    List<String> ticks(Step.Question question) {
        return draft.ticked().orElseGet(() -> given(question));
    }

    /** The values of a question's answer. */
    static List<String> given(Step.Question question) {
        return question.answer().map(given -> given.values()).orElse(List.of());
    }

    /** Whether anything may be typed at a step, and nothing personal. */
    static boolean isFreeText(Step step) {
        return step instanceof Step.Question question
                && question.type() == danvan.form.QuestionType.TEXT
                && !question.personal();
    }
}
