package danvan.report;

import danvan.form.Form;
import java.util.function.Predicate;

/**
 * What a form allows beyond being filled in.
 *
 * @param nil whether "nothing to report" is a report
 * @param asLast whether a report may begin with the answers of the member's last one
 */
public record StartOptions(Predicate<Form> nil, Predicate<Form> asLast) {}
