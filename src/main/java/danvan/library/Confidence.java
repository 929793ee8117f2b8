package danvan.library;

/**
 * Turns evidence into how sure the library is, by a logistic. Its weights were fitted on questions whose answer is known
 * to be there or not to be there (docs/benchmarks.md), none of them from a test set.
 */
record Confidence(
        double constant,
        double attained,
        double ahead,
        double covered,
        double coveredPairs,
        double likeHeading,
        double likeGap) {
    /** Below this the library says that it holds nothing. */
    static final double BELIEVED = 0.5;

    static final Confidence FITTED = new Confidence(-4, 2, 1, 4, 1, 3, -3);

    double of(Evidence evidence) {
        double sum = constant
                + attained * evidence.attained()
                + ahead * evidence.ahead()
                + covered * evidence.covered()
                + coveredPairs * evidence.coveredPairs()
                + likeHeading * evidence.likeHeading()
                + likeGap * evidence.likeGap();
        return 1 / (1 + Math.exp(-sum));
    }
}
