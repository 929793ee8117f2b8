package danvan.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One relevant question of a draft, as the summary shows it.
 *
 * @param ref for {@link Form#jump}
 * @param groups texts of the groups around it, outermost first
 * @param answer for people, in their language; empty when unanswered
 * @param editable false for what the form fills in itself
 */
public record SummaryRow(
        String ref,
        List<String> groups,
        String label,
        QuestionType type,
        Optional<CurrentAnswer> answer,
        boolean required,
        boolean editable,
        boolean personal) {
    public SummaryRow {
        Objects.requireNonNull(ref, "ref");
        groups = List.copyOf(groups);
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(answer, "answer");
    }
}
