package danvan.library.evaluation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the search on data sets by others, with the same configuration the bot answers with. A folder holds {@code
 * corpus.jsonl}, {@code queries*.jsonl} and {@code qrels.tsv}, or subfolders that do. Prints tab-separated values.
 */
public final class Evaluation {
    private static final int DEPTH = 10;
    private static final int WARM_UP = 300;
    private static final String COLUMNS = "data set\tvariant\tR@1\tR@5\tR@10\tMRR@10\tnDCG@10\tp50 ms\tp99 ms\tindex s";

    /** Which questions to ask: weights were tuned on one half, so the other is what to report. */
    public enum Half {
        TUNE,
        REPORT,
        ALL;

        /** By the id alone, so that every variant of a question falls into the same half. */
        boolean takes(String questionId) {
            boolean even = (questionId.hashCode() & 1) == 0;
            return this == ALL || even == (this == TUNE);
        }
    }

    private final Half half;
    private final boolean withPeers;
    private final PrintStream out;
    private final PrintStream progress;

    /**
     * Sets up a measurement.
     *
     * @param withPeers whether what others would use is measured beside
     * @param out gets the table
     * @param progress gets a line for each step
     */
    public Evaluation(Half half, boolean withPeers, PrintStream out, PrintStream progress) {
        this.half = half;
        this.withPeers = withPeers;
        this.out = out;
        this.progress = progress;
    }

    /** A line for each data set and variant. */
    public void ofRanking(Path folder) {
        List<Path> sets = EvaluationSet.in(folder);
        out.println(withPeers ? COLUMNS + peerColumns() : COLUMNS);
        for (Path set : sets) {
            measure(EvaluationSet.read(set));
        }
    }

    private static String peerColumns() {
        var columns = new StringBuilder();
        for (String peer : List.of("default BM25", "SQLite FTS5")) {
            columns.append('\t').append(peer).append(" R@1\t").append(peer).append(" nDCG@10");
        }
        return columns.toString();
    }

    private void measure(EvaluationSet set) {
        try (var search = new EvaluatedSearch(set.corpus())) {
            progress.printf(
                    Locale.ROOT,
                    "%s: %d passages indexed in %.2f s%n",
                    set.name(),
                    search.size(),
                    search.secondsToBuild());
            List<Peer> peers = withPeers ? peers(set) : List.of();
            for (var variant : set.variants().entrySet()) {
                List<EvaluationSet.Row> questions = variant.getValue().stream()
                        .filter(row -> half.takes(row.id()) && set.relevant().containsKey(row.id()))
                        .toList();
                if (questions.isEmpty()) {
                    progress.printf("%s %s: no question that qrels.tsv knows%n", set.name(), variant.getKey());
                } else {
                    out.println(line(set, variant.getKey(), questions, search, peers));
                }
            }
            peers.forEach(Peer::close);
        }
    }

    private static List<Peer> peers(EvaluationSet set) {
        List<Peer.Text> texts = set.corpus().stream()
                .map(row -> new Peer.Text(row.title(), row.text()))
                .toList();
        return List.of(new DefaultBm25(texts), new SqliteFullText(texts));
    }

    private String line(
            EvaluationSet set,
            String variant,
            List<EvaluationSet.Row> questions,
            EvaluatedSearch search,
            List<Peer> peers) {
        questions.stream().limit(WARM_UP).forEach(row -> search.ask(row.text(), DEPTH));
        var measures = new Measures();
        int right = 0;
        Map<Peer, Measures> others = new LinkedHashMap<>();
        for (EvaluationSet.Row row : questions) {
            Map<String, Integer> relevant = set.relevant().getOrDefault(row.id(), Map.of());
            long from = System.nanoTime();
            EvaluatedSearch.Asked asked = search.ask(row.text(), DEPTH);
            long took = System.nanoTime() - from;
            measures.add(search.ids(asked), relevant, took);
            right += asked.recognised().orElse("").equals(row.lang()) ? 1 : 0;
            for (Peer peer : peers) {
                List<String> ids = peer.search(row.text(), DEPTH).stream()
                        .map(place -> set.corpus().get(place).id())
                        .toList();
                others.computeIfAbsent(peer, p -> new Measures()).add(ids, relevant, 0);
            }
        }
        progress.printf(
                Locale.ROOT,
                "%s %s: %d questions, language recognised in %.1f %%%n",
                set.name(),
                variant,
                questions.size(),
                100.0 * right / questions.size());
        List<String> cells = new ArrayList<>(List.of(set.name(), variant));
        cells.addAll(cells(measures));
        cells.add(decimals(2, search.secondsToBuild()));
        others.values().forEach(peer -> cells.addAll(List.of(decimals(4, peer.recall(1)), decimals(4, peer.gain()))));
        return String.join("\t", cells);
    }

    private static List<String> cells(Measures measures) {
        return List.of(
                decimals(4, measures.recall(1)),
                decimals(4, measures.recall(5)),
                decimals(4, measures.recall(10)),
                decimals(4, measures.reciprocalRank()),
                decimals(4, measures.gain()),
                decimals(2, measures.millisecondsAt(0.5)),
                decimals(2, measures.millisecondsAt(0.99)));
    }

    private static String decimals(int places, double value) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
