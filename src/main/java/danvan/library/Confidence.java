package danvan.library;

/**
 * Turns evidence into how sure the library is, by a logistic. Its weights were fitted on questions whose answer is known
 * to be in the starter knowledge base or not to be there; those of what was attained, of how far the first stands apart
 * and of closeness on one half of the data sets in docs/benchmarks.md, which says how well it separates the other half. How
 * like a known gap the question is, is judged apart.
 */
record Confidence(
        double constant,
        double attained,
        double ahead,
        double apart,
        double together,
        double inOrder,
        double covered,
        double coveredPairs,
        double likeHeading) {
    /** Below this the library says that it holds nothing, unless its {@link Calibration} moved the threshold. */
    static final double BELIEVED = 0.5;

    static final Confidence FITTED = new Confidence(-7.6, 5.8, 2.8, 1.5, 0.75, 0.75, 1.55, 0.8, 3.65);

    double of(Evidence evidence) {
        double sum = constant
                + attained * evidence.attained()
                + ahead * evidence.ahead()
                + apart * evidence.apart()
                + together * evidence.close().together()
                + inOrder * evidence.close().inOrder()
                + covered * evidence.covered()
                + coveredPairs * evidence.coveredPairs()
                + likeHeading * evidence.likeHeading();
        return 1 / (1 + Math.exp(-sum));
    }
}
