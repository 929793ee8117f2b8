package danvan.report;

import danvan.chat.Button;
import danvan.chat.Dates;
import danvan.chat.Incoming;
import danvan.chat.Markup;
import danvan.chat.Outgoing;
import danvan.chat.PersonalData;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Finish;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormState;
import danvan.form.Forms;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.Submission;
import danvan.form.SummaryRow;
import danvan.storage.Database;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reports in the chat: a form asked one question a message, with back, skip, cancel, a summary to check, and a receipt.
 * The dialog ends in the transaction that keeps the report, so that a second tap finds it ended.
 */
public final class ReportDialog implements Feature {
    static final String NAME = "report";
    private static final int MOST_LISTED = 10;
    /** The question and the answer by which a form says that a report is urgent. */
    private static final String LEVEL = "level";

    private static final String URGENT = "urgent";

    private final Supplier<Forms> forms;
    private final Reports reports;
    private final Duty duty;
    private final Texts texts;
    private final ZoneId zone;
    private final Supplier<String> ids;

    /**
     * The feature.
     *
     * @param forms asked at each message, so that a new form is served as soon as it is there
     * @param ids makes a new unique id at each call
     */
    public ReportDialog(
            Supplier<Forms> forms, Database database, Duty duty, Texts texts, ZoneId zone, Supplier<String> ids) {
        this.forms = forms;
        this.reports = new Reports(database);
        this.duty = duty;
        this.texts = texts;
        this.zone = zone;
        this.ids = ids;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("report", List.of("baocao", "rapor"), "report.help", Role.CADRE),
                new Command("reports", List.of("dagui", "raporlar"), "report.helpMine", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return switch (command) {
            case "cancel" -> open(turn).map(Open::askCancel).orElseGet(Reply::nothing);
            case "reports" -> mine(turn);
            default -> open(turn).map(this::unfinished).orElseGet(() -> choose(turn));
        };
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        return open(turn).flatMap(open -> open.heard(turn.incoming()));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", -1);
        if (parts[0].equals("f") && parts.length == 2) {
            return begin(turn, parts[1]);
        }
        Optional<Open> open = open(turn);
        boolean current = open.isPresent() && parts.length >= 2 && parts[1].equals(Long.toString(turn.revision()));
        if (!current) {
            return Reply.nothing().andToast(turn.plain("report.oldButton"));
        }
        return open.get().tapped(parts[0], parts.length > 2 ? parts[2] : "");
    }

    private Reply choose(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Form form : forms.get().all()) {
            rows.add(List.of(new Button(form.title(turn.language().code()), NAME + ":f:" + form.id())));
        }
        return rows.isEmpty() ? Reply.say(turn.say("report.noForms")) : Reply.say(turn.say("report.choose"), rows);
    }

