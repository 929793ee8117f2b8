package danvan.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A place for a value in a form's submissions.
 *
 * @param path without the numbers of repetitions: {@code /data/household/people}
 * @param name its last step
 * @param repeat the path of the innermost repeat around it
 * @param groups texts of the groups around it, outermost first
 * @param label the question's words, with «…» where an answer stands in them; the name where nobody is asked
 * @param choices of a select, all there are, whatever an answer elsewhere leaves of them
 * @param personal the form marks it as personal data
 * @param asked whether a person answers it, rather than the form itself
 * @param marks the author's columns {@code bind::bot:…}, by their last part
 */
public record Field(
        String path,
        String name,
        Optional<String> repeat,
        List<String> groups,
        String label,
        QuestionType type,
        List<Choice> choices,
        boolean personal,
        boolean asked,
        Map<String, String> marks) {
    public Field {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(repeat, "repeat");
        groups = List.copyOf(groups);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        choices = List.copyOf(choices);
        marks = Map.copyOf(marks);
    }
}
