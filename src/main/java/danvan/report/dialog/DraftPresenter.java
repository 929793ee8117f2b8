package danvan.report.dialog;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.report.AnswerExtras;
import danvan.report.store.Draft;
import danvan.report.store.DraftTable;
import danvan.report.store.SummedFigures;
import danvan.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows where a draft stands, and keeps it there. */
final class DraftPresenter {
    private final DraftTable drafts;
    private final PeriodTotals totals;
    private final EarlierAnswers earlier;
    private final LastPeriod last;
    private final QuestionMedia media;

    DraftPresenter(
            DraftTable drafts, PeriodTotals totals, EarlierAnswers earlier, LastPeriod last, QuestionMedia media) {
        this.drafts = drafts;
        this.totals = totals;
        this.earlier = earlier;
        this.last = last;
        this.media = media;
    }

    /** Shows where the session stands. */
    Reply show(OpenDraft open) {
        return show(open, open.draft());
    }

    /**
     * The same for a draft whose files or figures have changed; notes on the way are read together with the question
     * behind them.
     */
    Reply show(OpenDraft open, Draft next) {
        return show(open, next, List.of());
    }

    /** The same with more buttons, which stand before the ways out. */
    Reply show(OpenDraft open, Draft next, List<List<Button>> more) {
        Turn turn = open.turn();
        FormSession session = open.session();
        List<String> notes = new ArrayList<>();
        Step reached = pastNotes(session, notes);
        Optional<SummedFigures> filled = totals.fill(open, next, reached);
        Step step = filled.isPresent() ? pastNotes(session, notes) : reached;
        Draft kept = filled.map(next::with).orElse(next).at(session.state());
        StepView view = StepView.next(turn, open.form(), kept);
        StepView.Shown shown = step instanceof Step.Question question
                ? grouped(
                        open,
                        view,
                        question,
                        view.question(question, notes, OpenDraft.given(question), 0, kept.received(question.ref())))
                : withNotes(other(open, view, step, kept), notes);
        Reply reply = next.lossy() ? Reply.say(turn.say("report.draftUnreadable")) : Reply.nothing();
        if (step instanceof Step.Question) {
            for (Outgoing picture : media.of(open.form(), session.media())) {
                reply = reply.and(picture);
            }
        }
        if (filled.isPresent() && !next.gathered().isEmpty()) {
            reply = reply.andSay(turn.say("report.recounted"));
        }
        reply = reply.andSay(
                shown.text(),
                with(with(shown.buttons(), more), EarlierAnswers.rows(view.buttons(), earlier.of(open, step))));
        if (step instanceof Step.Question question && question.type() == QuestionType.GEOPOINT) {
            reply = reply.and(
                    new Outgoing.PlaceRequest(turn.say("report.sharePlace"), turn.plain("report.sharePlaceButton")));
        }
        return kept(open, kept, reply).andOpen(DialogAction.FEATURE, new DialogState(kept.id()));
    }

    private static List<List<Button>> with(List<List<Button>> buttons, List<List<Button>> more) {
        if (more.isEmpty()) {
            return buttons;
        }
        List<List<Button>> all = new ArrayList<>(buttons);
        all.addAll(Math.max(0, buttons.size() - 1), more);
        return all;
    }

    /** The reply, and the draft kept as it is now. */
    Reply kept(OpenDraft open, Draft draft, Reply reply) {
        Turn turn = open.turn();
        return reply.andDo(tx -> drafts.put(tx, turn.person().id(), open.form(), draft, turn.now()));
    }

    /** Says once more what is asked. */
    Reply again(OpenDraft open) {
        StepView.Shown shown = shown(open);
        return Reply.say(shown.text(), shown.buttons());
    }

    /** The step as it is shown now, whose buttons are good at once. */
    StepView.Shown shown(OpenDraft open) {
        StepView.Shown shown = standing(open);
        if (open.step() instanceof Step.Question question) {
            shown = grouped(open, open.view(), question, shown);
        }
        List<List<Button>> said = EarlierAnswers.rows(open.view().buttons(), earlier.of(open, open.step()));
        return said.isEmpty() ? shown : new StepView.Shown(shown.text(), with(shown.buttons(), said));
    }

    /** At a group's first question one reads what can be done with all of it at once. */
    private StepView.Shown grouped(OpenDraft open, StepView view, Step.Question question, StepView.Shown shown) {
        StepView.Shown inOneLine = inOneLine(open, view, question, shown);
        return last.of(open, question)
                .map(offer -> new StepView.Shown(
                        inOneLine.text() + "\n" + offer.line(open),
                        with(inOneLine.buttons(), List.of(offer.button(open, view.buttons())))))
                .orElse(inOneLine);
    }

    /** What the unit's last report says to the group that the turn began at, as a button has it. */
    Optional<List<String>> takeLast(OpenDraft open, String report) {
        return last.take(open, report);
    }

    /** All figures of a group can be told, or kept, at once. */
    private static StepView.Shown inOneLine(
            OpenDraft open, StepView view, Step.Question question, StepView.Shown shown) {
        List<SummaryRow> group = GroupLine.from(open.session(), question);
        List<SummaryRow> repetition = group.isEmpty() ? GroupWords.from(open, question) : List.of();
        if (!repetition.isEmpty()) {
            String words = open.turn().say("report.groupWords", "list", GroupLine.labels(repetition));
            return new StepView.Shown(shown.text() + "\n" + words, shown.buttons());
        }
        if (group.isEmpty() || !GroupLine.isFirst(open.session(), question)) {
            return shown;
        }
        List<String> given = GroupLine.given(group);
        String line = open.turn()
                .say(
                        given.isEmpty() ? "report.groupLine" : "report.groupNow",
                        "list",
                        GroupLine.labels(group),
                        "figures",
                        given.isEmpty() ? GroupLine.example(group.size()) : String.join("; ", given));
        List<List<Button>> buttons = given.isEmpty()
                ? shown.buttons()
                : with(
                        shown.buttons(),
                        List.of(List.of(view.buttons()
                                .labelled(
                                        open.turn().plain("report.keepGroup", "count", group.size()),
                                        DialogAction.KEEP_GROUP))));
        return new StepView.Shown(shown.text() + "\n" + line, buttons);
    }

    /** What earlier reports have said to the question that the turn began at. */
    List<String> earlier(OpenDraft open) {
        return earlier.of(open, open.step());
    }

    private static StepView.Shown standing(OpenDraft open) {
        Step step = open.step();
        return step instanceof Step.Question question
                ? open.view()
                        .question(
                                question,
                                List.of(),
                                open.ticks(question),
                                0,
                                open.draft().received(question.ref()))
                : other(open, open.view(), step, open.draft());
    }

    /** The first step that is no note. */
    private static Step pastNotes(FormSession session, List<String> notes) {
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

    private static StepView.Shown other(OpenDraft open, StepView view, Step step, Draft at) {
        boolean removable = !open.session().repetitions().isEmpty();
        return step instanceof Step.RepeatPrompt prompt
                ? view.another(prompt, removable)
                : view.summary(open.session().summary(), beside(at));
    }

    private static AnswerExtras beside(Draft draft) {
        return AnswerExtras.of(draft.files(), draft.gathered(), Set.of());
    }

    private static StepView.Shown withNotes(StepView.Shown shown, List<String> notes) {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append("ℹ️ ").append(Markup.escape(note)).append("\n\n"));
        return new StepView.Shown(text + shown.text(), shown.buttons());
    }
}
