package danvan.report;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormState;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.text.Markup;
import java.util.Optional;

/** A message that answered a question was edited: the answer follows, checked as any other. */
final class Editing {
    private static final int LONGEST = 300;

    private final Opened opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;
    private final FormContext context;

    Editing(Opened opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.draft = opened.draft();
        this.context = opened.context();
    }

    /**
     * Puts the new words in the old ones' place; empty where the question is no longer asked.
     *
     * @param isOpen whether the draft is what the person is at
     */
    Optional<Reply> changed(String ref, String words, boolean isOpen) {
        FormState there = form.visit(draft.state(), ref, context);
        if (!(form.current(there, context) instanceof Step.Question question)
                || !question.ref().equals(ref)) {
            return Optional.empty();
        }
        Optional<Reply> personal =
                Answering.isFreeText(question) ? Answering.refusedPersonal(turn, words) : Optional.empty();
        if (personal.isPresent()) {
            return personal.map(reply -> reply.andSay(unchanged(ref)));
        }
        Outcome outcome = form.answer(there, new Answer.Typed(words), context);
        return Optional.of(
                outcome instanceof Outcome.Accepted accepted
                        ? accepted(ref, accepted.state(), isOpen)
                        : Reply.say(
                                "⚠️ " + Markup.escape(((Outcome.Rejected) outcome).message()) + "\n" + unchanged(ref)));
    }

    private Reply accepted(String ref, FormState onward, boolean isOpen) {
        FormState here = new FormState(onward.instanceXml(), draft.state().position());
        String said = turn.say("report.edited", "question", label(here, ref), "answer", answer(here, ref));
        if (isOpen && !stays(here, onward)) {
            return new Showing(opened).show(onward).afterSaying(said);
        }
        Draft changed = draft.changed(here);
        return Reply.say(said).andDo(tx -> means.drafts().put(tx, turn.person().id(), form, changed, turn.now()));
    }

    /**
     * Whether the person goes on where they are: nothing was opened before that place, and it is still there. A summary
     * is shown anew.
     */
    private boolean stays(FormState here, FormState onward) {
        if (!(opened.step() instanceof Step.Question at)
                || !(form.current(here, context) instanceof Step.Question still)
                || !still.ref().equals(at.ref())) {
            return false;
        }
        boolean wentBack = at.answer().isPresent();
        return wentBack
                || (form.current(onward, context) instanceof Step.Question next
                        && next.ref().equals(at.ref()));
    }

    private String unchanged(String ref) {
        return turn.say(
                "report.editRefused", "question", label(draft.state(), ref), "answer", answer(draft.state(), ref));
    }

    private String label(FormState state, String ref) {
        return row(state, ref).map(SummaryRow::label).orElse("");
    }

    private String answer(FormState state, String ref) {
        return row(state, ref)
                .map(row -> row.personal()
                        ? Vault.MASK
                        : row.answer().map(given -> shortened(given.text())).orElse("–"))
                .orElse("–");
    }

    private Optional<SummaryRow> row(FormState state, String ref) {
        return form.summary(state, context).stream()
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
