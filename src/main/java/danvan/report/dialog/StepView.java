package danvan.report.dialog;

import danvan.report.AnswerExtras;
import danvan.report.AnswerText;
import danvan.report.store.Draft;
import danvan.report.store.SummedFigures;
import danvan.chat.Button;
import danvan.conversation.Turn;
import danvan.form.Choice;
import danvan.form.Form;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.text.Markup;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step of a form as a chat message. Its buttons carry the revision the dialog will have when it is shown. */
final class StepView {
    /** Choices stand two in a row while every label is this short. */
    private static final int SHORT = 16;

    private static final int LONGEST_LABEL = 60;
    private static final int MOST_SOURCES = 8;
    private static final int PAGE = 8;
    /** One page that is a little longer is better than two. */
    private static final int LONGEST_PAGE = 10;

    private final Turn turn;
    private final Form form;
    private final SummedFigures gathered;
    private final long revision;

    /** A message: its text, and its buttons. */
    record Shown(String text, List<List<Button>> buttons) {}

    StepView(Turn turn, Form form, SummedFigures gathered, long revision) {
        this.turn = turn;
        this.form = form;
        this.gathered = gathered;
        this.revision = revision;
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
                .filter(given -> !question.type().isFile())
                .ifPresent(given -> lines.add(turn.say("report.now", "answer", given.text())));
        gathered.of(question.ref()).ifPresent(figure -> lines.add(sources(figure, AnswerHandler.given(question))));
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
                        QuestionType.IMAGE, "report.sendPicture",
                        QuestionType.AUDIO, "report.sendSound",
                        QuestionType.VIDEO, "report.sendVideo",
                        QuestionType.FILE, "report.sendFile")
                .get(type));
    }

    /** The choices as the person typed several at once: which one was meant? */
    List<List<Button>> candidates(List<Choice> all, List<Choice> candidates) {
        List<Button> buttons = new ArrayList<>();
        for (Choice candidate : candidates) {
            buttons.add(choice(candidate, all.indexOf(candidate)));
        }
        return rows(buttons);
    }

    /** The month of a date question. */
    List<List<Button>> month(Step.Question question, YearMonth month) {
        List<List<Button>> rows = new ArrayList<>(MonthGrid.of(turn, month, this));
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
                        List.of(button("report.submit", "s")),
                        List.of(button("report.edit", "e"), button("report.later", "l")),
                        List.of(button("report.cancel", "x"))));
    }

    /** The questions, one a button, to be changed. */
    List<List<Button>> editable(List<SummaryRow> rows, boolean answered, int page, boolean removable) {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SummaryRow row = rows.get(i);
            if (row.editable() && (!answered || row.answer().isPresent())) {
                buttons.add(labelled(shortened(row.label()), "j", Integer.toString(i)));
            }
        }
        List<List<Button>> shown = new ArrayList<>();
        paged(buttons, page).forEach(button -> shown.add(List.of(button)));
        turning(buttons.size(), page, "e").ifPresent(shown::add);
        if (removable) {
            shown.add(List.of(button("report.remove", "R")));
        }
        shown.add(List.of(button(answered ? "report.goOn" : "report.toSummary", "v")));
        return shown;
    }

    /** The repetitions, one a button, to take one away. */
    List<List<Button>> repetitions(List<String> labels, int page) {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            buttons.add(labelled("🗑 " + shortened(labels.get(i)), "i", Integer.toString(i)));
        }
        List<List<Button>> shown = new ArrayList<>(rows(paged(buttons, page)));
        turning(buttons.size(), page, "R").ifPresent(shown::add);
        shown.add(List.of(button("report.goOn", "v")));
        return shown;
    }

    /** One more of a repeated group? */
    Shown another(Step.RepeatPrompt prompt, boolean removable) {
        List<String> lines = new ArrayList<>();
        lines.add(Markup.italic(form.title(turn.language().code())));
        prompt.groups().forEach(group -> lines.add(Markup.escape(group)));
        lines.add(turn.say("report.another", "group", prompt.label(), "count", prompt.count()));
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(button("report.yes", "a"), button("report.no", "k")));
        if (removable) {
            rows.add(List.of(button("report.remove", "R")));
        }
        rows.add(List.of(button("report.back", "b"), button("report.later", "l")));
        rows.add(List.of(button("report.cancel", "x")));
        return new Shown(String.join("\n", lines), rows);
    }

    Button button(String key, String verb) {
        return labelled(turn.plain(key), verb, "");
    }

    Button labelled(String label, String verb, String argument) {
        return new Button(
                label, ReportDialog.NAME + ":" + verb + ":" + revision + (argument.isEmpty() ? "" : ":" + argument));
    }

    private List<List<Button>> answers(Step.Question question, List<String> ticked, int page) {
        return switch (question.type()) {
            case DATE ->
                List.of(
                        List.of(button("report.today", "d"), button("report.yesterday", "y")),
                        List.of(button("report.otherDay", "c")));
            case TIME, DATE_TIME -> List.of(List.of(button("report.rightNow", "h")));
            case ACKNOWLEDGE -> List.of(List.of(button("report.acknowledge", "o")));
            case SELECT_ONE, SELECT_MULTIPLE -> choices(question, ticked, page);
            default -> List.of();
        };
    }

    private List<List<Button>> choices(Step.Question question, List<String> ticked, int page) {
        boolean several = question.type() == QuestionType.SELECT_MULTIPLE;
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < question.choices().size(); i++) {
            Choice choice = question.choices().get(i);
            buttons.add(several ? tick(choice, i, ticked.contains(choice.value())) : choice(choice, i));
        }
        List<List<Button>> rows = new ArrayList<>(rows(paged(buttons, page)));
        turning(buttons.size(), page, "g").ifPresent(rows::add);
        if (several) {
            rows.add(List.of(labelled(turn.plain("report.done", "count", ticked.size()), "m", "")));
        }
        return rows;
    }

    private List<List<Button>> ways(Step.Question question) {
        return ways(question, true);
    }

    private List<List<Button>> ways(Step.Question question, boolean about) {
        List<Button> ways = new ArrayList<>();
        if (question.number() > 1) {
            ways.add(button("report.back", "b"));
        }
        if (about && question.answer().isPresent()) {
            ways.add(button("report.keep", "p"));
        }
        if (about && !question.required()) {
            ways.add(button(question.answer().isPresent() ? "report.clear" : "report.skip", "k"));
        }
        List<Button> more = new ArrayList<>();
        more.add(button("report.later", "l"));
        if (question.number() > 1) {
            more.add(button("report.answered", "r"));
        }
        more.add(button("report.cancel", "x"));
        return ways.isEmpty() ? List.of(more) : List.of(ways, more);
    }

    /** What is to become of the files that were received: enough, or none of them. */
    private List<List<Button>> filesWays(Step.Question question, Draft.Received received) {
        List<Button> ways = new ArrayList<>();
        ways.add(labelled(
                received.album()
                        ? turn.plain("report.albumDone")
                        : turn.plain("report.filesDone", "count", received.files()),
                "p",
                ""));
        ways.add(button("report.filesRemove", "X"));
        List<List<Button>> rows = new ArrayList<>(List.of(ways));
        // Without "keep" and "clear", which the two above are for files.
        rows.addAll(ways(question, false));
        return rows;
    }

    private static <T> List<T> paged(List<T> all, int page) {
        if (all.size() <= LONGEST_PAGE) {
            return all;
        }
        int from = Math.min(Math.max(0, page) * PAGE, (all.size() - 1) / PAGE * PAGE);
        return all.subList(from, Math.min(from + PAGE, all.size()));
    }

    private Optional<List<Button>> turning(int size, int page, String verb) {
        if (size <= LONGEST_PAGE) {
            return Optional.empty();
        }
        int pages = (size + PAGE - 1) / PAGE;
        int here = Math.min(Math.max(0, page), pages - 1);
        return Optional.of(List.of(
                labelled("◀️", verb, Integer.toString((here + pages - 1) % pages)),
                labelled((here + 1) + "/" + pages, "z", ""),
                labelled("▶️", verb, Integer.toString((here + 1) % pages))));
    }

    /** The page on which a choice stands. */
    static int pageOf(int choice) {
        return choice / PAGE;
    }

    private Button choice(Choice choice, int number) {
        return labelled(shortened(choice.label()), "n", Integer.toString(number));
    }

    private Button tick(Choice choice, int number, boolean ticked) {
        return labelled((ticked ? "☑️ " : "▫️ ") + shortened(choice.label()), "t", Integer.toString(number));
    }

    private static List<List<Button>> rows(List<Button> buttons) {
        int wide = buttons.stream().allMatch(button -> button.label().length() <= SHORT) ? 2 : 1;
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += wide) {
            rows.add(buttons.subList(i, Math.min(i + wide, buttons.size())));
        }
        return rows;
    }

    private static String shortened(String label) {
        String named = label.isBlank() ? "…" : label;
        return named.length() <= LONGEST_LABEL ? named : named.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
