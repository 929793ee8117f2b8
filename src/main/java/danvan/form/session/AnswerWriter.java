package danvan.form.session;

import danvan.form.Answer;
import danvan.form.FormContext;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.input.ParsedAnswer;
import danvan.form.input.RejectionTexts;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;

/** Puts answers into a draft, as far as the form accepts them, and lets all that depends on them follow. */
final class AnswerWriter {
    private static final Set<QuestionType> PASSING =
            EnumSet.of(QuestionType.DATE, QuestionType.TIME, QuestionType.DATE_TIME, QuestionType.GEOPOINT);

    private final FormEngine engine;
    private final FormContext context;
    private final FormNavigator navigator;
    private final DependentAnswers cascade;
    private final CalculatedAnswers calculated;
    private boolean spoiled;

    /**
     * What became of an answer.
     *
     * @param rejected why it was not put in
     * @param blank whether the question was left without one
     */
    record Entry(Optional<Outcome.Rejected> rejected, boolean blank) {
        private static Entry refused(Outcome.Rejected rejected) {
            return new Entry(Optional.of(rejected), false);
        }
    }

    AnswerWriter(FormEngine engine, FormContext context, FormNavigator navigator) {
        this.engine = engine;
        this.context = context;
        this.navigator = navigator;
        this.cascade = new DependentAnswers(engine, navigator, context);
        this.calculated = new CalculatedAnswers(engine);
    }

    /** Whether a refused answer has left repetitions behind: the draft is restored before it is gone on with. */
    boolean isSpoiled() {
        return spoiled;
    }

    /** What the form calculates by itself, before anybody has answered. */
    void calculate() {
        calculated.update(Set.of());
        navigator.changed();
    }

    void settle() {
        cascade.settle();
    }

    /** Takes out what is true of one time or one person only. */
    void forgetPassing() {
        for (var position : navigator.positions()) {
            if (position.kind() == FormPosition.Kind.QUESTION) {
                var asked = new QuestionPrompt(engine, position, context);
                if (asked.type().isFile()
                        || PASSING.contains(asked.type())
                        || asked.personal()
                        || asked.isAskedAnew()) {
                    engine.form().setValue(null, position.index().getReference(), true);
                    navigator.changed();
                }
            }
        }
        cascade.settle();
    }

    /** Puts answers in, in the form's order, so that one may open the next. */
    void fill(Map<String, String> answers) {
        var left = new HashMap<>(answers);
        var changedByPerson = calculated.changedByPerson();
        for (boolean filled = true; filled; ) {
            filled = false;
            for (var position : navigator.positions()) {
                var value = position.kind() == FormPosition.Kind.QUESTION ? left.remove(position.ref()) : null;
                if (value != null && put(position, value)) {
                    filled = true;
                    changedByPerson.add(engine.element(position.index().getReference()));
                }
            }
        }
        settle(changedByPerson);
    }

    private boolean put(FormPosition position, String value) {
        var asked = new QuestionPrompt(engine, position, context);
        if (asked.type().isFile() && !value.isEmpty()) {
            return false;
        }
        var reference = position.index().getReference();
        Optional<IAnswerData> data;
        try {
            data = value.isEmpty() ? Optional.empty() : asked.data(asked.stored(value));
        } catch (RuntimeException e) {
            // A value that has no such type any more: the question is asked afresh.
            return false;
        }
        boolean valid =
                value.isEmpty() || (data.isPresent() && engine.form().evaluateConstraint(reference, data.get()));
        if (valid) {
            engine.form().setValue(data.orElse(null), reference, true);
            navigator.changed();
        }
        return valid;
    }

    /** Puts the answer to a question in, unless it is refused. */
    Entry answer(FormPosition position, Answer answer) {
        var asked = new QuestionPrompt(engine, position, context);
        var reading = asked.read(answer);
        if (reading instanceof ParsedAnswer.Refused refused) {
            return Entry.refused(new Outcome.Rejected(
                    refused.reason(), asked.notUnderstood(refused.reason()), refused.candidates()));
        }
        var values = ((ParsedAnswer.Understood) reading).values();
        var data = asked.data(values);
        if (data.isEmpty() && asked.required()) {
            return Entry.refused(new Outcome.Rejected(Outcome.Reason.REQUIRED, asked.requiredMessage(), List.of()));
        }
        var beyond = asked.range().filter(range -> !values.isEmpty() && !range.holds(new BigDecimal(values.get(0))));
        if (beyond.isPresent()) {
            return Entry.refused(new Outcome.Rejected(
                    Outcome.Reason.CONSTRAINT,
                    RejectionTexts.of(context.language()).range(beyond.get()),
                    List.of()));
        }
        var form = engine.form();
        var reference = position.index().getReference();
        if (data.isPresent() && !form.evaluateConstraint(reference, data.get())) {
            return Entry.refused(
                    new Outcome.Rejected(Outcome.Reason.CONSTRAINT, asked.constraintMessage(data), List.of()));
        }
        var before = engine.element(reference).getValue();
        var changedByPerson = calculated.changedByPerson();
        changedByPerson.add(engine.element(reference));
        form.setValue(data.orElse(null), reference, true);
        navigator.changed();
        if (new CountedRepeats(engine).isExcessive()) {
            form.setValue(before, reference, true);
            navigator.changed();
            spoiled = true;
            return Entry.refused(rejected(Outcome.Reason.NUMBER_TOO_LARGE));
        }
        settle(changedByPerson);
        return new Entry(Optional.empty(), data.isEmpty());
    }

    /** A further repetition, at its prompt. */
    void addRepetition(FormPosition prompt) {
        var changedByPerson = calculated.changedByPerson();
        engine.controller().newRepeat(prompt.index());
        calculated.update(changedByPerson);
        navigator.changed();
    }

    /** Takes away the repetition in which a position stands. */
    void removeRepetition(FormPosition position) {
        var changedByPerson = calculated.changedByPerson();
        engine.controller().deleteRepeat(position.index());
        navigator.changed();
        settle(changedByPerson);
    }

    private void settle(Set<TreeElement> changedByPerson) {
        calculated.update(changedByPerson);
        navigator.changed();
        cascade.settle();
        calculated.update(changedByPerson);
        navigator.changed();
    }

    Outcome.Rejected rejected(Outcome.Reason reason) {
        return new Outcome.Rejected(
                reason, RejectionTexts.of(context.language()).rejected(reason), List.of());
    }
}
