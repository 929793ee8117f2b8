package danvan.report;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Markup;
import danvan.chat.Outgoing;
import danvan.chat.PersonalData;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormState;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A draft opened for one turn. */
final class Filling {
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

    private final Means means;
    private final Turn turn;
    private final Form form;
    private final Draft draft;
    private final FormContext context;

    Filling(Means means, Turn turn, Form form, Draft draft) {
        this.means = means;
        this.turn = turn;
        this.form = form;
        this.draft = draft;
        this.context = means.context(turn);
    }

    Draft draft() {
        return draft;
    }

    Optional<Reply> heard(Incoming incoming) {
        Step step = form.current(draft.state(), context);
        if (incoming instanceof Incoming.File file) {
            return received(step, file);
        }
        if (incoming instanceof Incoming.Words words) {
            return step instanceof Step.End ? interrupted(words.text()) : Optional.of(typed(step, words.text()));
        }
        if (step instanceof Step.End) {
            // The summary waits for a button; anything else is for somebody else.
            return Optional.empty();
        }
        return Optional.of(
                incoming instanceof Incoming.Place place
                        ? answer(new Answer.Location(place.latitude(), place.longitude()))
                        : notThis(step, "report.onlyText"));
    }

    private Reply typed(Step step, String words) {
        Set<PersonalData.Kind> found = isFreeText(step) ? PersonalData.in(words) : Set.of();
        if (!found.isEmpty()) {
            String kinds = found.stream()
                    .map(kind -> turn.plain("report.personal." + kind))
                    .collect(Collectors.joining(", "));
            return Reply.say(turn.say("report.personal", "kinds", kinds));
        }
        Outcome outcome = form.answer(draft.state(), new Answer.Typed(words), context);
        if (outcome instanceof Outcome.Accepted accepted) {
            return show(accepted.state());
        }
        Outcome.Rejected rejected = (Outcome.Rejected) outcome;
        boolean asks = NO_ANSWER.contains(rejected.reason()) && Wondering.in(words);
        return asks ? interrupted(words).orElseGet(() -> refused(rejected)) : refused(rejected);
    }

    /** Somebody answers the question, and the form asks its own again. */
    private Optional<Reply> interrupted(String words) {
        return means.questions().answer(turn, words).map(reply -> {
            if (!(reply.dialog() instanceof Reply.Next.Keep)) {
                return reply;
            }
            StepView.Shown shown = shown(form.current(draft.state(), context));
            return reply.andSay(turn.say("report.backToForm") + "\n\n" + shown.text(), shown.buttons());
        });
    }

    private Optional<Reply> received(Step step, Incoming.File file) {
        Receiving receiving = new Receiving(means, turn, form, draft);
        if (!file.album().isEmpty() && file.album().equals(draft.album())) {
            return Optional.of(receiving.more(file));
        }
        if (step instanceof Step.End) {
            return Optional.empty();
        }
        if (!(step instanceof Step.Question question) || !question.type().isFile()) {
            return Optional.of(notThis(step, "report.noFileHere"));
        }
        if (!Enclosures.fits(question.type(), file)) {
            return Optional.of(notThis(step, "report.otherFile"));
        }
        return Optional.of(receiving.answer(question, file, context, this::showing));
    }

    /** What was sent is no answer here: says so, and asks again. */
    private Reply notThis(Step step, String key) {
        StepView.Shown shown = shown(step);
        return Reply.say(turn.say(key)).andSay(shown.text(), shown.buttons());
    }

    Reply tapped(String verb, String argument) {
        Step step = form.current(draft.state(), context);
        Reply old = Reply.nothing().andToast(turn.plain("report.oldButton"));
        return switch (verb) {
            case "n" -> choice(step, argument).orElse(old);
            case "t" -> tick(step, argument).orElse(old);
            case "m" -> leave(answer(ticked(step)));
            case "g" -> page(step, argument).orElse(old);
            case "k" ->
                leave(answer(step instanceof Step.RepeatPrompt ? new Answer.Another(false) : new Answer.Blank()));
            case "p" -> leave(keep(step));
            case "a" -> leave(answer(new Answer.Another(true)));
            case "o" -> leave(answer(new Answer.Chosen("OK")));
            case "d" -> leave(answer(new Answer.Typed(means.today(turn).toString())));
            case "y" ->
                leave(answer(new Answer.Typed(means.today(turn).minusDays(1).toString())));
            case "h" -> leave(answer(new Answer.Typed("now")));
            case "c" -> month(step, argument).orElse(old);
            case "w" -> leave(answer(new Answer.Typed(argument)));
            case "z" -> Reply.nothing();
            case "b" -> leave(back());
            case "v" -> leave(show(draft.state()));
            case "e", "r" -> edit(verb.equals("r"), number(argument).orElse(0));
            case "j" -> jump(argument).orElse(old);
            case "s" -> leave(new Submitting(means, turn, form, draft).submit(this::show));
            case "l" -> leave(later());
            case "x" -> askCancel();
            case "q" -> discard();
            default -> old;
        };
    }

