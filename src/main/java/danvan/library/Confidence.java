package danvan.library;

/**
 * Turns evidence into how sure the library is, by a logistic. Its weights were fitted on questions whose answer is known
 * to be in the starter knowledge base or not to be there, none of them from a test set; docs/benchmarks.md says how well
 * it separates them. How like a known gap the question is, is judged apart.
 */
record Confidence(
        double constant, double attained, double ahead, double covered, double coveredPairs, double likeHeading) {
    /** Below this the library says that it holds nothing, unless its {@link Calibration} moved the threshold. */
    static final double BELIEVED = 0.5;

    static final Confidence FITTED = new Confidence(-4.8, 2.8, 2.8, 1.55, 0.8, 3.65);

    double of(Evidence evidence) {
        double sum = constant
                + attained * evidence.attained()
                + ahead * evidence.ahead()
                + covered * evidence.covered()
                + coveredPairs * evidence.coveredPairs()
                + likeHeading * evidence.likeHeading();
        return 1 / (1 + Math.exp(-sum));
    }
}
