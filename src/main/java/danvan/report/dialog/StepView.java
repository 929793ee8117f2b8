package danvan.report.dialog;

import danvan.chat.Button;
import danvan.conversation.Turn;
import danvan.form.Choice;
import danvan.form.Form;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.report.AnswerExtras;
import danvan.report.AnswerText;
import danvan.report.store.Draft;
import danvan.report.store.SummedFigures;
import danvan.text.Markup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A step of a form as a chat message. Its buttons carry the revision the dialog will have when it is shown. */
final class StepView {
    private static final int MOST_SOURCES = 8;
    private final Turn turn;
    private final Form form;
    private final SummedFigures gathered;
    private final DialogButtons buttons;

    /** A message: its text, and its buttons. */
    record Shown(String text, List<List<Button>> buttons) {}

    private StepView(Turn turn, Form form, SummedFigures gathered, long revision) {
        this.turn = turn;
        this.form = form;
        this.gathered = gathered;
        this.buttons = new DialogButtons(turn, revision);
    }

    /** With buttons that are good at once. */
    static StepView of(Turn turn, Form form, Draft draft) {
        return new StepView(turn, form, draft.gathered(), turn.revision());
    }

    /** With buttons that are good when the turn has moved the dialog on. */
    static StepView next(Turn turn, Form form, Draft draft) {
        return new StepView(turn, form, draft.gathered(), turn.nextRevision());
    }

    DialogButtons buttons() {
        return buttons;
    }

    /**
     * A question.
     *
     * @param notes what is to be read before it
     * @param ticked the choices ticked so far, by value
     * @param page which page of its choices, from 0
     * @param received the files that answer it
     */
    Shown question(Step.Question question, List<String> notes, List<String> ticked, int page, Draft.Received received) {
        List<String> lines = new ArrayList<>();
        lines.add(
                Markup.italic(form.title(turn.language().code()) + " · " + question.number() + "/" + question.total()));
        question.groups().forEach(group -> lines.add(Markup.escape(group)));
        notes.forEach(note -> lines.add("ℹ️ " + Markup.escape(note) + "\n"));
        lines.add(Markup.bold(question.label()));
        question.hint().ifPresent(hint -> lines.add(Markup.italic(hint)));
        if (received.files() > 0) {
            lines.add(turn.say(received.album() ? "report.albumNow" : "report.filesNow", "count", received.files()));
        } else {
            way(question.type()).ifPresent(key -> lines.add(turn.say(key)));
        }
        question.answer()
                .filter(given -> !question.type().isFile() && question.type() != QuestionType.RANK)
                .ifPresent(given -> lines.add(turn.say("report.now", "answer", given.text())));
        if (question.type() == QuestionType.RANK) {
            lines.addAll(order(question, ticked).lines(page));
        } else if (NumberedChoices.needed(question.choices())) {
            lines.addAll(NumberedChoices.lines(question.choices(), page));
        }
        gathered.of(question.ref()).ifPresent(figure -> lines.add(sources(figure, OpenDraft.given(question))));
        List<List<Button>> rows = new ArrayList<>(answers(question, ticked, page));
        rows.addAll(received.files() > 0 ? filesWays(question, received) : ways(question));
        return new Shown(String.join("\n", lines), rows);
    }

    /** Where a figure comes from: the reports, as many as a person wants to read here. */
    private String sources(SummedFigures.Figure figure, List<String> given) {
        if (figure.receipts().isEmpty()) {
            return turn.say("report.sumNone");
        }
        List<String> named = figure.receipts().stream().limit(MOST_SOURCES).toList();
        int more = figure.receipts().size() - named.size();
        return turn.say(
                given.equals(List.of(figure.value())) ? "report.sumOf" : "report.sumOther",
                "count",
                figure.receipts().size(),
                "value",
                figure.value(),
                "list",
                String.join(", ", named) + (more > 0 ? " " + turn.plain("report.andMore", "count", more) : ""));
    }

    /** How a question is answered where no button and no habit says it. */
    private static Optional<String> way(QuestionType type) {
        return Optional.ofNullable(Map.of(
                        QuestionType.SELECT_MULTIPLE, "report.tickHint",
                        QuestionType.RANK, "report.rankHint",
                        QuestionType.IMAGE, "report.sendPicture",
                        QuestionType.AUDIO, "report.sendSound",
                        QuestionType.VIDEO, "report.sendVideo",
                        QuestionType.FILE, "report.sendFile")
                .get(type));
    }

