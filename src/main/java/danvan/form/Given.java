package danvan.form;

import java.util.List;
import java.util.Objects;

/**
 * An answer already in the form.
 *
 * @param values as stored; several for {@link QuestionType#SELECT_MULTIPLE}, otherwise one
 * @param text for people, in their language
 */
public record Given(List<String> values, String text) {
    public Given {
        values = List.copyOf(values);
        Objects.requireNonNull(text, "text");
    }
}
