package danvan.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A form filled in and checked.
 *
 * @param instanceXml the OpenRosa submission; only what is relevant
 * @param values every leaf with a value, in the form's order
 */
public record Submission(String formId, String version, String instanceId, String instanceXml, List<Value> values) {
    public Submission {
        Objects.requireNonNull(formId, "formId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(instanceId, "instanceId");
        Objects.requireNonNull(instanceXml, "instanceXml");
        values = List.copyOf(values);
    }

    /** The value of the first leaf of this name, wherever it stands. */
    public Optional<String> value(String name) {
        return values.stream()
                .filter(v -> v.name().equals(name))
                .map(Value::text)
                .findFirst();
    }

    /**
     * One leaf.
     *
     * @param ref its path, such as {@code /data/household[2]/people}
     * @param name its last step
     * @param text as stored: ISO dates, point decimals, choice values separated by spaces
     */
    public record Value(String ref, String name, QuestionType type, String text, boolean personal) {
        public Value {
            Objects.requireNonNull(ref, "ref");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(text, "text");
        }
    }
}
