package danvan.library.evaluation;

import danvan.library.confidence.Confidence;
import danvan.library.confidence.RocStatistics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how well the library knows what it does not hold: each question is asked with its passage there and with its
 * passage taken out, and questions on other matters are asked beside. Prints tab-separated values.
 */
public final class Abstention {
    private static final int DEPTH = 10;

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
                number(RocStatistics.area(kept, removed)),
                number(RocStatistics.refused(kept, removed)),
                number(RocStatistics.area(kept, others)),
                number(RocStatistics.refused(kept, others)));
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

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }
}
