package danvan.report.dialog;

import danvan.report.AnswerExtras;
import danvan.report.Means;
import danvan.report.store.Draft;
import danvan.report.store.SummedFigures;
import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows where a draft stands, and keeps it there. */
final class DraftPresenter {
    private final OpenDraft opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final FormSession session;

    DraftPresenter(OpenDraft opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.session = opened.session();
    }

    /** Shows where the session stands. */
    Reply show() {
        return show(opened.draft());
    }

    /**
     * The same for a draft whose files or figures have changed; notes on the way are read together with the question
     * behind them.
     */
    Reply show(Draft next) {
        List<String> notes = new ArrayList<>();
        Step reached = pastNotes(notes);
        Optional<SummedFigures> filled = means.gathering().fill(opened, next, reached);
        Step step = filled.isPresent() ? pastNotes(notes) : reached;
        Draft kept = filled.map(next::with).orElse(next).at(session.state());
        StepView view = new StepView(turn, form, kept.gathered(), turn.nextRevision());
        StepView.Shown shown = step instanceof Step.Question question
                ? view.question(question, notes, AnswerHandler.given(question), 0, kept.received(question.ref()))
                : withNotes(other(view, step, kept), notes);
        Reply reply = next.lossy() ? Reply.say(turn.say("report.draftUnreadable")) : Reply.nothing();
        if (step instanceof Step.Question) {
            for (Outgoing picture : means.pictures().of(form, session.media())) {
                reply = reply.and(picture);
            }
        }
        if (filled.isPresent() && !next.gathered().isEmpty()) {
            reply = reply.andSay(turn.say("report.recounted"));
        }
        reply = reply.andSay(shown.text(), shown.buttons());
        if (step instanceof Step.Question question && question.type() == QuestionType.GEOPOINT) {
            reply = reply.and(
                    new Outgoing.PlaceRequest(turn.say("report.sharePlace"), turn.plain("report.sharePlaceButton")));
        }
        return reply.andDo(tx -> means.drafts().put(tx, turn.person().id(), form, kept, turn.now()))
                .andOpen(ReportDialog.NAME, new ReportDialog.Open(kept.id()));
    }

    /** Says once more what is asked. */
    Reply again() {
        StepView.Shown shown = shown();
        return Reply.say(shown.text(), shown.buttons());
    }

    /** The step as it is shown now, whose buttons are good at once. */
    StepView.Shown shown() {
        Step step = opened.step();
        return step instanceof Step.Question question
                ? opened.view()
                        .question(
                                question,
                                List.of(),
                                AnswerHandler.ticks(opened.draft(), question),
                                0,
                                opened.draft().received(question.ref()))
                : other(opened.view(), step, opened.draft());
    }

    /** The first step that is no note. */
    private Step pastNotes(List<String> notes) {
        Step step = session.current();
        while (step instanceof Step.Note note) {
            notes.add(note.text());
            if (!(session.answer(new Answer.Blank()) instanceof Outcome.Accepted)) {
                break;
            }
            step = session.current();
        }
        return step;
    }

    private StepView.Shown other(StepView view, Step step, Draft at) {
        boolean removable = !session.repetitions().isEmpty();
        return step instanceof Step.RepeatPrompt prompt
                ? view.another(prompt, removable)
                : view.summary(session.summary(), beside(at));
    }

    private AnswerExtras beside(Draft draft) {
        return AnswerExtras.of(draft.files(), draft.gathered(), Set.of());
    }

    private static StepView.Shown withNotes(StepView.Shown shown, List<String> notes) {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append("ℹ️ ").append(Markup.escape(note)).append("\n\n"));
        return new StepView.Shown(text + shown.text(), shown.buttons());
    }
}
