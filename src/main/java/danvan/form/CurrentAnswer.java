package danvan.form;

import java.util.List;
import java.util.Objects;

/**
 * An answer already in the form.
 *
 * @param values as stored; several where the type {@linkplain QuestionType#holdsSeveral holds several}, otherwise one
 * @param text for people, in their language
 */
public record CurrentAnswer(List<String> values, String text) {
    public CurrentAnswer {
        values = List.copyOf(values);
        Objects.requireNonNull(text, "text");
    }
}
