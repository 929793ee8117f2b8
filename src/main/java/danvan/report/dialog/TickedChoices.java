package danvan.report.dialog;

import danvan.conversation.Reply;
import danvan.form.Answer;
import danvan.form.Choice;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.report.InPlace;
import danvan.report.store.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Choices that are tapped one after the other: several of them, or all of them in an order. */
final class TickedChoices {
    private final DraftPresenter presenter;
    private final AnswerHandler answers;

    TickedChoices(DraftPresenter presenter, AnswerHandler answers) {
        this.presenter = presenter;
        this.answers = answers;
    }

    Optional<Reply> tick(OpenDraft open, int index) {
        if (!(open.step() instanceof Step.Question question)
                || !question.type().holdsSeveral()
                || index >= question.choices().size()) {
            return Optional.empty();
        }
        String value = question.choices().get(index).value();
        List<String> ticks = new ArrayList<>(open.ticks(question));
        boolean isOrder = question.type() == QuestionType.RANK;
        if (isOrder) {
            place(value, ticks, question);
        } else if (!ticks.remove(value)) {
            ticks.add(value);
        }
        return Optional.of(shown(open, question, ticks, isOrder ? 0 : PagedButtons.pageOf(index)));
    }

    /** The next place is the choice's, unless it has one; what is left over at last has no other place. */
    private static void place(String value, List<String> order, Step.Question question) {
        if (!order.contains(value)) {
            order.add(value);
        }
        List<String> left =
                OrderView.left(question, order).stream().map(Choice::value).toList();
        if (left.size() == 1) {
            order.addAll(left);
        }
    }

    /** Takes the last places back, or all of them. */
    Optional<Reply> undo(OpenDraft open, boolean all) {
        if (!(open.step() instanceof Step.Question question) || question.type() != QuestionType.RANK) {
            return Optional.empty();
        }
        List<String> order = open.ticks(question);
        // The last one was put in its place with the one before it.
        int back = OrderView.left(question, order).isEmpty() ? 2 : 1;
        int kept = all ? 0 : Math.max(0, order.size() - back);
        return Optional.of(shown(open, question, order.subList(0, kept), 0));
    }

    /** The dialog stays at its revision, so that quick ticks all count. */
    private Reply shown(OpenDraft open, Step.Question question, List<String> ticks, int page) {
        Draft ticking = open.draft().ticking(List.copyOf(ticks));
        StepView.Shown shown = open.view().question(question, List.of(), List.copyOf(ticks), page, Draft.Received.NONE);
        return presenter.kept(open, ticking, InPlace.of(open.turn(), shown.text(), shown.buttons()));
    }

    Reply done(OpenDraft open) {
        List<String> ticks = open.step() instanceof Step.Question question ? open.ticks(question) : List.of();
        return answers.answer(open, ticks.isEmpty() ? new Answer.Blank() : new Answer.ChosenMany(ticks));
    }
}
