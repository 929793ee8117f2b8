package danvan.library;

/**
 * How like another question one is.
 *
 * @param similarity 0 (nothing in common, or another language) to 1 (the same words), rare words counting more
 * @param saysAll whether the other one, with its answer, holds every word that tells something in this one: "district"
 *     asked where only "commune" was answered is another question, however alike
 */
public record QuestionSimilarity(double similarity, boolean saysAll) {
    public static final QuestionSimilarity NONE = new QuestionSimilarity(0, false);
}
