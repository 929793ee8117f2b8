package danvan.library.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The dictionaries of all segments, opened once for a question: it looks up hundreds of terms in a dozen fields, and opening
 * one for each term took longer than looking the term up. For one thread.
 */
final class Dictionaries {
    private final IndexSearcher searcher;
    private final List<LeafReaderContext> leaves;
    private final Map<String, @Nullable TermsEnum[]> terms = new HashMap<>();
    private final Map<String, @Nullable PostingsEnum[]> postings = new HashMap<>();

    Dictionaries(IndexSearcher searcher) {
        this.searcher = searcher;
        this.leaves = searcher.getIndexReader().leaves();
    }

    private @Nullable TermsEnum[] of(String field) throws IOException {
        @Nullable TermsEnum[] known = terms.get(field);
        if (known == null) {
            known = new TermsEnum[leaves.size()];
            for (LeafReaderContext leaf : leaves) {
                Terms all = leaf.reader().terms(field);
                known[leaf.ord] = all == null ? null : all.iterator();
            }
            terms.put(field, known);
        }
        return known;
    }

    /** Where a term stands. */
    TermStates states(Term term) throws IOException {
        var states = new TermStates(searcher.getTopReaderContext());
        @Nullable TermsEnum[] dictionaries = of(term.field());
        for (int ord = 0; ord < dictionaries.length; ord++) {
            TermsEnum dictionary = dictionaries[ord];
            if (dictionary != null && dictionary.seekExact(term.bytes())) {
                states.register(dictionary.termState(), ord, dictionary.docFreq(), dictionary.totalTermFreq());
            }
        }
        return states;
    }

    /** The texts of a segment that hold a term, until the next term of the field is asked for; null where none does. */
    @Nullable
    PostingsEnum postings(LeafReaderContext leaf, Term term, TermStates states) throws IOException {
        TermState state = states.get(leaf);
        TermsEnum dictionary = of(term.field())[leaf.ord];
        if (state == null || dictionary == null) {
            return null;
        }
        @Nullable
        PostingsEnum[] before = postings.computeIfAbsent(term.field(), any -> new PostingsEnum[leaves.size()]);
        dictionary.seekExact(term.bytes(), state);
        PostingsEnum texts = dictionary.postings(before[leaf.ord], PostingsEnum.FREQS);
        before[leaf.ord] = texts;
        return texts;
    }
}
