package danvan.library.index;

import danvan.library.query.AnalyzedText;
import danvan.library.query.Word;
import danvan.library.query.WordForms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Tells texts that stand close together in a ranking apart by their best single sentence: what answers says it in one
 * place, while a long text about the same matter holds the question's words here and there. Only the first few are
 * looked at, for their sentences are not in the index.
 */
final class SentenceReranker {
    /** Behind these an answer is as good as not found. */
    private static final int LOOKED_AT = 10;
    /** A shorter one is a heading or the piece behind an abbreviation, and goes with what follows. */
    private static final int FEWEST_WORDS = 4;
    /** BM25's own, for sentences; the usual one has as many runs of letters. */
    private static final double K1 = 0.6;

    private static final double B = 0.2;
    private static final double USUAL_RUNS = 140;

    private static final int MAYBE_BITS = 12;

    /** The question's runs of letters, packed, in order, and what each counts. */
    private final long[] runs;

    private final double[] counts;
    /** Most runs of a text are none of the question's: what is false here need not be looked up. */
    private final boolean[] maybe = new boolean[1 << MAYBE_BITS];

    /** @param grams the question's runs of {@link WordForms#GRAM} letters and what each counts */
    SentenceReranker(Map<String, Double> grams) {
        runs = grams.keySet().stream()
                .mapToLong(SentenceReranker::packed)
                .sorted()
                .toArray();
        counts = new double[runs.length];
        grams.forEach((gram, count) -> counts[Arrays.binarySearch(runs, packed(gram))] = count);
        for (long run : runs) {
            maybe[mixed(run)] = true;
        }
    }

    private static int mixed(long run) {
        return (int) ((run * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - MAYBE_BITS));
    }

    private static long packed(String gram) {
        long packed = 0;
        for (int i = 0; i < gram.length(); i++) {
            packed = packed << Character.SIZE | gram.charAt(i);
        }
        return packed;
    }

    /**
     * The first few in the order that their sentences call for; the rest stay behind them. Scores stay where they were,
     * the greatest with whoever is first now: how sure an answer is was fitted on such, and a score of many runs of
     * letters in one sentence would be no more of the same kind.
     */
    List<RankedText> reorder(List<RankedText> ranked, IntFunction<AnalyzedText> texts) {
        int looked = Math.min(LOOKED_AT, ranked.size());
        List<RankedText> raised = ranked.subList(0, looked).stream()
                .map(text -> new RankedText(text.ordinal(), text.score() + in(texts.apply(text.ordinal()))))
                .sorted(Comparator.comparingDouble(RankedText::score).reversed())
                .toList();
        List<RankedText> reordered = new ArrayList<>(ranked);
        for (int i = 0; i < looked; i++) {
            reordered.set(
                    i, new RankedText(raised.get(i).ordinal(), ranked.get(i).score()));
        }
        return reordered;
    }

    /** What the best sentence of a text counts. */
    double in(AnalyzedText text) {
        List<Word> words = text.body();
        double best = 0;
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || (words.get(i).opens() && i - from >= FEWEST_WORDS)) {
                best = Math.max(best, of(words.subList(from, i)));
                from = i;
            }
        }
        return best;
    }

    private double of(List<Word> sentence) {
        int[] times = new int[runs.length];
        int letters = 1;
        long run = WordForms.BETWEEN_WORDS;
        for (Word word : sentence) {
            String folded = word.folded();
            for (int i = 0; i <= folded.length(); i++) {
                run = run << Character.SIZE | (i < folded.length() ? folded.charAt(i) : WordForms.BETWEEN_WORDS);
                letters++;
                int at = letters >= WordForms.GRAM && maybe[mixed(run)] ? Arrays.binarySearch(runs, run) : -1;
                if (at >= 0) {
                    times[at]++;
                }
            }
        }
        double saturation = K1 * (1 - B + B * (letters - WordForms.GRAM + 1) / USUAL_RUNS);
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += counts[i] * times[i] / (times[i] + saturation);
        }
        return sum;
    }
}
