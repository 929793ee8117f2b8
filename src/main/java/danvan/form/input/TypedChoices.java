package danvan.form.input;

import danvan.form.Choice;
import danvan.form.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Choices as people type them. In this order: the label as it is written, the label without accents, the number in the
 * list as shown (from 1), the stored value, part of a label.
 */
final class TypedChoices {
    private static final int MOST_CANDIDATES = 8;
    private static final Pattern NEGATION = Pattern.compile("(?<!\\p{L})(?:chua|khong|chang|no|not|never)(?!\\p{L})");
    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");

    private TypedChoices() {}

    static ParsedAnswer one(String typed, List<Choice> choices) {
        var cased = TextFolding.cased(typed);
        var folded = TextFolding.of(typed);
        var exact = matching(choices, c -> TextFolding.cased(c.label()).equals(cased));
        if (exact.isEmpty()) {
            exact = matching(choices, c -> TextFolding.of(c.label()).equals(folded));
        }
        if (exact.isEmpty() && folded.matches("\\d{1,6}[.)]?")) {
            int number = Integer.parseInt(folded.replaceAll("\\D", ""));
            if (number >= 1 && number <= choices.size()) {
                return ParsedAnswer.of(choices.get(number - 1).value());
            }
        }
        if (exact.isEmpty()) {
            exact = matching(choices, c -> c.value().equalsIgnoreCase(typed.strip()));
        }
        if (exact.isEmpty()) {
            var polite = PoliteWords.stripped(typed);
            exact = matching(choices, c -> PoliteWords.stripped(c.label()).equals(polite));
        }
        if (exact.isEmpty()) {
            exact = YesNo.choice(typed, choices).stream().toList();
        }
        if (exact.isEmpty() && folded.length() >= 2) {
            exact = matching(choices, c -> isPart(TextFolding.of(c.label()), folded));
        }
        if (exact.size() == 1) {
            return ParsedAnswer.of(exact.get(0).value());
        }
        return exact.isEmpty()
                ? ParsedAnswer.refused(Outcome.Reason.NOT_CHOICE)
                : new ParsedAnswer.Refused(
                        Outcome.Reason.AMBIGUOUS_CHOICE, exact.subList(0, Math.min(MOST_CANDIDATES, exact.size())));
    }

    /** Several, separated by commas, semicolons or lines; numbers also by spaces. */
    static ParsedAnswer many(String typed, List<Choice> choices) {
        var whole = one(typed, choices);
        if (whole instanceof ParsedAnswer.Understood) {
            return whole;
        }
        var parts =
                typed.matches("[\\d\\s.,;]+") ? typed.strip().split("[\\s.,;]+", -1) : BETWEEN.split(typed.strip(), -1);
        var chosen = new LinkedHashSet<String>();
        for (var part : parts) {
            if (part.isBlank()) {
                continue;
            }
            var reading = one(part, choices);
            if (reading instanceof ParsedAnswer.Understood understood) {
                chosen.addAll(understood.values());
            } else {
                return reading;
            }
        }
        // In the order of the list, so that the same ticks always store the same text.
        return new ParsedAnswer.Understood(choices.stream()
                .map(Choice::value)
                .filter(chosen::contains)
                .distinct()
                .toList());
    }

    /**
     * The typed words stand in the label, at the beginning of a word. "Yes" stands in "not yes", and means the opposite: so
     * nothing is read that a "no" or "not yet" before it turns round, and yes and no themselves must begin the label.
     */
    private static boolean isPart(String label, String typed) {
        int at = label.indexOf(typed);
        while (at > 0 && Character.isLetterOrDigit(label.charAt(at - 1))) {
            at = label.indexOf(typed, at + 1);
        }
        boolean turned = at > 0 && NEGATION.matcher(label.substring(0, at)).find();
        return at == 0 || (at > 0 && !turned && YesNo.read(typed).isEmpty());
    }

    private static List<Choice> matching(List<Choice> choices, Predicate<Choice> test) {
        return new ArrayList<>(choices.stream().filter(test).toList());
    }
}
