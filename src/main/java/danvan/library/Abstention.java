package danvan.library;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how well the library knows what it does not hold: each question is asked with its passage there and with its
 * passage taken out, and questions on other matters are asked beside. Prints tab-separated values.
 */
public final class Abstention {
    private static final int DEPTH = 10;
    private static final double KEPT = 0.95;

    private final Evaluation.Half half;
    private final Map<String, List<String>> otherMatters;
    private final PrintStream out;
    private final PrintStream progress;

    /**
     * Sets up a measurement.
     *
     * @param otherMatters questions by language, asked of a set for whose language there is no second set
     */
    public Abstention(
            Evaluation.Half half, Map<String, List<String>> otherMatters, PrintStream out, PrintStream progress) {
        this.half = half;
        this.otherMatters = Map.copyOf(otherMatters);
        this.out = out;
        this.progress = progress;
    }

    /** A line for each data set and variant. */
    public void of(Path folder) {
        out.println("data set\tvariant\tAUC passage removed\trefused at 95 % kept\tAUC other domain"
                + "\trefused at 95 % kept");
        List<EvaluationSet> sets =
                EvaluationSet.in(folder).stream().map(EvaluationSet::read).toList();
        for (EvaluationSet set : sets) {
            try (var search = new EvaluatedSearch(set.corpus())) {
                for (String variant : set.variants().keySet()) {
                    out.println(line(set, variant, search, sets));
                }
            }
        }
    }

    private String line(EvaluationSet set, String variant, EvaluatedSearch search, List<EvaluationSet> sets) {
        double[] kept = sure(search, set, variant, false);
        double[] removed = sure(search, set, variant, true);
        double[] others = others(set, variant, search, sets).stream()
                .mapToDouble(question -> sure(search, search.ask(question, DEPTH)))
                .toArray();
        progress.printf("%s %s: %d questions, %d on other matters%n", set.name(), variant, kept.length, others.length);
        return String.join(
                "\t",
                set.name(),
                variant,
                number(area(kept, removed)),
                number(refused(kept, removed)),
                number(area(kept, others)),
                number(refused(kept, others)));
    }

    private double[] sure(EvaluatedSearch search, EvaluationSet set, String variant, boolean withoutGold) {
        List<Double> sure = new ArrayList<>();
        for (EvaluationSet.Row row : set.variants().getOrDefault(variant, List.of())) {
            Map<String, Integer> relevant = set.relevant().getOrDefault(row.id(), Map.of());
            if (half.takes(row.id()) && !relevant.isEmpty()) {
                int[] gold = relevant.keySet().stream()
                        .mapToInt(search::ordinal)
                        .filter(ordinal -> ordinal >= 0)
                        .toArray();
                sure.add(sure(search, search.ask(row.text(), DEPTH, withoutGold ? gold : new int[0])));
            }
        }
        return sure.stream().mapToDouble(d -> d).toArray();
    }

    private static double sure(EvaluatedSearch search, EvaluatedSearch.Asked asked) {
        return search.evidence(asked)
                .map(Confidence.of(asked.reading().language())::in)
                .orElse(0.0);
    }

    private List<String> others(EvaluationSet set, String variant, EvaluatedSearch search, List<EvaluationSet> sets) {
        List<String> questions = new ArrayList<>();
        for (EvaluationSet other : sets) {
            List<EvaluationSet.Row> rows = other.variants().getOrDefault(variant, List.of());
            if (!other.name().equals(set.name())
                    && !rows.isEmpty()
                    && search.languageOf(rows.get(0)).equals(search.language())) {
                rows.stream().filter(row -> half.takes(row.id())).forEach(row -> questions.add(row.text()));
            }
        }
        return questions.isEmpty() ? otherMatters.getOrDefault(search.language(), List.of()) : questions;
    }

    /** The chance that a question that can be answered is surer than one that cannot. */
    static double area(double[] positive, double[] negative) {
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
    static double refused(double[] positive, double[] negative) {
        if (positive.length == 0 || negative.length == 0) {
            return Double.NaN;
        }
        double[] sorted = positive.clone();
        Arrays.sort(sorted);
        double threshold = sorted[(int) Math.floor((1 - KEPT) * sorted.length)];
        return (double) Arrays.stream(negative).filter(sure -> sure < threshold).count() / negative.length;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }
}
