package danvan.form;

import java.util.Objects;

/**
 * One time through a repeated group, which a person may take away.
 *
 * @param place its ref, such as {@code /data/household[2]}; the first one bears no number
 * @param ref of a step inside, for {@link Form#removeRepetition}
 * @param label as the groups are shown, such as «Household 2»
 */
public record Repetition(String place, String ref, String label) {
    public Repetition {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(label, "label");
    }
}
