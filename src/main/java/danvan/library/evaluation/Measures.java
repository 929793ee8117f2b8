package danvan.library.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sums up how well and how fast questions were answered. One gold passage or several, each with its relevance. */
final class Measures {
    private static final int DEPTH = 10;

    private final double[] found = new double[DEPTH + 1];
    private double reciprocal;
    private double gain;
    private int questions;
    private long[] nanos = new long[64];

    void add(List<String> ranked, Map<String, Integer> relevant, long nanoseconds) {
        if (questions == nanos.length) {
            nanos = Arrays.copyOf(nanos, questions * 2);
        }
        nanos[questions++] = nanoseconds;
        int first = 0;
        double dcg = 0;
        for (int rank = 1; rank <= Math.min(DEPTH, ranked.size()); rank++) {
            int relevance = relevant.getOrDefault(ranked.get(rank - 1), 0);
            if (relevance > 0) {
                first = first == 0 ? rank : first;
                dcg += relevance / log2(rank + 1);
            }
        }
        if (first > 0) {
            reciprocal += 1.0 / first;
            for (int rank = first; rank <= DEPTH; rank++) {
                found[rank]++;
            }
        }
        gain += dcg / ideal(relevant);
    }

    private static double ideal(Map<String, Integer> relevant) {
        int[] best = relevant.values().stream().mapToInt(r -> r).sorted().toArray();
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(DEPTH, best.length); rank++) {
            ideal += best[best.length - rank] / log2(rank + 1);
        }
        return ideal == 0 ? 1 : ideal;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    int questions() {
        return questions;
    }

    /** The share of questions with a relevant passage among the first so many. */
    double recall(int depth) {
        return found[depth] / questions;
    }

    double reciprocalRank() {
        return reciprocal / questions;
    }

    double gain() {
        return gain / questions;
    }

    double millisecondsAt(double share) {
        long[] sorted = Arrays.copyOf(nanos, questions);
        Arrays.sort(sorted);
        return questions == 0 ? 0 : sorted[(int) Math.min(questions - 1, Math.floor(share * questions))] / 1e6;
    }
}