    /** Shows the step a state stands at; notes on the way are read together with the question behind them. */
    Reply show(FormState state) {
        return showing(draft.at(state));
    }

    private Reply showing(Draft next) {
        FormState at = next.state();
        List<String> notes = new ArrayList<>();
        Step step = form.current(at, context);
        while (step instanceof Step.Note note) {
            notes.add(note.text());
            at = moved(at, new Answer.Blank());
            step = form.current(at, context);
        }
        Draft kept = next.state().equals(at) ? next : next.at(at);
        StepView view = view(turn.nextRevision());
        StepView.Shown shown = step instanceof Step.Question question
                ? view.question(question, notes, given(question), 0)
                : withNotes(other(view, step, at), notes);
        Reply reply = Reply.say(shown.text(), shown.buttons());
        if (step instanceof Step.Question question && question.type() == QuestionType.GEOPOINT) {
            reply = reply.and(
                    new Outgoing.PlaceRequest(turn.say("report.sharePlace"), turn.plain("report.sharePlaceButton")));
        }
        return reply.andDo(tx -> means.drafts().put(tx, turn.person().id(), form, kept, turn.now()))
                .andOpen(ReportDialog.NAME, new ReportDialog.Open(draft.id()));
    }

    /** Says once more what is asked. */
    Reply again() {
        StepView.Shown shown = shown(form.current(draft.state(), context));
        return Reply.say(shown.text(), shown.buttons());
    }

    Reply askCancel() {
        StepView view = view(turn.revision());
        return Reply.say(
                turn.say("report.reallyCancel"),
                List.of(
                        List.of(view.button("report.later", "l"), view.button("report.goOn", "v")),
                        List.of(view.button("report.discard", "q"))));
    }

    Reply unfinished() {
        StepView view = view(turn.revision());
        return Reply.say(
                turn.say("report.unfinished", "form", form.title(turn.language().code())),
                List.of(
                        List.of(view.button("report.goOn", "v"), view.button("report.later", "l")),
                        List.of(view.button("report.cancel", "x"))));
    }

