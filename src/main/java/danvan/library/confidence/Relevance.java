package danvan.library.confidence;

import java.util.OptionalDouble;

/**
 * The order of passages that a search has ranked. Words say what a passage is about; whether they stand there as they were
 * put, and beside what is asked for, says whether it answers. In languages with endings the ranking knows that already.
 */
public final class Relevance {
    private static final double LIKE_ITS_HEADING = 0.5;
    private static final double NEIGHBOURS = 0.4;
    private static final double CAN_ANSWER = 0.3;
    /** Summaries are short and to the point, and stand under questions; so much the others' factors come to at a good match. */
    private static final double OF_A_SUMMARY = 1.5;

    private static final double LIKE_A_QUESTION = 0.3;

    /** Of what a text could score by its words. */
    private static final double MEANING = 0.25;

    private Relevance() {}

    /** What is added to a text's score for what it means, as a share of what it could score by words. */
    public static double ofMeaning(OptionalDouble closeness) {
        return MEANING * closeness.orElse(0);
    }

    /**
     * What a passage is ordered by, the greatest first.
     *
     * @param summary whether it is the project's own words
     */
    public static double of(String language, double score, Evidence evidence, boolean summary) {
        if (summary) {
            return score * OF_A_SUMMARY * (1 + LIKE_A_QUESTION * evidence.likeHeading());
        }
        double beside =
                language.equals("vi") ? NEIGHBOURS * evidence.neighbours() + CAN_ANSWER * evidence.canAnswer() : 0;
        return score * Math.exp(LIKE_ITS_HEADING * evidence.likeHeading() + beside);
    }
}
