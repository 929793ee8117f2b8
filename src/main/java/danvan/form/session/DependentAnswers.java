package danvan.form.session;

import danvan.form.FormContext;
import danvan.form.FormException;

/** Choices and repetitions that depend on other answers, kept in step with them. */
final class DependentAnswers {
    /** A cascade deeper than this is a form that never comes to rest. */
    private static final int MOST_ROUNDS = 50;

    private final FormEngine engine;
    private final FormNavigator navigator;
    private final FormContext context;
    private final CountedRepeats counted;

    DependentAnswers(FormEngine engine, FormNavigator navigator, FormContext context) {
        this.engine = engine;
        this.navigator = navigator;
        this.context = context;
        this.counted = new CountedRepeats(engine);
    }

    /**
     * Takes out answers that are no longer among their question's choices, and again, because each may have fed another
     * question's filter, until nothing changes; and repetitions beyond their count. JavaRosa itself leaves them until the draft is restored.
     */
    void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!settleOnce()) {
                return;
            }
        }
        throw new FormException("Settling the choices of " + engine.form().getTitle() + ": they never come to rest");
    }

    private boolean settleOnce() {
        boolean changed = counted.trim();
        if (changed) {
            navigator.changed();
        }
        for (var position : navigator.positions()) {
            if (position.kind() != FormPosition.Kind.REPEAT_PROMPT) {
                changed |= settled(position);
            }
        }
        return changed;
    }

    private boolean settled(FormPosition position) {
        var asked = new QuestionPrompt(engine, position, context);
        var before = asked.value();
        if (before.isEmpty() || !asked.hasChangingChoices()) {
            return false;
        }
        var data = asked.data(asked.stored(before.get()));
        var after = data.map(d -> d.uncast().getString());
        // Looking up the choices may already have taken the value out, without telling what depends on it.
        if (after.equals(before) && asked.value().equals(before)) {
            return false;
        }
        engine.form().setValue(data.orElse(null), position.index().getReference(), true);
        navigator.changed();
        return true;
    }
}
