package danvan.report;

import danvan.chat.Button;
import danvan.chat.Markup;
import danvan.conversation.Turn;
import danvan.form.Choice;
import danvan.form.Form;
import danvan.form.Given;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import java.util.ArrayList;
import java.util.List;

/** A step of a form as a chat message. Its buttons carry the revision the dialog will have when it is shown. */
final class StepView {
    /** Choices stand two in a row while every label is this short. */
    private static final int SHORT = 16;

    private static final int LONGEST_LABEL = 60;

    private final Turn turn;
    private final Form form;
    private final long revision;

    /** A message: its text, and its buttons. */
    record Shown(String text, List<List<Button>> buttons) {}

    StepView(Turn turn, Form form, long revision) {
        this.turn = turn;
        this.form = form;
        this.revision = revision;
    }

    /**
     * A question.
     *
     * @param notes what is to be read before it
     */
    Shown question(Step.Question question, List<String> notes) {
        List<String> lines = new ArrayList<>();
        lines.add(
                Markup.italic(form.title(turn.language().code()) + " · " + question.number() + "/" + question.total()));
        question.groups().forEach(group -> lines.add(Markup.escape(group)));
        notes.forEach(note -> lines.add("ℹ️ " + Markup.escape(note) + "\n"));
        lines.add(Markup.bold(question.label()));
        question.hint().ifPresent(hint -> lines.add(Markup.italic(hint)));
        question.answer().ifPresent(given -> lines.add(turn.say("report.now", "answer", given.text())));
        return new Shown(String.join("\n", lines), questionButtons(question));
    }

    /** The choices as the person typed several at once: which one was meant? */
    List<List<Button>> candidates(List<Choice> all, List<Choice> candidates) {
        List<Button> buttons = new ArrayList<>();
        for (Choice candidate : candidates) {
            buttons.add(choice(candidate, all.indexOf(candidate)));
        }
        return rows(buttons);
    }

    /** The answers so far, to be sent or changed. */
    Shown summary(List<SummaryRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(Markup.bold(form.title(turn.language().code())));
        lines.add(turn.say("report.check"));
        lines.add("");
        for (SummaryRow row : rows) {
            String answer = row.answer().map(Given::text).orElse("–");
            lines.add(Markup.escape(row.label()) + " " + Markup.bold(answer));
        }
        return new Shown(
                String.join("\n", lines),
                List.of(
                        List.of(button("report.submit", "s")),
                        List.of(button("report.edit", "e"), button("report.cancel", "x"))));
    }

    /** The questions, one a button, to be changed. */
    List<List<Button>> editable(List<SummaryRow> rows) {
        List<List<Button>> buttons = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).editable()) {
                buttons.add(List.of(new Button(shortened(rows.get(i).label()), action("j") + ":" + i)));
            }
        }
        buttons.add(List.of(button("report.toSummary", "v")));
        return buttons;
    }

    /** One more of a repeated group? */
    Shown another(Step.RepeatPrompt prompt) {
        return new Shown(
                turn.say("report.another", "group", prompt.label(), "count", prompt.count()),
                List.of(
                        List.of(button("report.yes", "a"), button("report.no", "k")),
                        List.of(button("report.back", "b"), button("report.cancel", "x"))));
    }

    Button button(String key, String verb) {
        return new Button(turn.plain(key), action(verb));
    }

    private List<List<Button>> questionButtons(Step.Question question) {
        List<Button> choices = new ArrayList<>();
        for (int i = 0; i < question.choices().size(); i++) {
            choices.add(choice(question.choices().get(i), i));
        }
        List<List<Button>> rows = rows(choices);
        if (question.type() == QuestionType.DATE) {
            rows.add(List.of(button("report.today", "d"), button("report.yesterday", "y")));
        }
        if (question.type() == QuestionType.ACKNOWLEDGE) {
            rows.add(List.of(button("report.acknowledge", "o")));
        }
        List<Button> ways = new ArrayList<>();
        ways.add(button("report.back", "b"));
        if (question.answer().isPresent()) {
            ways.add(button("report.keep", "p"));
        }
        if (!question.required()) {
            ways.add(button(question.answer().isPresent() ? "report.clear" : "report.skip", "k"));
        }
        ways.add(button("report.cancel", "x"));
        rows.add(ways);
        return rows;
    }

    private Button choice(Choice choice, int number) {
        return new Button(shortened(choice.label()), action("n") + ":" + number);
    }

    private static List<List<Button>> rows(List<Button> buttons) {
        int wide = buttons.stream().allMatch(button -> button.label().length() <= SHORT) ? 2 : 1;
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += wide) {
            rows.add(buttons.subList(i, Math.min(i + wide, buttons.size())));
        }
        return rows;
    }

    private String action(String verb) {
        return ReportDialog.NAME + ":" + verb + ":" + revision;
    }

    private static String shortened(String label) {
        String named = label.isBlank() ? "…" : label;
        return named.length() <= LONGEST_LABEL ? named : named.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
