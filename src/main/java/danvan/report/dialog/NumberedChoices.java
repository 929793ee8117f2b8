package danvan.report.dialog;

import danvan.form.Choice;
import danvan.text.Markup;
import java.util.List;
import java.util.stream.IntStream;

/** Choices that are longer than a button: they stand numbered in the message, as they can be typed, and buttons bear the numbers. */
final class NumberedChoices {
    /** What a phone shows of a button. */
    private static final int LONGEST_BUTTON = 40;

    private NumberedChoices() {}

    static boolean needed(List<Choice> choices) {
        return choices.stream().anyMatch(choice -> choice.label().length() > LONGEST_BUTTON);
    }

    /** The lines of a page of them. */
    static List<String> lines(List<Choice> choices, int page) {
        List<Integer> all = IntStream.range(0, choices.size()).boxed().toList();
        return PagedButtons.of(all, page).stream()
                .map(number -> line(choices.get(number), number))
                .toList();
    }

    /** Numbers count from 1. */
    static String line(Choice choice, int number) {
        return Markup.escape((number + 1) + ". " + choice.label());
    }

    static String label(Choice choice, int number, boolean numbered) {
        return numbered ? Integer.toString(number + 1) : PagedButtons.shortened(choice.label());
    }
}
