package danvan.form.session;

import danvan.form.CurrentAnswer;
import danvan.form.FormContext;
import danvan.form.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A draft looked at as a whole, before it is sent. */
final class DraftSummary {
    private final FormEngine engine;
    private final FormNavigator navigator;
    private final FormContext context;

    DraftSummary(FormEngine engine, FormNavigator navigator, FormContext context) {
        this.engine = engine;
        this.navigator = navigator;
        this.context = context;
    }

    /** A question that must be answered first, and the words for it. */
    record Obstacle(String ref, String message) {}

    List<SummaryRow> summary() {
        var rows = new ArrayList<SummaryRow>();
        for (var position : navigator.positions()) {
            if (position.kind() != FormPosition.Kind.REPEAT_PROMPT) {
                var asked = new QuestionPrompt(engine, position, context);
                boolean editable = position.kind() == FormPosition.Kind.QUESTION;
                var given = asked.given();
                if (editable || given.isPresent()) {
                    rows.add(new SummaryRow(
                            position.ref(),
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

    Optional<CurrentAnswer> given(String ref) {
        return navigator.positions().stream()
                .filter(position -> position.kind() != FormPosition.Kind.REPEAT_PROMPT
                        && position.ref().equals(ref))
                .findFirst()
                .flatMap(position -> new QuestionPrompt(engine, position, context).given());
    }

    /** The first question that keeps the form from being sent. */
    Optional<Obstacle> obstacle() {
        return navigator.positions().stream()
                .filter(position -> position.kind() == FormPosition.Kind.QUESTION)
                .flatMap(position -> message(position).map(m -> new Obstacle(position.ref(), m)).stream())
                .findFirst();
    }

    private Optional<String> message(FormPosition position) {
        var asked = new QuestionPrompt(engine, position, context);
        if (asked.value().isEmpty()) {
            return asked.required() ? Optional.of(asked.requiredMessage()) : Optional.empty();
        }
        var reference = position.index().getReference();
        var data = Optional.ofNullable(engine.element(reference).getValue());
        return engine.form().evaluateConstraint(reference, data.orElse(null))
                ? Optional.empty()
                : Optional.of(asked.constraintMessage(data));
    }
}