    /** What the person typed may mean several choices: which one was meant? */
    Shown candidates(Step.Question question, String why, List<Choice> candidates) {
        List<Choice> all = question.choices();
        List<String> lines = new ArrayList<>(List.of(why, "", Markup.bold(question.label())));
        List<Button> found = new ArrayList<>();
        boolean numbered = NumberedChoices.needed(all);
        for (Choice candidate : candidates) {
            int number = all.indexOf(candidate);
            found.add(choice(candidate, number, numbered));
            if (numbered) {
                lines.add(NumberedChoices.line(candidate, number));
            }
        }
        return new Shown(String.join("\n", lines), PagedButtons.rows(found, numbered));
    }

    /** The days of a month that a date question takes. */
    List<List<Button>> month(Step.Question question, YearMonth month, Predicate<LocalDate> taken) {
        List<List<Button>> rows = new ArrayList<>(MonthGrid.of(buttons, month, taken));
        rows.addAll(ways(question));
        return rows;
    }

    /**
     * The answers so far, to be sent or changed.
     *
     * @param beside files and sources
     */
    Shown summary(List<SummaryRow> rows, AnswerExtras beside) {
        return new Shown(
                Markup.bold(form.title(turn.language().code())) + "\n" + turn.say("report.check") + "\n"
                        + AnswerText.byGroups(turn.texts(), rows, beside, false),
                List.of(
                        List.of(buttons.of("report.submit", DialogAction.SUBMIT)),
                        List.of(
                                buttons.of("report.edit", DialogAction.EDIT),
                                buttons.of("report.later", DialogAction.LATER)),
                        List.of(buttons.of("report.cancel", DialogAction.ASK_CANCEL))));
    }

