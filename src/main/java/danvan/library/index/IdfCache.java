package danvan.library.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How rare a term is in a snapshot of the index, from 0 (in every text) to 1 (in none). Remembered: a question is held against
 * some hundred known gaps and passages word by word, and looking the same words up took half of all the time an answer takes.
 * Safe for use by several threads.
 */
final class IdfCache {
    /** What people type has no end. */
    private static final int MOST_REMEMBERED = 20_000;

    private final IndexReader reader;
    private final Map<String, Map<String, Double>> known = new ConcurrentHashMap<>();

    IdfCache(IndexReader reader) {
        this.reader = reader;
    }

    /** How rare the terms of a field are. */
    ToDoubleFunction<String> in(String field) {
        Map<String, Double> ofField = known.computeIfAbsent(field, any -> new ConcurrentHashMap<>());
        return term -> {
            Double remembered = ofField.get(term);
            if (remembered != null) {
                return remembered;
            }
            double rarity = lookedUp(new Term(field, term));
            if (ofField.size() >= MOST_REMEMBERED) {
                ofField.clear();
            }
            ofField.put(term, rarity);
            return rarity;
        };
    }

    private double lookedUp(Term term) {
        try {
            int size = Math.max(1, reader.getDocCount(term.field()));
            int holders = reader.docFreq(term);
            return Math.log((size + 1.0) / (holders + 0.5)) / Math.log((size + 1.0) / 0.5);
        } catch (IOException e) {
            throw new UncheckedIOException("looking up how rare a word is", e);
        }
    }
}
