package danvan.report.dialog;

import danvan.report.Means;
import danvan.report.store.AnswerCipher;
import danvan.report.store.Draft;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.text.Markup;
import java.util.Optional;

/** A message that answered a question was edited: the answer follows, checked as any other. */
final class EditedAnswer {
    private static final int LONGEST = 300;

    private final OpenDraft opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;
    private final FormSession session;

    EditedAnswer(OpenDraft opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.draft = opened.draft();
        this.session = opened.session();
    }

    /**
     * Puts the new words in the old ones' place; empty where the question is no longer asked.
     *
     * @param isOpen whether the draft is what the person is at
     */
    Optional<Reply> changed(String ref, String words, boolean isOpen) {
        session.visit(ref);
        if (!(session.current() instanceof Step.Question question)
                || !question.ref().equals(ref)) {
            return Optional.empty();
        }
        Optional<Reply> personal =
                AnswerHandler.isFreeText(question) ? AnswerHandler.refusedPersonal(turn, words) : Optional.empty();
        if (personal.isPresent()) {
            return personal.map(reply -> reply.andSay(unchanged(ref)));
        }
        Outcome outcome = session.answer(new Answer.Typed(words));
        return Optional.of(
                outcome instanceof Outcome.Accepted
                        ? accepted(ref, isOpen)
                        : Reply.say(
                                "⚠️ " + Markup.escape(((Outcome.Rejected) outcome).message()) + "\n" + unchanged(ref)));
    }

    private Reply accepted(String ref, boolean isOpen) {
        String said = turn.say("report.edited", "question", label(ref), "answer", answer(ref));
        String onward = session.position();
        if (isOpen && !stays(onward)) {
            session.moveTo(onward);
            return new DraftPresenter(opened).show().afterSaying(said);
        }
        session.moveTo(draft.state().position());
        Draft changed = draft.changed(session.state());
        return Reply.say(said).andDo(tx -> means.drafts().put(tx, turn.person().id(), form, changed, turn.now()));
    }

    /**
     * Whether the person goes on where they are: nothing was opened before that place, and it is still there. A summary
     * is shown again.
     */
    private boolean stays(String onward) {
        session.moveTo(draft.state().position());
        if (!(opened.step() instanceof Step.Question at)
                || !(session.current() instanceof Step.Question still)
                || !still.ref().equals(at.ref())) {
            return false;
        }
        if (at.answer().isPresent()) {
            // The person went back there.
            return true;
        }
        session.moveTo(onward);
        return session.current() instanceof Step.Question next && next.ref().equals(at.ref());
    }

    private String unchanged(String ref) {
        return turn.say("report.editRefused", "question", label(ref), "answer", answer(ref));
    }

    private String label(String ref) {
        return row(ref).map(SummaryRow::label).orElse("");
    }

    private String answer(String ref) {
        return row(ref).map(row -> row.personal()
                        ? AnswerCipher.MASK
                        : row.answer().map(given -> shortened(given.text())).orElse("–"))
                .orElse("–");
    }

    private Optional<SummaryRow> row(String ref) {
        return session.summary().stream().filter(row -> row.ref().equals(ref)).findFirst();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
