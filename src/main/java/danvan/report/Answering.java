package danvan.report;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Markup;
import danvan.chat.PersonalData;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.storage.Tx;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the answer to the step a draft stands at. */
final class Answering {
    /** Refusals that say the words are no answer at all, rather than a bad one. */
    private static final Set<Outcome.Reason> NO_ANSWER = EnumSet.of(
            Outcome.Reason.NOT_WHOLE_NUMBER,
            Outcome.Reason.NOT_NUMBER,
            Outcome.Reason.NOT_DATE,
            Outcome.Reason.NOT_TIME,
            Outcome.Reason.NOT_CHOICE,
            Outcome.Reason.NOT_PLACE,
            Outcome.Reason.NOT_YES_OR_NO,
            Outcome.Reason.FILE_WANTED,
            Outcome.Reason.WRONG_KIND);

    private final Opened opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;
    private final Showing showing;

    Answering(Opened opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.draft = opened.draft();
        this.showing = new Showing(opened);
    }

    Optional<Reply> heard(Incoming incoming) {
        Step step = opened.step();
        if (incoming instanceof Incoming.File file) {
            return received(step, file);
        }
        if (incoming instanceof Incoming.Words words) {
            return step instanceof Step.End ? interrupted(words.text()) : Optional.of(typed(step, words));
        }
        if (step instanceof Step.End) {
            // The summary waits for a button; anything else is for somebody else.
            return Optional.empty();
        }
        return Optional.of(
                incoming instanceof Incoming.Place place
                        ? answer(new Answer.Location(place.latitude(), place.longitude()))
                        : notThis("report.onlyText"));
    }

    private Reply typed(Step step, Incoming.Words said) {
        String words = said.text();
        Optional<Reply> personal = isFreeText(step) ? refusedPersonal(turn, words) : Optional.empty();
        if (personal.isPresent()) {
            return personal.get();
        }
        Outcome outcome = form.answer(draft.state(), new Answer.Typed(words), opened.context());
        if (outcome instanceof Outcome.Accepted accepted) {
            return showing.show(accepted.state()).andDo(tx -> answered(tx, step, said.message()));
        }
        Outcome.Rejected rejected = (Outcome.Rejected) outcome;
        boolean asks = NO_ANSWER.contains(rejected.reason()) && Wondering.in(words);
        return asks ? interrupted(words).orElseGet(() -> refused(rejected)) : refused(rejected);
    }

    /** An edit of the message that answers is an edit of the answer. */
    private void answered(Tx tx, Step step, String message) {
        if (step instanceof Step.Question question && !message.isEmpty()) {
            Said.put(tx, turn.address(), message, draft.id(), question.ref(), turn.now());
        } else if (step instanceof Step.Question question) {
            Said.forget(tx, draft.id(), question.ref());
        }
    }

    /** Says what must not be in a report, where it is in these words. */
    static Optional<Reply> refusedPersonal(Turn turn, String words) {
        Set<PersonalData.Kind> found = PersonalData.in(words);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String kinds = String.join(
                ", ",
                found.stream()
                        .map(kind -> turn.plain("report.personal." + kind))
                        .toList());
        return Optional.of(Reply.say(turn.say("report.personal", "kinds", kinds)));
    }

    /** Somebody answers the question, and the form asks its own again. */
    private Optional<Reply> interrupted(String words) {
        return means.questions().answer(turn, words).map(reply -> {
            if (!(reply.dialog() instanceof Reply.Next.Keep)) {
                return reply;
            }
            StepView.Shown shown = showing.shown();
            return reply.andSay(turn.say("report.backToForm") + "\n\n" + shown.text(), shown.buttons());
        });
    }

    private Optional<Reply> received(Step step, Incoming.File file) {
        Receiving receiving = new Receiving(opened);
        if (!file.album().isEmpty() && file.album().equals(draft.album())) {
            return Optional.of(receiving.more(file));
        }
        if (step instanceof Step.End) {
            return Optional.empty();
        }
        if (!(step instanceof Step.Question question) || !question.type().isFile()) {
            return Optional.of(notThis("report.noFileHere"));
        }
        if (!Enclosures.fits(question.type(), file)) {
            return Optional.of(notThis("report.otherFile"));
        }
        return Optional.of(receiving.answer(question, file));
    }

    /** What was sent is no answer here: says so, and asks again. */
    private Reply notThis(String key) {
        StepView.Shown shown = showing.shown();
        return Reply.say(turn.say(key)).andSay(shown.text(), shown.buttons());
    }

    Reply answer(Answer answer) {
        Outcome outcome = form.answer(draft.state(), answer, opened.context());
        return outcome instanceof Outcome.Accepted accepted
                ? showing.show(accepted.state()).andDo(tx -> answered(tx, opened.step(), ""))
                : refused((Outcome.Rejected) outcome);
    }

    private Reply refused(Outcome.Rejected rejected) {
        List<List<Button>> buttons = opened.step() instanceof Step.Question question
                        && !rejected.candidates().isEmpty()
                ? opened.view().candidates(question.choices(), rejected.candidates())
                : showing.shown().buttons();
        return Reply.say("⚠️ " + Markup.escape(rejected.message()), buttons);
    }

    Optional<Reply> choice(int index) {
        return opened.step() instanceof Step.Question question
                        && index < question.choices().size()
                ? Optional.of(
                        answer(new Answer.Chosen(question.choices().get(index).value())))
                : Optional.empty();
    }

    /** The dialog stays at its revision, so that quick ticks all count. */
    Optional<Reply> tick(int index) {
        if (!(opened.step() instanceof Step.Question question)
                || question.type() != QuestionType.SELECT_MULTIPLE
                || index >= question.choices().size()) {
            return Optional.empty();
        }
        String value = question.choices().get(index).value();
        Set<String> ticks = new LinkedHashSet<>(ticks(draft, question));
        if (!ticks.remove(value)) {
            ticks.add(value);
        }
        Draft ticking = draft.ticking(List.copyOf(ticks));
        StepView.Shown shown = opened.view().question(question, List.of(), List.copyOf(ticks), StepView.pageOf(index));
        return Optional.of(ReportDesk.inPlace(turn, shown.text(), shown.buttons())
                .andDo(tx -> means.drafts().put(tx, turn.person().id(), form, ticking, turn.now())));
    }

    Reply ticked() {
        List<String> ticks = opened.step() instanceof Step.Question question ? ticks(draft, question) : List.of();
        return answer(ticks.isEmpty() ? new Answer.Blank() : new Answer.ChosenMany(ticks));
    }

    /** What there is stays, or nothing comes in its place. */
    Reply none() {
        return answer(opened.step() instanceof Step.RepeatPrompt ? new Answer.Another(false) : new Answer.Blank());
    }

    Reply keep() {
        if (!(opened.step() instanceof Step.Question question)
                || question.answer().isEmpty()) {
            return answer(new Answer.Blank());
        }
        List<String> values = question.answer().get().values();
        if (question.type().isSelect()) {
            return answer(new Answer.ChosenMany(values));
        }
        return answer(
                question.type().isFile()
                        ? new Answer.File(values.get(0))
                        : new Answer.Typed(question.answer().get().text()));
    }

    /** The choices ticked so far, by value. */
    static List<String> ticks(Draft draft, Step.Question question) {
        return draft.ticked().orElseGet(() -> given(question));
    }

    static List<String> given(Step.Question question) {
        return question.answer().map(given -> given.values()).orElse(List.of());
    }

    static boolean isFreeText(Step step) {
        return step instanceof Step.Question question && question.type() == QuestionType.TEXT && !question.personal();
    }
}
