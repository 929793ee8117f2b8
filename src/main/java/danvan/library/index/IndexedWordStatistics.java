package danvan.library.index;

import danvan.library.query.BoundedCache;
import danvan.library.query.WordStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one language, looked up in the index's own dictionary; what was looked up last is remembered. Of a text
 * that is gone they know until Lucene merges it away.
 */
final class IndexedWordStatistics implements WordStatistics {
    private static final int MOST_REMEMBERED = 5_000;

    private final IndexReader reader;
    private final String exact;
    private final String words;
    private final String language;
    private final PairTable pairs;
    private final long total;
    private final long size;
    private final BoundedCache<String, List<String>> forms = new BoundedCache<>(MOST_REMEMBERED);
    private final BoundedCache<String, Long> counts = new BoundedCache<>(MOST_REMEMBERED);
    private final BoundedCache<String, Collection<String>> near = new BoundedCache<>(MOST_REMEMBERED);

    /** @param size different exact forms, as far as they were counted before; null to count them */
    IndexedWordStatistics(IndexReader reader, PairTable pairs, String language, @Nullable Long size) {
        this.language = language;
        this.pairs = pairs;
        this.reader = reader;
        exact = Fields.field(language, Fields.EXACT);
        words = Fields.field(language, Fields.WORDS);
        try {
            total = Math.max(0, reader.getSumTotalTermFreq(exact));
            this.size = size == null ? counted() : size;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("reading the words of the search index", e);
    }

    private long counted() throws IOException {
        Terms terms = MultiTerms.getTerms(reader, exact);
        if (terms == null) {
            return 0;
        }
        if (terms.size() >= 0) {
            return terms.size();
        }
        long counted = 0;
        for (TermsEnum each = terms.iterator(); each.next() != null; ) {
            counted++;
        }
        return counted;
    }

    @Override
    public boolean hasTexts() {
        return total > 0;
    }

    @Override
    public long count(String form, String folded) {
        return total == 0 ? 0 : counts.get(Fields.exact(form, folded), term -> frequency(exact, term));
    }

    private long frequency(String field, String term) {
        try {
            return reader.totalTermFreq(new Term(field, term));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean knowsFolded(String folded) {
        return !withLetters(folded).isEmpty();
    }

    @Override
    public long pairCount(String first, String second) {
        return pairs.count(language, first, second);
    }

    @Override
    public List<String> withLetters(String folded) {
        return total == 0 ? List.of() : forms.get(folded, this::formsOf);
    }

    private List<String> formsOf(String folded) {
        String prefix = folded + Fields.SEPARATOR;
        List<String> found = new ArrayList<>(2);
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(exact);
                if (terms == null) {
                    continue;
                }
                TermsEnum each = terms.iterator();
                boolean more = each.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
                while (more && each.term().utf8ToString().startsWith(prefix)) {
                    String form = each.term().utf8ToString().substring(prefix.length());
                    form = form.isEmpty() ? folded : form;
                    if (!found.contains(form)) {
                        found.add(form);
                    }
                    more = each.next() != null;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return List.copyOf(found);
    }

    @Override
    public Collection<String> oneEditFrom(String folded) {
        return total == 0 ? List.of() : near.get(folded, this::nearTo);
    }

    private Collection<String> nearTo(String folded) {
        var automaton = new CompiledAutomaton(new LevenshteinAutomata(folded, true).toAutomaton(1), true, false);
        TreeSet<String> found = new TreeSet<>();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(words);
                if (terms != null) {
                    TermsEnum each = automaton.getTermsEnum(terms);
                    while (each.next() != null) {
                        String word = each.term().utf8ToString();
                        // A number is no slip for a word; only a letter too many makes one of it.
                        boolean number = word.chars().anyMatch(Character::isDigit);
                        if (!word.equals(folded) && (!number || word.length() < folded.length())) {
                            found.add(word);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return List.copyOf(found);
    }

    @Override
    public void forEachFolded(Consumer<String> consumer) {
        try {
            Terms terms = MultiTerms.getTerms(reader, words);
            if (terms != null) {
                for (TermsEnum each = terms.iterator(); each.next() != null; ) {
                    consumer.accept(each.term().utf8ToString());
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