    Reply submitNil() {
        return new Submitting(means, turn, form, draft).nil();
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
                    Drafts.remove(tx, draft.id());
                })
                .andClose();
    }

    private StepView view(long revision) {
        return new StepView(turn, form, revision);
    }

    /** The step as it is shown now, whose buttons are good at once. */
    private StepView.Shown shown(Step step) {
        StepView view = view(turn.revision());
        return step instanceof Step.Question question
                ? view.question(question, List.of(), ticks(question), 0)
                : other(view, step, draft.state());
    }

    private StepView.Shown other(StepView view, Step step, FormState at) {
        return step instanceof Step.RepeatPrompt prompt
                ? view.another(prompt)
                : view.summary(form.summary(at, context), moreFiles());
    }

    private Map<String, Integer> moreFiles() {
        return Receiving.more(means.enclosures().ofDraft(draft.id()));
    }

    private static StepView.Shown withNotes(StepView.Shown shown, List<String> notes) {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append("ℹ️ ").append(Markup.escape(note)).append("\n\n"));
        return new StepView.Shown(text + shown.text(), shown.buttons());
    }

    private Reply answer(Answer answer) {
        Outcome outcome = form.answer(draft.state(), answer, context);
        return outcome instanceof Outcome.Accepted accepted
                ? show(accepted.state())
                : refused((Outcome.Rejected) outcome);
    }

    private Reply refused(Outcome.Rejected rejected) {
        Step step = form.current(draft.state(), context);
        StepView.Shown shown = shown(step);
        List<List<Button>> buttons =
                step instanceof Step.Question question && !rejected.candidates().isEmpty()
                        ? view(turn.revision()).candidates(question.choices(), rejected.candidates())
                        : shown.buttons();
        return Reply.say("⚠️ " + Markup.escape(rejected.message()), buttons);
    }

    private FormState moved(FormState from, Answer answer) {
        return form.answer(from, answer, context) instanceof Outcome.Accepted accepted ? accepted.state() : from;
    }

    private Optional<Reply> choice(Step step, String number) {
        if (!(step instanceof Step.Question question)) {
            return Optional.empty();
        }
        return number(number)
                .filter(index -> index < question.choices().size())
                .map(index -> leave(
                        answer(new Answer.Chosen(question.choices().get(index).value()))));
    }

    /** The dialog stays at its revision, so that quick ticks all count. */
    private Optional<Reply> tick(Step step, String number) {
        if (!(step instanceof Step.Question question) || question.type() != QuestionType.SELECT_MULTIPLE) {
            return Optional.empty();
        }
        return number(number).filter(index -> index < question.choices().size()).map(index -> {
            String value = question.choices().get(index).value();
            Set<String> ticks = new LinkedHashSet<>(ticks(question));
            if (!ticks.remove(value)) {
                ticks.add(value);
            }
            Draft ticking = draft.ticking(List.copyOf(ticks));
            return inPlace(view(turn.revision())
                            .question(question, List.of(), List.copyOf(ticks), StepView.pageOf(index)))
                    .andDo(tx -> means.drafts().put(tx, turn.person().id(), form, ticking, turn.now()));
        });
    }

    private Answer ticked(Step step) {
        List<String> ticks = step instanceof Step.Question question ? ticks(question) : List.of();
        return ticks.isEmpty() ? new Answer.Blank() : new Answer.ChosenMany(ticks);
    }

    private List<String> ticks(Step.Question question) {
        return draft.ticked().orElseGet(() -> given(question));
    }

    private static List<String> given(Step.Question question) {
        return question.answer().map(given -> given.values()).orElse(List.of());
    }

    private Optional<Reply> page(Step step, String number) {
        return step instanceof Step.Question question
                ? number(number)
                        .map(page ->
                                inPlace(view(turn.revision()).question(question, List.of(), ticks(question), page)))
                : Optional.empty();
    }

    private Optional<Reply> month(Step step, String written) {
        if (!(step instanceof Step.Question question)) {
            return Optional.empty();
        }
        try {
            YearMonth month = written.isEmpty() ? YearMonth.from(means.today(turn)) : YearMonth.parse(written);
            StepView view = view(turn.revision());
            String text = view.question(question, List.of(), List.of(), 0).text();
            return Optional.of(inPlace(new StepView.Shown(text, view.month(question, month))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In the place of the message whose button was tapped, where the channel can name it. */
    private Reply inPlace(StepView.Shown shown) {
        Reply rewritten = Reply.nothing().andRewrite(turn, shown.text(), shown.buttons());
        return rewritten.messages().isEmpty() ? Reply.say(shown.text(), shown.buttons()) : rewritten;
    }

    private Reply keep(Step step) {
        if (!(step instanceof Step.Question question) || question.answer().isEmpty()) {
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

    private Reply back() {
        FormState at = form.back(draft.state(), context);
        FormState before = form.back(at, context);
        while (form.current(at, context) instanceof Step.Note && !before.equals(at)) {
            at = before;
            before = form.back(at, context);
        }
        return show(at);
    }

    private Reply edit(boolean answered, int page) {
        List<SummaryRow> rows = form.summary(draft.state(), context);
        boolean underWay = answered || !(form.current(draft.state(), context) instanceof Step.End);
        return inPlaceOfList(new StepView.Shown(
                turn.say("report.whichToEdit"), view(turn.revision()).editable(rows, underWay, page)));
    }

    /** The list is a message of its own; turning its pages rewrites it. */
    private Reply inPlaceOfList(StepView.Shown shown) {
        boolean turning = turn.incoming() instanceof Incoming.Tap tap
                && tap.action().startsWith(ReportDialog.NAME + ":e:")
                && tap.action().split(":", -1).length > 3;
        return turning ? inPlace(shown) : Reply.say(shown.text(), shown.buttons());
    }

    private Optional<Reply> jump(String number) {
        List<SummaryRow> rows = form.summary(draft.state(), context);
        return number(number)
                .filter(index -> index < rows.size())
                .map(index -> show(form.visit(draft.state(), rows.get(index).ref(), context)));
    }

    /** The tapped message keeps its words and loses its buttons. */
    private Reply leave(Reply reply) {
        Step step = form.current(draft.state(), context);
        String text = step instanceof Step.Question question
                ? Markup.bold(question.label()) + " ✓"
                : turn.say("report.summaryLeft");
        return reply.andRewrite(turn, text, List.of());
    }

    private static Optional<Integer> number(String written) {
        return written.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(written)) : Optional.empty();
    }

    private static boolean isFreeText(Step step) {
        return step instanceof Step.Question question && question.type() == QuestionType.TEXT && !question.personal();
    }
}
