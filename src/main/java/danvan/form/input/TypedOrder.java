package danvan.form.input;

import danvan.form.Choice;
import danvan.form.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Choices put in an order: by their numbers as shown ("3 1 2"), or by their labels, the first place first. */
final class TypedOrder {
    private static final int MOST_DIGITS = 9;
    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s.,;>›→/-]+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final Pattern ARROWS = Pattern.compile("[>›→]");
    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");

    private TypedOrder() {}

    static ParsedAnswer read(String typed, List<Choice> choices) {
        var found = new ArrayList<String>();
        for (var part : parts(TextFolding.of(typed), typed, choices.size())) {
            var one = TypedChoices.one(part, choices);
            if (!(one instanceof ParsedAnswer.Understood understood)) {
                return one;
            }
            found.addAll(understood.values());
        }
        return of(found, choices.stream().map(Choice::value).toList());
    }

    private static List<String> parts(String folded, String typed, int choices) {
        if (NUMBERS.matcher(folded).matches()) {
            var numbers = split(NO_DIGITS, folded);
            // "312" can be nothing but an order where there are three choices.
            boolean together = numbers.size() == 1
                    && choices <= MOST_DIGITS
                    && numbers.get(0).length() == choices;
            return together
                    ? Stream.of(numbers.get(0).split("", -1))
                            .filter(one -> !one.isEmpty())
                            .toList()
                    : numbers;
        }
        return split(ARROWS.matcher(typed).find() ? ARROWS : BETWEEN, typed);
    }

    private static List<String> split(Pattern between, String text) {
        return Stream.of(between.split(text, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The values as an order of what is offered: all of it, each once. */
    static ParsedAnswer of(List<String> values, List<String> offered) {
        boolean whole =
                values.size() == new HashSet<>(offered).size() && new HashSet<>(values).equals(new HashSet<>(offered));
        return whole ? new ParsedAnswer.Understood(values) : ParsedAnswer.refused(Outcome.Reason.NOT_ORDER);
    }
}
