package danvan.library.index;

import danvan.library.query.BoundedCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.TermQuery;

/**
 * Where terms stand in a snapshot of the index. A question has hundreds of them, its other wordings have most of them again,
 * and looking them up took a quarter of the time an answer takes. Safe for use by several threads.
 */
final class TermCache {
    private static final int MOST_REMEMBERED = 8_000;

    private final BoundedCache<Term, TermStates> states = new BoundedCache<>(MOST_REMEMBERED);

    /** Where a term stands, by the dictionaries that a question has opened. */
    TermStates states(Term term, Dictionaries dictionaries) {
        return states.get(term, any -> {
            try {
                return dictionaries.states(any);
            } catch (IOException e) {
                throw new UncheckedIOException("looking up how rare the question's words are", e);
            }
        });
    }

    /** How many texts hold it. */
    int holders(Term term, Dictionaries dictionaries) {
        return states(term, dictionaries).docFreq();
    }

    TermQuery query(Term term, Dictionaries dictionaries) {
        return new TermQuery(term, states(term, dictionaries));
    }
}