    private Reply begin(Turn turn, String formId) {
        Optional<Open> open = open(turn);
        if (open.isPresent()) {
            return unfinished(open.get());
        }
        return forms.get()
                .find(formId)
                .map(form -> {
                    FormState state = form.begin(context(turn), "uuid:" + ids.get());
                    return new Open(turn, form, new Draft(form.id(), form.version(), state)).show(state);
                })
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("report.formGone")));
    }

    private Reply unfinished(Open open) {
        StepView view = open.view(open.turn.revision());
        return Reply.say(
                open.turn.say(
                        "report.unfinished",
                        "form",
                        open.form.title(open.turn.language().code())),
                List.of(List.of(view.button("report.goOn", "v"), view.button("report.cancel", "x"))));
    }

    private Reply mine(Turn turn) {
        List<Reports.Line> lines = reports.of(turn.person().id(), MOST_LISTED);
        if (lines.isEmpty()) {
            return Reply.say(turn.say("report.noneSent"));
        }
        return Reply.say(turn.say("report.sentList") + "\n"
                + lines.stream()
                        .map(line -> Markup.bold(line.receipt().toString()) + " · " + Markup.escape(line.formTitle())
                                + " · "
                                + Dates.day(LocalDate.ofInstant(line.submittedAt(), zone), turn.language()))
                        .collect(Collectors.joining("\n")));
    }

    private Optional<Open> open(Turn turn) {
        return turn.dialogOf(NAME).flatMap(dialog -> {
            Draft draft = dialog.state(Draft.class);
            return forms.get().find(draft.formId(), draft.version()).map(form -> new Open(turn, form, draft));
        });
    }

    private FormContext context(Turn turn) {
        return new FormContext(
                turn.now().atZone(zone), turn.language().code(), turn.person().name());
    }

    /** A draft opened for one turn. */
    private final class Open {
        private final Turn turn;
        private final Form form;
        private final Draft draft;
        private final FormContext context;

        Open(Turn turn, Form form, Draft draft) {
            this.turn = turn;
            this.form = form;
            this.draft = draft;
            this.context = context(turn);
        }

        Optional<Reply> heard(Incoming incoming) {
            Step step = form.current(draft.state(), context);
            if (step instanceof Step.End) {
                // The summary waits for a button; words are a question to somebody else.
                return Optional.empty();
            }
            if (!(incoming instanceof Incoming.Words words)) {
                return Optional.of(Reply.say(turn.say("report.onlyText"))
                        .andSay(shown(step).text(), shown(step).buttons()));
            }
            Set<PersonalData.Kind> found = isFreeText(step) ? PersonalData.in(words.text()) : Set.of();
            if (!found.isEmpty()) {
                String kinds = found.stream()
                        .map(kind -> turn.plain("report.personal." + kind))
                        .collect(Collectors.joining(", "));
                return Optional.of(Reply.say(turn.say("report.personal", "kinds", kinds)));
            }
            return Optional.of(answer(new Answer.Typed(words.text())));
        }

        Reply tapped(String verb, String argument) {
            return switch (verb) {
                case "n" -> choice(argument);
                case "k" -> leave(answer(new Answer.Blank()));
                case "p" -> leave(keep());
                case "a" -> leave(answer(new Answer.Another(true)));
                case "o" -> leave(answer(new Answer.Chosen("OK")));
                case "d" -> date(0);
                case "y" -> date(1);
                case "b" -> leave(back());
                case "v" -> leave(show(draft.state()));
                case "e" -> edit();
                case "j" -> jump(argument);
                case "s" -> leave(submit());
                case "x" -> askCancel();
                case "q" -> Reply.say(turn.say("report.cancelled")).andClose();
                default -> Reply.nothing().andToast(turn.plain("report.oldButton"));
            };
        }

        /** Shows the step a state stands at; notes on the way are read together with the question behind them. */
        Reply show(FormState state) {
            FormState at = state;
            List<String> notes = new ArrayList<>();
            Step step = form.current(at, context);
            while (step instanceof Step.Note note) {
                notes.add(note.text());
                at = moved(at, new Answer.Blank());
                step = form.current(at, context);
            }
            StepView.Shown shown = step instanceof Step.Question question
                    ? view(turn.nextRevision()).question(question, notes)
                    : withNotes(shown(step, at), notes);
            return Reply.say(shown.text(), shown.buttons()).andOpen(NAME, draft.at(at));
        }

        Reply askCancel() {
            StepView view = view(turn.revision());
            return Reply.say(
                    turn.say("report.reallyCancel"),
                    List.of(List.of(view.button("report.discard", "q"), view.button("report.goOn", "v"))));
        }

        StepView view(long revision) {
            return new StepView(turn, form, revision);
        }

        private StepView.Shown shown(Step step) {
            return step instanceof Step.Question question
                    ? view(turn.revision()).question(question, List.of())
                    : shown(step, draft.state());
        }

        private StepView.Shown shown(Step step, FormState at) {
            StepView view = view(turn.nextRevision());
            return step instanceof Step.RepeatPrompt prompt
                    ? view.another(prompt)
                    : view.summary(form.summary(at, context));
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
            List<List<Button>> buttons = step instanceof Step.Question question
                            && !rejected.candidates().isEmpty()
                    ? view(turn.revision()).candidates(question.choices(), rejected.candidates())
                    : shown.buttons();
            return Reply.say("⚠️ " + Markup.escape(rejected.message()), buttons);
        }

        private FormState moved(FormState from, Answer answer) {
            return form.answer(from, answer, context) instanceof Outcome.Accepted accepted ? accepted.state() : from;
        }

        private Reply choice(String number) {
            if (form.current(draft.state(), context) instanceof Step.Question question) {
                int index = Integer.parseInt(number);
                if (index < question.choices().size()) {
                    return leave(answer(
                            new Answer.Chosen(question.choices().get(index).value())));
                }
            }
            return Reply.nothing().andToast(turn.plain("report.oldButton"));
        }

        private Reply keep() {
            if (form.current(draft.state(), context) instanceof Step.Question question
                    && question.answer().isPresent()) {
                return answer(
                        question.type().isSelect()
                                ? new Answer.ChosenMany(question.answer().get().values())
                                : new Answer.Typed(question.answer().get().text()));
            }
            return answer(new Answer.Blank());
        }

        private Reply date(int daysAgo) {
            LocalDate day = turn.now().atZone(zone).toLocalDate().minusDays(daysAgo);
            return leave(answer(new Answer.Typed(day.toString())));
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

        private Reply edit() {
            List<SummaryRow> rows = form.summary(draft.state(), context);
            return Reply.say(
                    turn.say("report.whichToEdit"), view(turn.revision()).editable(rows));
        }

        private Reply jump(String number) {
            List<SummaryRow> rows = form.summary(draft.state(), context);
            int index = Integer.parseInt(number);
            return index < rows.size()
                    ? show(form.jump(draft.state(), rows.get(index).ref(), context))
                    : Reply.nothing().andToast(turn.plain("report.oldButton"));
        }

        private Reply submit() {
            Finish finish = form.finish(draft.state(), context);
            if (finish instanceof Finish.Unfinished unfinished) {
                return show(unfinished.state()).afterSaying("⚠️ " + Markup.escape(unfinished.message()));
            }
            Submission submission = ((Finish.Finished) finish).submission();
            String title = form.title(turn.language().code());
            boolean urgent = submission.value(LEVEL).filter(URGENT::equals).isPresent();
            Reports.Receipt receipt = reports.next(turn.now().atZone(zone).getYear());
            Reply reply = Reply.say(turn.say("report.sent", "form", title, "receipt", receipt.toString()))
                    .andDo(tx -> Reports.add(tx, receipt, submission, title, turn.person(), urgent, turn.now()))
                    .andClose();
            return urgent ? told(reply, receipt) : reply;
        }

        private Reply told(Reply reply, Reports.Receipt receipt) {
            Reply told = reply;
            for (Duty.OnDuty person : duty.forUnit(turn.person().unit())) {
                Texts.Phrases words = texts.in(person.language());
                if (!person.address().equals(turn.address())) {
                    told = told.andTell(
                            person.address(),
                            Outgoing.message(words.say(
                                    "report.urgentNews",
                                    "form",
                                    form.title(person.language().code()),
                                    "receipt",
                                    receipt.toString(),
                                    "name",
                                    turn.person().name(),
                                    "unit",
                                    duty.nameOf(turn.person().unit()),
                                    "summary",
                                    new Texts.Marked(digest(person)))));
                }
            }
            return told;
        }

        /** The answers, for those on duty, in their language. */
        private String digest(Duty.OnDuty person) {
            return form.summary(draft.state(), context.in(person.language().code())).stream()
                    .filter(row -> row.answer().isPresent() && !row.personal())
                    .map(row -> Markup.escape(row.label()) + " "
                            + Markup.bold(row.answer().orElseThrow().text()))
                    .collect(Collectors.joining("\n"));
        }

        /** The tapped message keeps its words and loses its buttons. */
        private Reply leave(Reply reply) {
            Step step = form.current(draft.state(), context);
            String text = step instanceof Step.Question question
                    ? Markup.bold(question.label()) + " ✓"
                    : turn.say("report.summaryLeft");
            return reply.andRewrite(turn, text, List.of());
        }

        private boolean isFreeText(Step step) {
            return step instanceof Step.Question question
                    && question.type() == QuestionType.TEXT
                    && !question.personal();
        }
    }
}
