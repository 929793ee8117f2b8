package danvan.library.index;

import danvan.library.query.BoundedCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * Where terms stand in a snapshot of the index. A question has hundreds of them, its other wordings have most of them again,
 * and looking them up took a quarter of the time an answer takes. Safe for use by several threads.
 */
final class TermCache {
    private static final int MOST_REMEMBERED = 8_000;

    private final IndexSearcher searcher;
    private final BoundedCache<Term, TermStates> states = new BoundedCache<>(MOST_REMEMBERED);

    TermCache(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    private TermStates states(Term term) {
        return states.get(term, any -> {
            try {
                return TermStates.build(searcher, any, true);
            } catch (IOException e) {
                throw new UncheckedIOException("looking up how rare the question's words are", e);
            }
        });
    }

    /** How many texts hold it. */
    int holders(Term term) {
        return states(term).docFreq();
    }

    TermQuery query(Term term) {
        return new TermQuery(term, states(term));
    }
}
