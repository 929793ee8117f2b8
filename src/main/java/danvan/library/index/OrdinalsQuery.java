package danvan.library.index;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Some texts by their ordinals. */
final class OrdinalsQuery extends Query {
    private final int[] ordinals;

    OrdinalsQuery(int... ordinals) {
        this.ordinals = ordinals.clone();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext context) {
                var own = new FixedBitSet(context.reader().maxDoc());
                for (int ordinal : ordinals) {
                    int doc = ordinal - context.docBase;
                    if (doc >= 0 && doc < own.length()) {
                        own.set(doc);
                    }
                }
                DocIdSetIterator docs = new BitSetIterator(own, ordinals.length);
                return new ConstantScoreScorer(this, score(), scoreMode, docs);
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public String toString(String field) {
        return "ordinals " + Arrays.toString(ordinals);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrdinalsQuery query && Arrays.equals(ordinals, query.ordinals);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ordinals);
    }
}
