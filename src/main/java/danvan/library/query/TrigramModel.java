package danvan.library.query;

import java.util.HashMap;
import java.util.Map;

/** How likely runs of three letters are in a language: what still tells it when every word is misspelt. */
public final class TrigramModel {
    private static final int RUN = 3;
    /** Of the some 20,000 runs there could be, about as many as a language uses. */
    private static final double RUNS_IN_USE = 4000;

    private final Map<String, Integer> counts = new HashMap<>();
    private long total;

    /** How a language is spelt where the collection holds these words of it. */
    static TrigramModel of(String language, WordStatistics words) {
        var model = new TrigramModel();
        // Without a text in a language, its little words still show how it is spelt.
        FunctionWords.folded(language).forEach(model::add);
        words.forEachFolded(model::add);
        return model;
    }

    void add(String folded) {
        String word = '_' + folded + '_';
        for (int i = 0; i + RUN <= word.length(); i++) {
            counts.merge(word.substring(i, i + RUN), 1, Integer::sum);
            total++;
        }
    }

    /** The mean logarithm over the word's runs, against a run seen no more than any other: above 0 it is likely. */
    double likelihood(String folded) {
        String word = '_' + folded + '_';
        double sum = 0;
        int runs = 0;
        for (int i = 0; i + RUN <= word.length(); i++) {
            int count = counts.getOrDefault(word.substring(i, i + RUN), 0);
            sum += Math.log(RUNS_IN_USE * (count + 0.5) / (total + 0.5 * RUNS_IN_USE));
            runs++;
        }
        return runs == 0 ? 0 : sum / runs;
    }
}
