package danvan.report.dialog;

import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.report.store.ReportStore;
import danvan.text.Markup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the buttons and words of a person do to a draft, and how its life ends. */
final class DraftActions {
    private final DraftPresenter presenter;
    private final AnswerHandler answers;
    private final DraftNavigation navigation;
    private final EditedAnswer edits;
    private final DraftSubmission submission;
    private final ReportStore store;
    private final Duration draftsKept;

    /**
     * The actions.
     *
     * @param draftsKept how long a draft that is put off is kept
     */
    DraftActions(
            DraftPresenter presenter,
            AnswerHandler answers,
            DraftSubmission submission,
            ReportStore store,
            Duration draftsKept) {
        this.presenter = presenter;
        this.answers = answers;
        this.navigation = new DraftNavigation(presenter);
        this.edits = new EditedAnswer(presenter);
        this.submission = submission;
        this.store = store;
        this.draftsKept = draftsKept;
    }

    Optional<Reply> heard(OpenDraft open, Incoming incoming) {
        return answers.heard(open, incoming);
    }

    Optional<Reply> edited(OpenDraft open, String ref, String words, boolean isOpen) {
        return edits.changed(open, ref, words, isOpen);
    }

    /** Shows where the draft stands. */
    Reply show(OpenDraft open) {
        return presenter.show(open);
    }

    /** Says once more what is asked. */
    Reply again(OpenDraft open) {
        return presenter.again(open);
    }

    Reply submitNil(OpenDraft open) {
        return submission.nil(open);
    }

    Reply tapped(OpenDraft open, DialogAction.Tap tap) {
        return switch (tap.what()) {
            case CHOOSE ->
                answers.choice(open, tap.number())
                        .map(reply -> leave(open, reply))
                        .orElseGet(() -> old(open.turn()));
            case TICK -> answers.tick(open, tap.number()).orElseGet(() -> old(open.turn()));
            case TICKS_DONE -> leave(open, answers.ticked(open));
            case PAGE -> navigation.page(open, tap.number()).orElseGet(() -> old(open.turn()));
            case NONE -> leave(open, answers.none(open));
            case KEEP -> leave(open, answers.keep(open));
            case ANOTHER -> leave(open, answers.answer(open, new Answer.Another(true)));
            case ACKNOWLEDGE -> leave(open, answers.answer(open, new Answer.Chosen("OK")));
            case TODAY ->
                leave(open, answers.answer(open, new Answer.Typed(open.today().toString())));
            case YESTERDAY ->
                leave(
                        open,
                        answers.answer(
                                open, new Answer.Typed(open.today().minusDays(1).toString())));
            case NOW -> leave(open, answers.answer(open, new Answer.Typed("now")));
            case MONTH -> navigation.month(open, tap.argument()).orElseGet(() -> old(open.turn()));
            case DAY ->
                open.step() instanceof Step.Question question && question.type() == QuestionType.DATE
                        ? leave(open, answers.answer(open, new Answer.Typed(tap.argument())))
                        : old(open.turn());
            case REMOVE_FILES ->
                answers.removeFiles(open).map(reply -> removed(open, reply)).orElseGet(() -> old(open.turn()));
            case LABEL -> Reply.nothing();
            case BACK -> leave(open, navigation.back(open));
            case SHOW -> leave(open, presenter.show(open));
            case EDIT, EDIT_ANSWERED -> navigation.edit(open, tap);
            case JUMP -> navigation.jump(open, tap.number()).orElseGet(() -> old(open.turn()));
            case REPETITIONS -> navigation.removable(open, tap.page()).orElseGet(() -> old(open.turn()));
            case ASK_REMOVE -> navigation.askRemove(open, tap.number()).orElseGet(() -> old(open.turn()));
            case REMOVE ->
                navigation
                        .remove(open, tap.number())
                        .map(reply -> removed(open, reply))
                        .orElseGet(() -> old(open.turn()));
            case SUBMIT -> leave(open, submission.submit(open, () -> presenter.show(open)));
            case LATER -> leave(open, later(open.turn()));
            case ASK_CANCEL -> askCancel(open.view().buttons());
            case DISCARD -> discard(open);
            case BEGIN, BEGIN_BLANK, SEND_NIL, BEGIN_LIKE_LAST, RESUME -> old(open.turn());
        };
    }

    /** What is said to a button that is not good any more. */
    static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("report.oldButton"));
    }

    static Reply askCancel(DialogButtons buttons) {
        return Reply.say(
                buttons.turn().say("report.reallyCancel"),
                List.of(
                        List.of(
                                buttons.of("report.later", DialogAction.LATER),
                                buttons.of("report.goOn", DialogAction.SHOW)),
                        List.of(buttons.of("report.discard", DialogAction.DISCARD))));
    }

    static Reply unfinished(DialogButtons buttons, Form form) {
        Turn turn = buttons.turn();
        return Reply.say(
                turn.say("report.unfinished", "form", form.title(turn.language().code())),
                List.of(
                        List.of(
                                buttons.of("report.goOn", DialogAction.SHOW),
                                buttons.of("report.later", DialogAction.LATER)),
                        List.of(buttons.of("report.cancel", DialogAction.ASK_CANCEL))));
    }

    private Reply later(Turn turn) {
        return Reply.say(turn.say("report.saved", "days", draftsKept.toDays())).andClose();
    }

    private Reply discard(OpenDraft open) {
        return Reply.say(open.turn().say("report.cancelled"))
                .andDo(tx -> store.deleteDraft(tx, open.draft().id()))
                .andClose();
    }

    /** The tapped message keeps its words and loses its buttons. */
    private static Reply leave(OpenDraft open, Reply reply) {
        Turn turn = open.turn();
        String text = open.step() instanceof Step.Question question
                ? Markup.bold(question.label()) + " ✓" + files(open, question)
                : turn.say("report.summaryLeft");
        return reply.andRewrite(turn, text, List.of());
    }

    private static String files(OpenDraft open, Step.Question question) {
        int files = open.draft().count(question.ref());
        return files == 0 ? "" : " 📎 " + open.turn().plain("report.files", "count", files);
    }

    private static Reply removed(OpenDraft open, Reply reply) {
        return reply.andRewrite(open.turn(), open.turn().say("report.removed"), List.of());
    }
}
