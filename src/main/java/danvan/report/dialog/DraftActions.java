package danvan.report.dialog;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.report.store.ReportStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the buttons and words of a person do to a draft, and how its life ends. */
final class DraftActions {
    private final DraftPresenter presenter;
    private final AnswerHandler answers;
    private final TickedChoices ticked;
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
        this.ticked = new TickedChoices(presenter, answers);
        this.navigation = new DraftNavigation(presenter);
        this.edits = new EditedAnswer(presenter);
        this.submission = submission;
        this.store = store;
        this.draftsKept = draftsKept;
    }

    Optional<Reply> heard(OpenDraft open, Incoming incoming) {
        return answers.heard(open, incoming).map(reply -> OldButtons.tidied(open, withMenu(open, reply)));
    }

    Optional<Reply> edited(OpenDraft open, String ref, String words, boolean isOpen) {
        return edits.changed(open, ref, words, isOpen).map(reply -> OldButtons.tidied(open, reply));
    }

    /** Shows where the draft stands. */
    Reply show(OpenDraft open) {
        return OldButtons.numbered(open, presenter.show(open));
    }

    /** Shows the first question, with other ways to begin below its choices. */
    Reply begun(OpenDraft open, List<List<Button>> ways) {
        return OldButtons.numbered(open, presenter.show(open, open.draft(), ways));
    }

    /** Says once more what is asked. */
    Reply again(OpenDraft open) {
        return OldButtons.superseded(open, presenter.again(open));
    }

    Reply submitNil(OpenDraft open) {
        return submission.nil(open);
    }

    Reply tapped(OpenDraft open, DialogAction.Tap tap) {
        return OldButtons.tidied(open, withMenu(open, reply(open, tap)));
    }

    /** The request for a place stands where the fixed buttons were; they come back when it is over. */
    private static Reply withMenu(OpenDraft open, Reply reply) {
        boolean asked = open.step() instanceof Step.Question question && question.type() == QuestionType.GEOPOINT;
        boolean over = reply.dialog() instanceof Reply.Next.Close
                || (reply.dialog() instanceof Reply.Next.Open && !isAt(open, open.step()));
        return asked && over ? reply.after(new Outgoing.Menu(open.turn().say("report.placeOver"), List.of())) : reply;
    }

    private static boolean isAt(OpenDraft open, Step step) {
        return step instanceof Step.Question asked
                && open.session().current() instanceof Step.Question now
                && now.ref().equals(asked.ref());
    }

    private Reply reply(OpenDraft open, DialogAction.Tap tap) {
        Turn turn = open.turn();
        return switch (tap.what()) {
            case CHOOSE -> answers.choice(open, tap.number()).orElseGet(() -> old(turn));
            case AS_EARLIER -> answers.asEarlier(open, tap.number()).orElseGet(() -> old(turn));
            case TICK -> ticked.tick(open, tap.number()).orElseGet(() -> old(turn));
            case TICKS_DONE -> ticked.done(open);
            case RANK_UNDO -> ticked.undo(open, false).orElseGet(() -> old(turn));
            case RANK_AGAIN -> ticked.undo(open, true).orElseGet(() -> old(turn));
            case PAGE -> navigation.page(open, tap.number()).orElseGet(() -> old(turn));
            case NONE -> answers.none(open);
            case KEEP -> answers.keep(open);
            case KEEP_GROUP -> answers.keepGroup(open).orElseGet(() -> old(turn));
            case AS_LAST_GROUP -> answers.groupAsLast(open, tap.argument()).orElseGet(() -> old(turn));
            case ANOTHER -> answers.answer(open, new Answer.Another(true));
            case ACKNOWLEDGE -> answers.answer(open, new Answer.Chosen("OK"));
            case TODAY -> answers.answer(open, new Answer.Typed(open.today().toString()));
            case YESTERDAY ->
                answers.answer(open, new Answer.Typed(open.today().minusDays(1).toString()));
            case NOW -> answers.answer(open, new Answer.Typed("now"));
            case MONTH -> navigation.month(open, tap.argument()).orElseGet(() -> old(turn));
            case DAY ->
                open.step() instanceof Step.Question question && question.type() == QuestionType.DATE
                        ? answers.answer(open, new Answer.Typed(tap.argument()))
                        : old(turn);
            case REMOVE_FILES ->
                answers.removeFiles(open).map(reply -> removed(open, reply)).orElseGet(() -> old(turn));
            case LABEL -> Reply.nothing();
            case BACK -> navigation.back(open);
            case SHOW -> OldButtons.rewritten(open, turn.say("report.goOn"), presenter.show(open));
            case EDIT, EDIT_ANSWERED -> below(open, navigation.edit(open, tap));
            case JUMP ->
                navigation
                        .jump(open, tap.number())
                        .map(reply -> OldButtons.rewritten(open, turn.say("report.whichToEdit"), reply))
                        .orElseGet(() -> old(turn));
            case REPETITIONS -> navigation.removable(open, tap.page()).orElseGet(() -> old(turn));
            case ASK_REMOVE -> navigation.askRemove(open, tap.number()).orElseGet(() -> old(turn));
            case REMOVE ->
                navigation
                        .remove(open, tap.number())
                        .map(reply -> removed(open, reply))
                        .orElseGet(() -> old(turn));
            case SUBMIT ->
                OldButtons.rewritten(
                        open, turn.say("report.summaryLeft"), submission.submit(open, () -> presenter.show(open)));
            case LATER -> OldButtons.left(open, later(turn));
            case ASK_CANCEL -> below(open, askCancel(open.view().buttons()));
            case DISCARD -> OldButtons.left(open, discard(open));
            case NIL_INSTEAD -> OldButtons.left(open, submission.nil(open).andClose());
            case BEGIN, BEGIN_BLANK, SEND_NIL, BEGIN_LIKE_LAST, LIKE_LAST_INSTEAD, RESUME -> old(turn);
        };
    }

    /** What is asked below the step, which keeps all its words. */
    private Reply below(OpenDraft open, Reply reply) {
        return reply.messages().stream().anyMatch(Outgoing.Edit.class::isInstance)
                ? reply
                : OldButtons.rewritten(open, presenter.shown(open).text(), reply);
    }

    /** What is said to a button that is not good any more. */
    static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("report.oldButton"));
    }

    static Reply askCancel(OpenDraft open) {
        return OldButtons.superseded(open, askCancel(open.view().buttons()));
    }

    static Reply unfinished(OpenDraft open) {
        return OldButtons.superseded(open, unfinished(open.view().buttons(), open.form()));
    }

    private static Reply askCancel(DialogButtons buttons) {
        return Reply.say(
                buttons.turn().say("report.reallyCancel"),
                List.of(
                        List.of(
                                buttons.of("report.later", DialogAction.LATER),
                                buttons.of("report.goOn", DialogAction.SHOW)),
                        List.of(buttons.of("report.discard", DialogAction.DISCARD))));
    }

    private static Reply unfinished(DialogButtons buttons, Form form) {
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

    private static Reply removed(OpenDraft open, Reply reply) {
        return reply.andRewrite(open.turn(), open.turn().say("report.removed"), List.of());
    }
}
