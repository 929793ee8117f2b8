package danvan.report.dialog;

import danvan.conversation.Reply;
import danvan.form.Answer;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.report.PersonalDataCheck;
import danvan.report.store.AnswerCipher;
import danvan.report.store.Draft;
import danvan.text.Markup;
import java.util.Optional;

/** A message that answered a question was edited: the answer follows, checked as any other. */
final class EditedAnswer {
    private static final int LONGEST = 300;

    private final DraftPresenter presenter;

    EditedAnswer(DraftPresenter presenter) {
        this.presenter = presenter;
    }

    /**
     * Puts the new words in the old ones' place; empty where the question is no longer asked.
     *
     * @param isOpen whether the draft is what the person is at
     */
    Optional<Reply> changed(OpenDraft open, String ref, String words, boolean isOpen) {
        FormSession session = open.session();
        session.visit(ref);
        if (!(session.current() instanceof Step.Question question)
                || !question.ref().equals(ref)) {
            return Optional.empty();
        }
        Optional<Reply> personal =
                OpenDraft.isFreeText(question) ? PersonalDataCheck.refusal(open.turn(), words) : Optional.empty();
        if (personal.isPresent()) {
            return personal.map(reply -> reply.andSay(unchanged(open, ref)));
        }
        Outcome outcome = session.answer(new Answer.Typed(words));
        return Optional.of(
                outcome instanceof Outcome.Accepted
                        ? accepted(open, ref, isOpen)
                        : Reply.say("⚠️ " + Markup.escape(((Outcome.Rejected) outcome).message()) + "\n"
                                + unchanged(open, ref)));
    }

    private Reply accepted(OpenDraft open, String ref, boolean isOpen) {
        FormSession session = open.session();
        String said = open.turn().say("report.edited", "question", label(open, ref), "answer", answer(open, ref));
        String onward = session.position();
        if (isOpen && !stays(open, onward)) {
            session.moveTo(onward);
            return presenter.show(open).afterSaying(said);
        }
        session.moveTo(open.draft().state().position());
        Draft changed = open.draft().changed(session.state());
        return presenter.kept(open, changed, Reply.say(said));
    }

    /**
     * Whether the person goes on where they are: nothing was opened before that place, and it is still there. A summary
     * is shown again.
     */
    private static boolean stays(OpenDraft open, String onward) {
        FormSession session = open.session();
        session.moveTo(open.draft().state().position());
        if (!(open.step() instanceof Step.Question at)
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

    private static String unchanged(OpenDraft open, String ref) {
        return open.turn().say("report.editRefused", "question", label(open, ref), "answer", answer(open, ref));
    }

    private static String label(OpenDraft open, String ref) {
        return row(open, ref).map(SummaryRow::label).orElse("");
    }

    private static String answer(OpenDraft open, String ref) {
        return row(open, ref)
                .map(row -> row.personal()
                        ? AnswerCipher.MASK
                        : row.answer().map(given -> shortened(given.text())).orElse("–"))
                .orElse("–");
    }

    private static Optional<SummaryRow> row(OpenDraft open, String ref) {
        return open.session().summary().stream()
                .filter(row -> row.ref().equals(ref))
                .findFirst();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
