package danvan.library.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Scores some texts by a query of many optional clauses, term by term. Lucene's own way keeps the clauses of a query in a
 * heap, by the text each stands at, which for hundreds of clauses and some dozens of texts takes most of the time; and it
 * makes an object of its own for each clause and segment.
 */
final class ChosenTexts {
    private final IndexSearcher searcher;
    private final Dictionaries dictionaries;
    private final TermCache terms;
    private final ScoreDoc[] chosen;
    private final double[] scores;
    /** By the clause that is being added up. */
    private final float[] clause;

    private final Map<String, long[]> lengths = new HashMap<>();
    private final Map<String, CollectionStatistics> statistics = new HashMap<>();

    /** @param chosen what the score was until now counts no more */
    ChosenTexts(IndexSearcher searcher, Dictionaries dictionaries, TermCache terms, ScoreDoc[] chosen) {
        this.searcher = searcher;
        this.dictionaries = dictionaries;
        this.terms = terms;
        this.chosen = chosen.clone();
        Arrays.sort(this.chosen, Comparator.comparingInt((ScoreDoc text) -> text.doc));
        scores = new double[chosen.length];
        clause = new float[chosen.length];
    }

    /** The best of them, best first; as {@link IndexSearcher#search} would rank them. */
    ScoreDoc[] best(List<MultiFieldQuery.Clause> query, int most) throws IOException {
        for (MultiFieldQuery.Clause each : query) {
            Arrays.fill(clause, 0);
            for (MultiFieldQuery.Weighed alternative : each.alternatives()) {
                add(alternative);
            }
            for (int i = 0; i < scores.length; i++) {
                scores[i] += clause[i];
            }
        }
        ScoreDoc[] best = new ScoreDoc[chosen.length];
        for (int i = 0; i < best.length; i++) {
            best[i] = new ScoreDoc(chosen[i].doc, (float) scores[i]);
        }
        Arrays.sort(
                best, Comparator.comparingDouble((ScoreDoc text) -> -text.score).thenComparingInt(text -> text.doc));
        return Arrays.copyOf(best, Math.min(most, best.length));
    }

    private void add(MultiFieldQuery.Weighed alternative) throws IOException {
        TermStates states = terms.states(alternative.term(), dictionaries);
        if (states.docFreq() == 0) {
            return;
        }
        String field = alternative.term().field();
        SimScorer scorer = alternative.constant() ? null : scorer(alternative, states);
        long[] length = scorer == null ? new long[0] : lengths(field);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < chosen.length; ) {
            LeafReaderContext leaf = leaf(leaves, from);
            int end = end(leaf, from);
            PostingsEnum texts = dictionaries.postings(leaf, alternative.term(), states);
            if (texts != null) {
                add(texts, scorer, alternative.boost(), length, leaf.docBase, from, end);
            }
            from = end;
        }
    }

    private LeafReaderContext leaf(List<LeafReaderContext> leaves, int at) {
        return leaves.get(ReaderUtil.subIndex(chosen[at].doc, leaves));
    }

    /** Behind the last one of a segment. */
    private int end(LeafReaderContext leaf, int from) {
        int end = from;
        while (end < chosen.length
                && chosen[end].doc < leaf.docBase + leaf.reader().maxDoc()) {
            end++;
        }
        return end;
    }

    private SimScorer scorer(MultiFieldQuery.Weighed alternative, TermStates states) throws IOException {
        String field = alternative.term().field();
        CollectionStatistics all = statistics.get(field);
        if (all == null) {
            all = searcher.collectionStatistics(field);
            statistics.put(field, all);
        }
        return searcher.getSimilarity()
                .scorer(
                        alternative.boost(),
                        all,
                        searcher.termStatistics(alternative.term(), states.docFreq(), states.totalTermFreq()));
    }

    /** How long each text is, as the similarity counts it. */
    private long[] lengths(String field) throws IOException {
        long[] known = lengths.get(field);
        if (known == null) {
            known = new long[chosen.length];
            Arrays.fill(known, 1);
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            for (int from = 0; from < chosen.length; ) {
                LeafReaderContext leaf = leaf(leaves, from);
                int end = end(leaf, from);
                NumericDocValues norms = leaf.reader().getNormValues(field);
                for (int i = from; i < end && norms != null; i++) {
                    if (norms.advanceExact(chosen[i].doc - leaf.docBase)) {
                        known[i] = norms.longValue();
                    }
                }
                from = end;
            }
            lengths.put(field, known);
        }
        return known;
    }

    private void add(
            PostingsEnum texts, @Nullable SimScorer scorer, float boost, long[] length, int base, int from, int end)
            throws IOException {
        int at = texts.docID();
        for (int i = from; i < end && at != PostingsEnum.NO_MORE_DOCS; i++) {
            int text = chosen[i].doc - base;
            if (at < text) {
                at = texts.advance(text);
            }
            if (at == text) {
                float score = scorer == null ? boost : scorer.score(texts.freq(), length[i]);
                clause[i] = Math.max(clause[i], score);
            }
        }
    }
}
