package danvan.library.confidence;

import java.util.Arrays;

/** How well a score separates what can be answered from what cannot. */
public final class RocStatistics {
    private static final double KEPT = 0.95;

    private RocStatistics() {}

    /** The chance that a question that can be answered is surer than one that cannot. */
    public static double area(double[] positive, double[] negative) {
        if (positive.length == 0 || negative.length == 0) {
            return Double.NaN;
        }
        double[] sorted = negative.clone();
        Arrays.sort(sorted);
        double below = 0;
        for (double sure : positive) {
            int less = 0;
            while (less < sorted.length && sorted[less] < sure) {
                less++;
            }
            int notMore = less;
            while (notMore < sorted.length && sorted[notMore] == sure) {
                notMore++;
            }
            below += (less + notMore) / 2.0;
        }
        return below / positive.length / negative.length;
    }

    /** The share of the unanswerable below the threshold that keeps 95 % of the answerable. */
    public static double refused(double[] positive, double[] negative) {
        if (positive.length == 0 || negative.length == 0) {
            return Double.NaN;
        }
        double[] sorted = positive.clone();
        Arrays.sort(sorted);
        double threshold = sorted[(int) Math.floor((1 - KEPT) * sorted.length)];
        return (double) Arrays.stream(negative).filter(sure -> sure < threshold).count() / negative.length;
    }
}
