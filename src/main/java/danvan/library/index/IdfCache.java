package danvan.library.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How rare a term is, from 0 (in every text) to 1 (in none). Remembered: a question is held against some hundred known gaps
 * and passages word by word, and looking the same words up took half of all the time an answer takes. Safe for use by
 * several threads.
 */
final class IdfCache {
    /** What people type has no end. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Map<Term, Double> known = new ConcurrentHashMap<>();

    double of(IndexReader reader, Term term) {
        Double remembered = known.get(term);
        if (remembered != null) {
            return remembered;
        }
        double rarity = lookedUp(reader, term);
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.put(term, rarity);
        return rarity;
    }

    /** The index has changed. Not beside {@link #of}. */
    void forget() {
        known.clear();
    }

    private static double lookedUp(IndexReader reader, Term term) {
        try {
            int size = Math.max(1, reader.getDocCount(term.field()));
            int holders = reader.docFreq(term);
            return Math.log((size + 1.0) / (holders + 0.5)) / Math.log((size + 1.0) / 0.5);
        } catch (IOException e) {
            throw new UncheckedIOException("looking up how rare a word is", e);
        }
    }
}
