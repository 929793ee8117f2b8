package danvan.library.confidence;

import java.util.Arrays;

/**
 * How well this collection tells what it holds from what it does not, measured on itself: headings are asked as
 * questions, with their passage there and with it taken out. A threshold found on one collection does not fit another.
 *
 * @param replayed how many headings were asked
 * @param area the chance that a heading whose passage is there is surer than one whose passage was taken out
 * @param kept the share of the former that is answered
 * @param refused the share of the latter that is refused
 * @param threshold from which confidence on a passage is given as the answer
 */
public record Calibration(int replayed, double area, double kept, double refused, double threshold) {
    /** What the headings call for counts within these only. */
    private static final double LOWEST = 0.35;

    private static final double HIGHEST = 0.55;

    /** No collection's threshold lies below. */
    public static final double LEAST = (Confidence.BELIEVED + LOWEST) / 2;

    /** No collection's threshold lies above. */
    public static final double GREATEST = (Confidence.BELIEVED + HIGHEST) / 2;
    /** Fewer show nothing. */
    private static final int ENOUGH = 20;

    private static final double KEPT = 0.95;

    static Calibration of(double[] there, double[] takenOut) {
        if (there.length < ENOUGH) {
            return new Calibration(there.length, Double.NaN, Double.NaN, Double.NaN, Confidence.BELIEVED);
        }
        double keepsMost = quantile(there, 1 - KEPT);
        double refusesMost = quantile(takenOut, KEPT);
        double between = (keepsMost + refusesMost) / 2;
        // Where both agree with the threshold fitted at large, it stands; else it moves half-way: headings are not
        // quite what people ask.
        boolean stands = keepsMost >= Confidence.BELIEVED && refusesMost < Confidence.BELIEVED;
        double threshold =
                stands ? Confidence.BELIEVED : (Confidence.BELIEVED + Math.max(LOWEST, Math.min(HIGHEST, between))) / 2;
        return new Calibration(
                there.length,
                RocStatistics.area(there, takenOut),
                share(there, threshold),
                1 - share(takenOut, threshold),
                threshold);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static double share(double[] values, double threshold) {
        return (double) Arrays.stream(values)
                        .filter(value -> value >= threshold)
                        .count()
                / values.length;
    }
}