    /** The questions, one a button, to be changed. */
    List<List<Button>> editable(List<SummaryRow> rows, boolean answered, int page, boolean removable) {
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SummaryRow row = rows.get(i);
            if (row.editable() && (!answered || row.answer().isPresent())) {
                all.add(buttons.labelled(PagedButtons.shortened(row.label()), DialogAction.JUMP, i));
            }
        }
        List<List<Button>> shown = new ArrayList<>();
        PagedButtons.of(all, page).forEach(button -> shown.add(List.of(button)));
        PagedButtons.turning(buttons, all.size(), page, DialogAction.EDIT).ifPresent(shown::add);
        if (removable) {
            shown.add(List.of(buttons.of("report.remove", DialogAction.REPETITIONS)));
        }
        shown.add(List.of(buttons.of(answered ? "report.goOn" : "report.toSummary", DialogAction.SHOW)));
        return shown;
    }

    /** The repetitions, one a button, to take one away. */
    List<List<Button>> repetitions(List<String> labels, int page) {
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            all.add(buttons.labelled("🗑 " + PagedButtons.shortened(labels.get(i)), DialogAction.ASK_REMOVE, i));
        }
        List<List<Button>> shown = new ArrayList<>(PagedButtons.rows(PagedButtons.of(all, page)));
        PagedButtons.turning(buttons, all.size(), page, DialogAction.REPETITIONS)
                .ifPresent(shown::add);
        shown.add(List.of(buttons.of("report.goOn", DialogAction.SHOW)));
        return shown;
    }

    /** One more of a repeated group? */
    Shown another(Step.RepeatPrompt prompt, boolean removable) {
        List<String> lines = new ArrayList<>();
        lines.add(Markup.italic(form.title(turn.language().code())));
        prompt.groups().forEach(group -> lines.add(Markup.escape(group)));
        lines.add(turn.say("report.another", "group", prompt.label(), "count", prompt.count()));
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(buttons.of("report.yes", DialogAction.ANOTHER), buttons.of("report.no", DialogAction.NONE)));
        if (removable) {
            rows.add(List.of(buttons.of("report.remove", DialogAction.REPETITIONS)));
        }
        rows.add(List.of(buttons.of("report.back", DialogAction.BACK), buttons.of("report.later", DialogAction.LATER)));
        rows.add(List.of(buttons.of("report.cancel", DialogAction.ASK_CANCEL)));
        return new Shown(String.join("\n", lines), rows);
    }

    private List<List<Button>> answers(Step.Question question, List<String> ticked, int page) {
        return switch (question.type()) {
            case DATE -> days(question);
            case TIME, DATE_TIME ->
                question.near().now() ? List.of(List.of(buttons.of("report.rightNow", DialogAction.NOW))) : List.of();
            case ACKNOWLEDGE -> List.of(List.of(buttons.of("report.acknowledge", DialogAction.ACKNOWLEDGE)));
            case SELECT_ONE, SELECT_MULTIPLE -> choices(question, ticked, page);
            case RANK -> order(question, ticked).buttons(page);
            default -> List.of();
        };
    }

    private OrderView order(Step.Question question, List<String> order) {
        return new OrderView(turn, buttons, question, order);
    }

    /** The days that the form takes: nobody is offered what is refused. */
    private List<List<Button>> days(Step.Question question) {
        List<Button> near = new ArrayList<>();
        if (question.near().today()) {
            near.add(buttons.of("report.today", DialogAction.TODAY));
        }
        if (question.near().yesterday()) {
            near.add(buttons.of("report.yesterday", DialogAction.YESTERDAY));
        }
        List<Button> other = List.of(buttons.of("report.otherDay", DialogAction.MONTH));
        return near.isEmpty() ? List.of(other) : List.of(near, other);
    }

    private List<List<Button>> choices(Step.Question question, List<String> ticked, int page) {
        boolean several = question.type() == QuestionType.SELECT_MULTIPLE;
        boolean numbered = NumberedChoices.needed(question.choices());
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < question.choices().size(); i++) {
            Choice choice = question.choices().get(i);
            all.add(several ? tick(choice, i, ticked.contains(choice.value()), numbered) : choice(choice, i, numbered));
        }
        List<List<Button>> rows = new ArrayList<>(PagedButtons.rows(PagedButtons.of(all, page), numbered));
        PagedButtons.turning(buttons, all.size(), page, DialogAction.PAGE).ifPresent(rows::add);
        if (several) {
            rows.add(List.of(
                    buttons.labelled(turn.plain("report.done", "count", ticked.size()), DialogAction.TICKS_DONE)));
        }
        return rows;
    }

    private List<List<Button>> ways(Step.Question question) {
        return ways(question, true);
    }

    private List<List<Button>> ways(Step.Question question, boolean about) {
        List<Button> ways = new ArrayList<>();
        if (question.number() > 1) {
            ways.add(buttons.of("report.back", DialogAction.BACK));
        }
        if (about && question.answer().isPresent()) {
            ways.add(buttons.of("report.keep", DialogAction.KEEP));
        }
        if (about && !question.required()) {
            ways.add(buttons.of(question.answer().isPresent() ? "report.clear" : "report.skip", DialogAction.NONE));
        }
        List<Button> more = new ArrayList<>();
        more.add(buttons.of("report.later", DialogAction.LATER));
        if (question.number() > 1) {
            more.add(buttons.of("report.answered", DialogAction.EDIT_ANSWERED));
        }
        more.add(buttons.of("report.cancel", DialogAction.ASK_CANCEL));
        return ways.isEmpty() ? List.of(more) : List.of(ways, more);
    }

    /** What is to become of the files that were received: enough, or none of them. */
    private List<List<Button>> filesWays(Step.Question question, Draft.Received received) {
        List<Button> ways = new ArrayList<>();
        ways.add(buttons.labelled(
                received.album()
                        ? turn.plain("report.albumDone")
                        : turn.plain("report.filesDone", "count", received.files()),
                DialogAction.KEEP));
        ways.add(buttons.of("report.filesRemove", DialogAction.REMOVE_FILES));
        List<List<Button>> rows = new ArrayList<>(List.of(ways));
        // Without "keep" and "clear", which the two above are for files.
        rows.addAll(ways(question, false));
        return rows;
    }

    private Button choice(Choice choice, int number, boolean numbered) {
        return buttons.labelled(NumberedChoices.label(choice, number, numbered), DialogAction.CHOOSE, number);
    }

    private Button tick(Choice choice, int number, boolean ticked, boolean numbered) {
        return buttons.labelled(
                (ticked ? "☑️ " : "▫️ ") + NumberedChoices.label(choice, number, numbered), DialogAction.TICK, number);
    }
}
