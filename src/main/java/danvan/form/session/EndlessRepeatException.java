package danvan.form.session;

import danvan.form.FormProblem;
import danvan.text.Problem;

/** An answer made a counted repeat grow without end. The draft as it was kept is untouched. */
public final class EndlessRepeatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String ref;

    EndlessRepeatException(String ref) {
        super(ref + " repeats more than " + CountedRepeats.MOST + " times");
        this.ref = ref;
    }

    public Problem said() {
        return FormProblem.of("walk.endless", ref, CountedRepeats.MOST);
    }
}
