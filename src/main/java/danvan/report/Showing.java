package danvan.report;

import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormState;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows where a draft stands, and keeps it there. */
final class Showing {
    private final Opened opened;
    private final Means means;
    private final Turn turn;
    private final Form form;

    Showing(Opened opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
    }

    Reply show(FormState state) {
        return show(opened.draft().at(state));
    }

    /** Shows the step a draft stands at; notes on the way are read together with the question behind them. */
    Reply show(Draft next) {
        List<String> notes = new ArrayList<>();
        Draft reached = pastNotes(next, notes);
        Optional<Draft> filled = means.gathering().filled(opened, reached, step(reached));
        Draft kept = filled.map(draft -> pastNotes(draft, notes)).orElse(reached);
        Step step = step(kept);
        StepView view = new StepView(turn, form, kept.gathered(), turn.nextRevision());
        StepView.Shown shown = step instanceof Step.Question question
                ? view.question(question, notes, Answering.given(question), 0, kept.received(question.ref()))
                : withNotes(other(view, step, kept), notes);
        Reply reply = next.lossy() ? Reply.say(turn.say("report.draftUnreadable")) : Reply.nothing();
        if (step instanceof Step.Question) {
            for (Outgoing picture : means.pictures().of(form, form.media(kept.state(), opened.context()))) {
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
                                Answering.ticks(opened.draft(), question),
                                0,
                                opened.draft().received(question.ref()))
                : other(opened.view(), step, opened.draft());
    }

    private Draft pastNotes(Draft draft, List<String> notes) {
        FormState at = draft.state();
        Step step = form.current(at, opened.context());
        while (step instanceof Step.Note note) {
            notes.add(note.text());
            if (!(form.answer(at, new Answer.Blank(), opened.context()) instanceof Outcome.Accepted accepted)) {
                break;
            }
            at = accepted.state();
            step = form.current(at, opened.context());
        }
        return draft.state().equals(at) ? draft : draft.at(at);
    }

    private Step step(Draft draft) {
        return form.current(draft.state(), opened.context());
    }

    private StepView.Shown other(StepView view, Step step, Draft at) {
        boolean removable = !form.repetitions(at.state(), opened.context()).isEmpty();
        return step instanceof Step.RepeatPrompt prompt
                ? view.another(prompt, removable)
                : view.summary(form.summary(at.state(), opened.context()), beside(at));
    }

    private Beside beside(Draft draft) {
        return Beside.of(draft.files(), draft.gathered(), Set.of());
    }

    private static StepView.Shown withNotes(StepView.Shown shown, List<String> notes) {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append("ℹ️ ").append(Markup.escape(note)).append("\n\n"));
        return new StepView.Shown(text + shown.text(), shown.buttons());
    }
}
