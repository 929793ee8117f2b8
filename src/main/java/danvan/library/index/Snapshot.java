package danvan.library.index;

import danvan.library.Document;
import danvan.library.query.AnalyzedText;
import danvan.library.query.BoundedCache;
import danvan.library.query.GlossaryExpander;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryParser;
import danvan.library.query.Word;
import danvan.library.query.WordForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * The index as it is at one time: what is put in or taken out later does not show. A text is known by its ordinal in it.
 * Only caches of bounded size stand on the heap. Safe for use by several threads.
 */
public final class Snapshot {
    /**
     * Up to so many entries of the index every text that holds any of the question's terms is scored. Beyond, its rarest
     * words choose {@link #CANDIDATES}, and only those are scored by all: the first few are the same, and the time no longer
     * grows with the library.
     */
    private static final long SCORED_WHOLE = 5_000;

    /** About so many entries are read to choose. */
    private static final long CHOSEN_BY = 20_000;

    private static final int CANDIDATES = 60;
    private static final int PASSAGES_KEPT = 1_000;
    private static final int DOCUMENTS_KEPT = 1_000;
    private static final int PHRASES_KEPT = 2_000;
    private static final int TEXTS_KEPT = 300;
    /** A longer one is cut into words again when it is needed again. */
    private static final int LONGEST_KEPT = 600;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Function<String, ScoringProfile> profiles;
    private final GlossaryExpander glossary;
    private final TextAnalysis analysis;
    private final PassageStore store;
    private final QueryParser parser;
    private final TermCache terms;
    private final IdfCache rarity;
    private final BoundedCache<Integer, StoredPassage> passages = new BoundedCache<>(PASSAGES_KEPT);
    private final BoundedCache<String, Document> documents = new BoundedCache<>(DOCUMENTS_KEPT);
    private final BoundedCache<String, List<Word>> phrases = new BoundedCache<>(PHRASES_KEPT);
    private final BoundedCache<Integer, AnalyzedText> texts = new BoundedCache<>(TEXTS_KEPT);

    private final Map<String, PassageVectors> vectors = new ConcurrentHashMap<>();

