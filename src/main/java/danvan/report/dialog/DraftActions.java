package danvan.report.dialog;

import danvan.report.Means;
import danvan.report.store.Draft;
import danvan.report.store.DraftTable;
import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.text.Markup;
import java.util.List;
import java.util.Optional;

/** A draft opened for one turn: which button does what, and how its life begins and ends. */
final class DraftActions {
    private final OpenDraft opened;
    private final Means means;
    private final Turn turn;
    private final Draft draft;
    private final AnswerHandler answering;
    private final DraftNavigation moving;
    private final DraftPresenter showing;

    DraftActions(Means means, Turn turn, Form form, Draft draft, FormSession session) {
        this.opened = new OpenDraft(means, turn, form, draft, session);
        this.means = means;
        this.turn = turn;
        this.draft = draft;
        this.answering = new AnswerHandler(opened);
        this.moving = new DraftNavigation(opened);
        this.showing = new DraftPresenter(opened);
    }

    Optional<Reply> heard(Incoming incoming) {
        return answering.heard(incoming);
    }

    Optional<Reply> edited(String ref, String words, boolean isOpen) {
        return new EditedAnswer(opened).changed(ref, words, isOpen);
    }

    Reply tapped(String verb, String argument) {
        Reply old = Reply.nothing().andToast(turn.plain("report.oldButton"));
        int number = argument.matches("\\d{1,6}") ? Integer.parseInt(argument) : Integer.MAX_VALUE;
        return switch (verb) {
            case "n" -> answering.choice(number).map(this::leave).orElse(old);
            case "t" -> answering.tick(number).orElse(old);
            case "m" -> leave(answering.ticked());
            case "g" -> moving.page(number).orElse(old);
            case "k" -> leave(answering.none());
            case "p" -> leave(answering.keep());
            case "a" -> leave(answering.answer(new Answer.Another(true)));
            case "o" -> leave(answering.answer(new Answer.Chosen("OK")));
            case "d" -> leave(answering.answer(new Answer.Typed(opened.today().toString())));
            case "y" ->
                leave(answering.answer(
                        new Answer.Typed(opened.today().minusDays(1).toString())));
            case "h" -> leave(answering.answer(new Answer.Typed("now")));
            case "c" -> moving.month(argument).orElse(old);
            case "X" -> answering.removeFiles().map(this::removed).orElse(old);
            case "w" ->
                opened.step() instanceof Step.Question question && question.type() == QuestionType.DATE
                        ? leave(answering.answer(new Answer.Typed(argument)))
                        : old;
            case "z" -> Reply.nothing();
            case "b" -> leave(moving.back());
            case "v" -> leave(showing.show());
            case "e", "r" -> moving.edit(verb.equals("r"), number == Integer.MAX_VALUE ? 0 : number);
            case "j" -> moving.jump(number).orElse(old);
            case "R" ->
                moving.removable(number == Integer.MAX_VALUE ? 0 : number).orElse(old);
            case "i" -> moving.askRemove(number).orElse(old);
            case "I" -> moving.remove(number).map(this::removed).orElse(old);
            case "s" -> leave(new DraftSubmission(opened).submit(showing::show));
            case "l" -> leave(later());
            case "x" -> askCancel(turn, opened.view());
            case "q" -> discard();
            default -> old;
        };
    }

    /** Shows where the draft stands. */
    Reply show() {
        return showing.show();
    }

    /** Says once more what is asked. */
    Reply again() {
        return showing.again();
    }

    static Reply askCancel(Turn turn, StepView view) {
        return Reply.say(
                turn.say("report.reallyCancel"),
                List.of(
                        List.of(view.button("report.later", "l"), view.button("report.goOn", "v")),
                        List.of(view.button("report.discard", "q"))));
    }

    static Reply unfinished(Turn turn, Form form, StepView view) {
        return Reply.say(
                turn.say("report.unfinished", "form", form.title(turn.language().code())),
                List.of(
                        List.of(view.button("report.goOn", "v"), view.button("report.later", "l")),
                        List.of(view.button("report.cancel", "x"))));
    }

    Reply submitNil() {
        return new DraftSubmission(opened).nil();
    }

    private Reply later() {
        return Reply.say(turn.say(
                        "report.saved", "days", means.rules().draftsKept().toDays()))
                .andClose();
    }

    private Reply discard() {
        return Reply.say(turn.say("report.cancelled"))
                .andDo(tx -> {
                    means.enclosures().discard(tx, draft.id());
                    DraftTable.remove(tx, draft.id());
                })
                .andClose();
    }

    /** The tapped message keeps its words and loses its buttons. */
    private Reply leave(Reply reply) {
        String text = opened.step() instanceof Step.Question question
                ? Markup.bold(question.label()) + " ✓" + files(question)
                : turn.say("report.summaryLeft");
        return reply.andRewrite(turn, text, List.of());
    }

    private String files(Step.Question question) {
        int files = draft.count(question.ref());
        return files == 0 ? "" : " 📎 " + turn.plain("report.files", "count", files);
    }

    private Reply removed(Reply reply) {
        return reply.andRewrite(turn, turn.say("report.removed"), List.of());
    }
}
