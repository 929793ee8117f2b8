package danvan.library.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Scores some texts by a query of many optional clauses, clause by clause. Lucene's own way keeps the clauses of a query in
 * a heap, by the text each stands at, which for hundreds of clauses and some dozens of texts takes most of the time.
 */
final class ChosenTexts {
    private final IndexSearcher searcher;
    private final ScoreDoc[] chosen;
    private final double[] scores;

    /** @param chosen what the score was until now counts no more */
    ChosenTexts(IndexSearcher searcher, ScoreDoc[] chosen) {
        this.searcher = searcher;
        this.chosen = chosen.clone();
        Arrays.sort(this.chosen, Comparator.comparingInt((ScoreDoc text) -> text.doc));
        scores = new double[chosen.length];
    }

    /** The best of them, best first; as {@link IndexSearcher#search} would rank them. */
    ScoreDoc[] best(BooleanQuery query, int most) throws IOException {
        for (BooleanClause clause : query) {
            add(searcher.createWeight(searcher.rewrite(clause.getQuery()), ScoreMode.COMPLETE, 1));
        }
        ScoreDoc[] best = new ScoreDoc[chosen.length];
        for (int i = 0; i < best.length; i++) {
            best[i] = new ScoreDoc(chosen[i].doc, (float) scores[i]);
        }
        Arrays.sort(
                best, Comparator.comparingDouble((ScoreDoc text) -> -text.score).thenComparingInt(text -> text.doc));
        return Arrays.copyOf(best, Math.min(most, best.length));
    }

    private void add(Weight weight) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < chosen.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(chosen[from].doc, leaves));
            int end = from;
            while (end < chosen.length
                    && chosen[end].doc < leaf.docBase + leaf.reader().maxDoc()) {
                end++;
            }
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                add(scorer, leaf.docBase, from, end);
            }
            from = end;
        }
    }

    private void add(Scorer scorer, int base, int from, int end) throws IOException {
        DocIdSetIterator texts = scorer.iterator();
        int at = texts.docID();
        for (int i = from; i < end && at != DocIdSetIterator.NO_MORE_DOCS; i++) {
            int text = chosen[i].doc - base;
            if (at < text) {
                at = texts.advance(text);
            }
            if (at == text) {
                scores[i] += scorer.score();
            }
        }
    }
}
