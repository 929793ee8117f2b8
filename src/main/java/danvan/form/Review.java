package danvan.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A draft looked at as a whole, before it is sent. */
final class Review {
    private final ParsedForm parsed;
    private final FormNavigator walk;
    private final FormContext context;

    Review(ParsedForm parsed, FormNavigator walk, FormContext context) {
        this.parsed = parsed;
        this.walk = walk;
        this.context = context;
    }

    /** A question that must be answered first, and the words for it. */
    record Obstacle(String ref, String message) {}

    List<SummaryRow> summary() {
        var rows = new ArrayList<SummaryRow>();
        for (var stop : walk.stops()) {
            if (stop.kind() != FormPosition.Kind.REPEAT_PROMPT) {
                var asked = new QuestionPrompt(parsed, stop, context);
                boolean editable = stop.kind() == FormPosition.Kind.QUESTION;
                var given = asked.given();
                if (editable || given.isPresent()) {
                    rows.add(new SummaryRow(
                            stop.ref(),
                            asked.groups(),
                            asked.label(),
                            asked.type(),
                            given,
                            editable && asked.required(),
                            editable,
                            asked.personal()));
                }
            }
        }
        return rows;
    }

    /** The first question that keeps the form from being sent. */
    Optional<Obstacle> obstacle() {
        return walk.stops().stream()
                .filter(stop -> stop.kind() == FormPosition.Kind.QUESTION)
                .flatMap(stop -> message(stop).map(m -> new Obstacle(stop.ref(), m)).stream())
                .findFirst();
    }

    private Optional<String> message(FormPosition stop) {
        var asked = new QuestionPrompt(parsed, stop, context);
        if (asked.value().isEmpty()) {
            return asked.required() ? Optional.of(asked.requiredMessage()) : Optional.empty();
        }
        var reference = stop.index().getReference();
        var data = Optional.ofNullable(parsed.element(reference).getValue());
        return parsed.form().evaluateConstraint(reference, data.orElse(null))
                ? Optional.empty()
                : Optional.of(asked.constraintMessage(data));
    }
}
