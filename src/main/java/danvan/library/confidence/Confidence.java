package danvan.library.confidence;

/**
 * Turns evidence into how sure the library is, by a logistic for each kind of language. Its weights were fitted on the
 * tuning halves of the sets by others, with the passage there and taken out, each set with a constant of its own; the
 * constant and the heading's weight on questions whose answer is known to be in the starter knowledge base or not to be
 * there. docs/benchmarks.md says how well it separates them on the halves not fitted on. How like a known gap the
 * question is, is judged apart.
 */
public record Confidence(
        double constant,
        double attained,
        double aheadOfThird,
        double aheadOfFifth,
        double inOneSentence,
        double neighbours,
        double tellsApart,
        double lacks,
        double lacksNames,
        double rarestLacking,
        double likeHeading) {
    /** Below this the library says that it holds nothing, unless its {@link Calibration} moved the threshold. */
    static final double BELIEVED = 0.5;

    static final Confidence VIETNAMESE =
            new Confidence(-4.45, 3.56, 2.33, -0.10, 1.20, 1.48, 0.00, -0.29, -0.33, 0.00, 4.00);
    static final Confidence WITH_ENDINGS =
            new Confidence(-4.30, 3.93, 2.00, -1.14, 0.90, 1.48, 0.22, -0.10, -0.56, 0.46, 5.20);

    public static Confidence of(String language) {
        return language.equals("vi") ? VIETNAMESE : WITH_ENDINGS;
    }

    public double in(Evidence evidence) {
        double sum = constant
                + attained * evidence.attained()
                + aheadOfThird * evidence.aheadOfThird()
                + aheadOfFifth * evidence.aheadOfFifth()
                + inOneSentence * evidence.inOneSentence()
                + neighbours * evidence.neighbours()
                + tellsApart * evidence.tellsApart()
                + lacks * evidence.lacks()
                + lacksNames * evidence.lacksNames()
                + rarestLacking * evidence.rarestLacking()
                + likeHeading * evidence.likeHeading();
        return 1 / (1 + Math.exp(-sum));
    }
}
