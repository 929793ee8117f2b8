package danvan.form;

/** Choices and repetitions that depend on other answers, kept in step with them. */
final class Cascade {
    /** A cascade deeper than this is a form that never comes to rest. */
    private static final int MOST_ROUNDS = 50;

    private final ParsedForm parsed;
    private final FormNavigator walk;
    private final FormContext context;
    private final CountedRepeats counted;

    Cascade(ParsedForm parsed, FormNavigator walk, FormContext context) {
        this.parsed = parsed;
        this.walk = walk;
        this.context = context;
        this.counted = new CountedRepeats(parsed);
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
        throw new FormException("Settling the choices of " + parsed.form().getTitle() + ": they never come to rest");
    }

    private boolean settleOnce() {
        boolean changed = counted.trim();
        for (var stop : walk.stops()) {
            if (stop.kind() != FormPosition.Kind.REPEAT_PROMPT) {
                changed |= settled(stop);
            }
        }
        return changed;
    }

    private boolean settled(FormPosition stop) {
        var asked = new QuestionPrompt(parsed, stop, context);
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
        parsed.form().setValue(data.orElse(null), stop.index().getReference(), true);
        return true;
    }
}
