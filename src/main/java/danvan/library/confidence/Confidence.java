package danvan.library.confidence;

import danvan.library.Document;

/**
 * Turns evidence into how sure the library is, by a logistic for each kind of language and of text. The project's own
 * summaries stand under headings that ask what people ask; the articles of a document do not, and how like a heading the
 * question is counts nothing there. The weights for documents were fitted on the tuning halves of the sets by others and on
 * questions over imported documents, by whether the first passage answers; docs/benchmarks.md says how well that holds on
 * others. How like a known gap the question is, is judged apart.
 *
 * @param near below it the passage is not even worth showing as the nearest
 * @param leastHeld what holds less of the question is never sure: where hardly another passage has a word of the question, the
 *     best is far ahead by one word alone
 */
public record Confidence(
        double constant,
        double attained,
        double aheadOfSecond,
        double aheadOfThird,
        double aheadOfFifth,
        double inOneSentence,
        double canAnswer,
        double neighbours,
        double tellsApart,
        double lacks,
        double lacksNames,
        double rarestLacking,
        double likeHeading,
        double near,
        double leastHeld) {
    /** Below this the library does not give a passage as the answer, unless its {@link Calibration} moved the threshold. */
    static final double BELIEVED = 0.5;

    private static final double LEAST_HELD = 0.4;

    /**
     * What meaning takes away at most. It adds nothing: passages on the same subject that do not answer are as near in meaning as
     * those that do.
     */
    private static final double MEANING = 0.5;

    /** So near in meaning, a passage is worth showing whatever words it holds. */
    private static final double CLOSE = 0.6;

    /** Below every collection's threshold. */
    private static final double NEVER_SURE = 0.4;

    static final Confidence VIETNAMESE =
            new Confidence(-7.30, 0.57, 2.12, 4.79, 0, 2.77, 0.91, 4.42, 0, -0.19, -0.73, 0, 0, 0.04, 0.4);
    static final Confidence WITH_ENDINGS =
            new Confidence(-2.90, 3.93, 0, 2.00, -1.14, 0.90, 0, 1.48, 0.22, -0.10, -0.56, 0.46, 0, 0.20, 0);
    static final Confidence VIETNAMESE_SUMMARY =
            new Confidence(-4.45, 3.56, 0, 2.33, -0.10, 1.20, 0, 1.48, 0.00, -0.29, -0.33, 0.00, 4.00, 0.25, 0);
    static final Confidence SUMMARY_WITH_ENDINGS =
            new Confidence(-4.30, 3.93, 0, 2.00, -1.14, 0.90, 0, 1.48, 0.22, -0.10, -0.56, 0.46, 5.20, 0.25, 0);

    /** For a document's own passages. */
    public static Confidence of(String language) {
        return language.equals("vi") ? VIETNAMESE : WITH_ENDINGS;
    }

    /** For the passages of this document. */
    public static Confidence of(String language, Document document) {
        if (!document.isSummary()) {
            return of(language);
        }
        return language.equals("vi") ? VIETNAMESE_SUMMARY : SUMMARY_WITH_ENDINGS;
    }

    public double in(Evidence evidence) {
        double sum = constant
                + attained * evidence.attained()
                + aheadOfSecond * evidence.aheadOfSecond()
                + aheadOfThird * evidence.aheadOfThird()
                + aheadOfFifth * evidence.aheadOfFifth()
                + inOneSentence * evidence.inOneSentence()
                + canAnswer * evidence.canAnswer()
                + neighbours * evidence.neighbours()
                + tellsApart * evidence.tellsApart()
                + lacks * evidence.lacks()
                + lacksNames * evidence.lacksNames()
                + rarestLacking * evidence.rarestLacking()
                + likeHeading * evidence.likeHeading()
                + MEANING * evidence.meaning();
        double sure = 1 / (1 + Math.exp(-sum));
        return evidence.held() < leastHeld || !evidence.mayAnswer() ? Math.min(sure, NEVER_SURE) : sure;
    }

    /** Whether a passage is near enough to be shown: what holds less than half of the question is about something else. */
    public boolean isNear(Evidence evidence) {
        return evidence.closeness() >= CLOSE || (in(evidence) >= near && evidence.held() >= LEAST_HELD);
    }
}
