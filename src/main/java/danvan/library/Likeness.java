package danvan.library;

/**
 * How like another question one is.
 *
 * @param likeness 0 (nothing in common, or another language) to 1 (the same words), rare words counting more
 * @param saysAll whether the other one, with its answer, holds every word that tells something in this one: "district"
 *     asked where only "commune" was answered is another question, however alike
 */
public record Likeness(double likeness, boolean saysAll) {
    static final Likeness NONE = new Likeness(0, false);
}
