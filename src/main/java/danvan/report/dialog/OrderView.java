package danvan.report.dialog;

import danvan.chat.Button;
import danvan.conversation.Turn;
import danvan.form.Choice;
import danvan.form.Step;
import danvan.form.input.AnswerText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Choices that are put in an order, as they are shown.
 *
 * @param order the values that have a place so far
 */
record OrderView(Turn turn, DialogButtons buttons, Step.Question question, List<String> order) {
    OrderView {
        order = List.copyOf(order);
    }

    /** What has a place so far, and below it what has none, by the numbers that can be typed. */
    List<String> lines(int page) {
        List<String> lines = new ArrayList<>();
        if (!order.isEmpty()) {
            Map<String, String> labels =
                    question.choices().stream().collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a));
            lines.add(turn.say(
                    "report.rankedSoFar",
                    "order",
                    order.stream()
                            .map(value -> labels.getOrDefault(value, value))
                            .collect(Collectors.joining(AnswerText.RANKED_BEFORE))));
        }
        PagedButtons.of(left(question, order), page)
                .forEach(choice -> lines.add(
                        NumberedChoices.line(choice, question.choices().indexOf(choice))));
        return lines;
    }

    List<List<Button>> buttons(int page) {
        boolean numbered = NumberedChoices.needed(question.choices());
        List<Button> left = left(question, order).stream()
                .map(choice -> {
                    int number = question.choices().indexOf(choice);
                    String label = numbered
                            ? NumberedChoices.label(choice, number, true)
                            : PagedButtons.shortened((number + 1) + ". " + choice.label());
                    return buttons.labelled(label, DialogAction.TICK, number);
                })
                .toList();
        List<List<Button>> rows = new ArrayList<>(PagedButtons.rows(PagedButtons.of(left, page), numbered));
        PagedButtons.turning(buttons, left.size(), page, DialogAction.PAGE).ifPresent(rows::add);
        if (left.isEmpty()) {
            rows.add(List.of(buttons.of("report.rankDone", DialogAction.TICKS_DONE)));
        }
        if (!order.isEmpty()) {
            rows.add(List.of(
                    buttons.of("report.rankUndo", DialogAction.RANK_UNDO),
                    buttons.of("report.rankAgain", DialogAction.RANK_AGAIN)));
        }
        return rows;
    }

    /** The choices without a place, as they are offered. */
    static List<Choice> left(Step.Question question, List<String> order) {
        return question.choices().stream()
                .filter(choice -> !order.contains(choice.value()))
                .toList();
    }
}