    Snapshot(
            DirectoryReader reader,
            int version,
            PairTable pairs,
            Function<String, ScoringProfile> profiles,
            GlossaryExpander glossary,
            TextAnalysis analysis,
            Vocabularies vocabularies) {
        this.reader = reader;
        this.profiles = profiles;
        this.glossary = glossary;
        this.analysis = analysis;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new PerFieldSimilarity(profiles));
        searcher.setQueryCache(null);
        terms = new TermCache();
        rarity = new IdfCache(reader);
        store = new PassageStore(searcher, version);
        parser =
                QueryParser.over(language -> vocabularies.statistics(reader, pairs, language), vocabularies.spelling());
    }

    /** Counts the changes of the index before this state. */
    public long generation() {
        return reader.getVersion();
    }

    boolean tryAcquire() {
        return reader.tryIncRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("leaving the search index as it was", e);
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    public PassageStore store() {
        return store;
    }

    /** Reads questions by the words that are held. */
    public QueryParser parser() {
        return parser;
    }

    /** By what texts and questions are read. */
    public GlossaryExpander glossary() {
        return glossary;
    }

    TextAnalysis analysis() {
        return analysis;
    }

    /** How many ordinals there are; behind some of them no passage stands any more. */
    public int size() {
        return reader.maxDoc();
    }

    public Optional<StoredPassage> heldAt(int ordinal) {
        return isPassage(ordinal) ? Optional.of(passage(ordinal)) : Optional.empty();
    }

    private boolean isPassage(int ordinal) {
        for (var leaf : reader.leaves()) {
            int doc = ordinal - leaf.docBase;
            if (doc >= 0 && doc < leaf.reader().maxDoc()) {
                var live = leaf.reader().getLiveDocs();
                return (live == null || live.get(doc)) && store.isPassage(ordinal);
            }
        }
        return false;
    }

    public StoredPassage passage(int ordinal) {
        return passages.get(ordinal, at -> store.passage(at, this::document));
    }

    private Document document(String key) {
        return documents.get(key, any -> {
            int slash = key.lastIndexOf('/');
            return store.document(key.substring(0, slash), key.substring(slash + 1))
                    .orElseThrow(() ->
                            new IllegalStateException("the search index has passages without their document: " + key));
        });
    }

    public AnalyzedText text(int ordinal) {
        StoredPassage passage = passage(ordinal);
        if (passage.passage().text().length() > LONGEST_KEPT * 5) {
            return analyzed(passage);
        }
        return texts.get(ordinal, at -> analyzed(passage));
    }

    /** The words of a heading, written out; headings come again from question to question. */
    public List<Word> phrase(String language, String text) {
        return phrases.get(language + '\n' + text, any -> glossary.words(language, text));
    }

    private AnalyzedText analyzed(StoredPassage passage) {
        return analysis.of(passage.document(), passage.entry());
    }

    public Ranking search(ParsedQuery question, int most, @Nullable PassageFilter among) {
        return search(question, most, among, true);
    }

    /**
     * The texts nearest to a question.
     *
     * @param among only these; null for all
     * @param letterheads whether passages that hold nothing but a letterhead are wanted
     */
    public Ranking search(ParsedQuery question, int most, @Nullable PassageFilter among, boolean letterheads) {
        return ranked(question, most, query -> {
            var limited = new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST);
            if (among != null) {
                limited.add(among.query(), BooleanClause.Occur.FILTER);
            }
            if (!letterheads) {
                limited.add(PassageStore.LETTERHEADS, BooleanClause.Occur.MUST_NOT);
            }
            return among == null && letterheads ? query : limited.build();
        });
    }

    /**
     * As {@link #search}, some texts left out.
     *
     * @param ordinals of texts that are treated as not there
     */
    public Ranking searchWithout(ParsedQuery question, int most, int... ordinals) {
        return ranked(
                question,
                most,
                query -> ordinals.length == 0
                        ? query
                        : PassageFilter.without(query, new OrdinalsQuery(ordinals))
                                .query());
    }

    private PassageVectors vectors(String model, String language) {
        return vectors.computeIfAbsent(
                PassageVectors.field(model, language), any -> new PassageVectors(searcher, model, language));
    }

    /**
     * How near passages of a language are to a question in meaning; empty where too few have vectors of this model.
     *
     * @param question its vector
     */
    public Optional<Closeness> closeness(String model, String language, float[] question) {
        return Optional.of(vectors(model, language)).filter(of -> !of.isEmpty()).map(of -> of.to(question));
    }

    /** The ordinals of the passages nearest to a question in meaning, without letterheads. */
    public List<Integer> nearest(
            String model, String language, float[] question, int most, @Nullable PassageFilter among) {
        var limited = new BooleanQuery.Builder()
                .add(among == null ? new MatchAllDocsQuery() : among.query(), BooleanClause.Occur.FILTER)
                .add(PassageStore.LETTERHEADS, BooleanClause.Occur.MUST_NOT)
                .build();
        return vectors(model, language).nearest(question, most, limited);
    }

    /** These texts as {@link #search} would rank them; without those that hold no word of the question. */
    public Ranking searchIn(ParsedQuery question, int... ordinals) {
        return ranked(
                question,
                ordinals.length,
                query -> new BooleanQuery.Builder()
                        .add(query, BooleanClause.Occur.MUST)
                        .add(new OrdinalsQuery(ordinals), BooleanClause.Occur.FILTER)
                        .build());
    }

    private Ranking ranked(ParsedQuery question, int most, UnaryOperator<Query> limit) {
        var dictionaries = new Dictionaries(searcher);
        MultiFieldQuery query =
                MultiFieldQuery.of(question, profiles.apply(question.language()), reader, terms, dictionaries);
        if (query.isEmpty() || reader.numDocs() == 0) {
            return new Ranking(List.of(), 0);
        }
        try {
            List<RankedText> ranked = new ArrayList<>();
            for (ScoreDoc hit : hits(query, dictionaries, most, limit)) {
                ranked.add(new RankedText(hit.doc, hit.score));
            }
            return query.sentenceGrams().isEmpty()
                    ? new Ranking(ranked, query.attainable())
                    : new Ranking(
                            new SentenceReranker(query.sentenceGrams()).reorder(ranked, this::text),
                            query.attainable());
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index", e);
        }
    }

    private ScoreDoc[] hits(MultiFieldQuery query, Dictionaries dictionaries, int most, UnaryOperator<Query> limit)
            throws IOException {
        if (query.cost() <= SCORED_WHOLE) {
            return best(limit.apply(query.query()), most, Integer.MAX_VALUE).scoreDocs;
        }
        Optional<Query> words = query.choosing(CHOSEN_BY);
        if (words.isPresent()) {
            TopDocs candidates = best(limit.apply(words.get()), Math.max(most, CANDIDATES), CANDIDATES);
            if (candidates.scoreDocs.length >= most) {
                return new ChosenTexts(searcher, dictionaries, terms, candidates.scoreDocs).best(query.clauses(), most);
            }
        }
        return best(limit.apply(query.query()), most, most).scoreDocs;
    }

    /** @param counted from so many hits on, texts that cannot be among the best are skipped */
    private TopDocs best(Query query, int most, int counted) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(most, null, counted));
    }

    /** How rare a folded word is, from 0 (in every text) to 1 (in none). */
    public ToDoubleFunction<String> rarity(String language) {
        if (language.equals("vi")) {
            return rarity.in(Fields.field(language, Fields.WORDS));
        }
        ToDoubleFunction<String> beginnings = rarity.in(Fields.field(language, Fields.BEGINNINGS));
        return word -> beginnings.applyAsDouble(WordForms.beginning(word));
    }

    /** Searches for texts by these terms of the folded view; for whoever rewrites them. */
    List<Integer> holding(String language, List<List<String>> alternatives) {
        List<Query> any = new ArrayList<>();
        for (List<String> words : alternatives) {
            var all = new BooleanQuery.Builder();
            words.forEach(word -> all.add(
                    new org.apache.lucene.search.TermQuery(
                            new org.apache.lucene.index.Term(Fields.field(language, Fields.WORDS), word)),
                    BooleanClause.Occur.FILTER));
            any.add(all.build());
        }
        return store.docs(PassageFilter.anyOf(any).query());
    }

    /** What is known of all words of the index: read once, and kept while the index grows no more than twofold. */
    record Vocabularies(
            Map<String, danvan.library.query.TrigramModel> spelling, Map<String, Long> sizes, int documents) {
        IndexedWordStatistics statistics(DirectoryReader reader, PairTable pairs, String language) {
            return new IndexedWordStatistics(reader, pairs, language, sizes.get(language));
        }

        static Vocabularies of(DirectoryReader reader, PairTable pairs) {
            Map<String, Long> sizes = new java.util.HashMap<>();
            var spelling = QueryParser.spelling(language -> {
                IndexedWordStatistics statistics = new IndexedWordStatistics(reader, pairs, language, null);
                sizes.put(language, statistics.size());
                return statistics;
            });
            return new Vocabularies(spelling, sizes, reader.numDocs());
        }

        boolean isOutgrown(DirectoryReader reader) {
            return reader.numDocs() > 2 * documents;
        }
    }
}
