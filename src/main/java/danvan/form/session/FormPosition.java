package danvan.form.session;

import org.javarosa.core.model.FormIndex;

/**
 * A place in the form where the person is shown something.
 *
 * @param ref its path, with the number of each repetition after the first: {@code /data/household[2]/people}
 */
public record FormPosition(FormIndex index, String ref, Kind kind) {
    public enum Kind {
        QUESTION,
        NOTE,
        REPEAT_PROMPT
    }

    /** What is remembered when this position is passed: for a repeat prompt, the repeat, however many there are. */
    String passedAs() {
        return kind == Kind.REPEAT_PROMPT ? ref.replaceFirst("\\[\\d+]$", "") + "+" : ref;
    }
}
