package danvan.form.session;

import danvan.form.CurrentAnswer;
import danvan.form.FormContext;
import danvan.form.Step;

/** What a person reads at a position of a draft. */
final class StepReader {
    private final FormEngine engine;
    private final FormContext context;
    private final FormNavigator navigator;

    StepReader(FormEngine engine, FormContext context, FormNavigator navigator) {
        this.engine = engine;
        this.context = context;
        this.navigator = navigator;
    }

    Step step(FormPosition position) {
        var groups = QuestionPrompt.groups(engine, position);
        if (position.kind() == FormPosition.Kind.REPEAT_PROMPT) {
            var label = engine.texts()
                    .label(
                            engine.form().getChild(position.index()),
                            position.index().getReference());
            return new Step.RepeatPrompt(
                    position.ref(), groups, label, position.index().getElementMultiplicity());
        }
        var asked = new QuestionPrompt(engine, position, context);
        if (position.kind() == FormPosition.Kind.NOTE) {
            var value = asked.given().map(CurrentAnswer::text).orElse("");
            var text = value.isEmpty() ? asked.label() : (asked.label() + "\n" + value).strip();
            return new Step.Note(position.ref(), groups, text, asked.hint());
        }
        var questions = navigator.positions().stream()
                .filter(s -> s.kind() == FormPosition.Kind.QUESTION)
                .map(FormPosition::ref)
                .toList();
        return new Step.Question(
                position.ref(),
                groups,
                asked.label(),
                asked.hint(),
                asked.type(),
                asked.choices(),
                asked.appearance(),
                asked.required(),
                asked.personal(),
                asked.given(),
                asked.near(),
                questions.indexOf(position.ref()) + 1,
                questions.size());
    }
}
