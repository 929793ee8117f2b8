package danvan.form;

import java.util.Objects;

/** One choice of a select question: the value that is stored and the words that are shown. */
public record Choice(String value, String label) {
    public Choice {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
    }
}
