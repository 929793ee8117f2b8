package danvan.library.index;

import danvan.library.query.AnalyzedText;
import danvan.library.query.ParsedQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The Lucene index over texts, in memory: searching is thread-safe, {@link #change} must be alone. A text is known by its
 * place in the list it was built from, and keeps it.
 */
public final class TextIndex implements AutoCloseable {
    private static final String ORDINAL = "ordinal";
    private static final FieldType COUNTED = new FieldType();

    static {
        COUNTED.setTokenized(true);
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.freeze();
    }

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final IdfCache rarity = new IdfCache();
    private DirectoryReader reader;
    private IndexSearcher searcher;
    private final Function<String, ScoringProfile> recipes;
    private final List<AnalyzedText> texts;

    /**
     * Builds the index.
     *
     * @param recipes by language
     */
    public TextIndex(List<AnalyzedText> texts, Function<String, ScoringProfile> recipes) {
        this.recipes = recipes;
        this.texts = new ArrayList<>(texts);
        try {
            writer = new IndexWriter(directory, config(recipes));
            for (int i = 0; i < texts.size(); i++) {
                writer.addDocument(document(i, texts.get(i)));
            }
            writer.forceMerge(1);
            writer.commit();
            reader = DirectoryReader.open(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("building the search index in memory", e);
        }
        searcher = searcher(reader);
    }

    /**
     * Takes texts out and puts others in behind the last one.
     *
     * @param first the place of the first new one
     */
    public void change(List<Integer> gone, int first, List<AnalyzedText> more) {
        try {
            for (int ordinal : gone) {
                writer.deleteDocuments(new org.apache.lucene.index.Term(ORDINAL, String.valueOf(ordinal)));
            }
            for (int i = 0; i < more.size(); i++) {
                writer.addDocument(document(first + i, more.get(i)));
            }
            texts.addAll(more);
            committed().run();
        } catch (IOException e) {
            throw new UncheckedIOException("changing the search index in memory", e);
        }
    }

    /**
     * Writes texts anew at their places, beside searches; not beside another change.
     *
     * @return what lets searches see them, to be run alone
     */
    public Runnable rewritten(Map<Integer, AnalyzedText> anew) {
        try {
            for (Map.Entry<Integer, AnalyzedText> text : anew.entrySet()) {
                writer.updateDocument(
                        new org.apache.lucene.index.Term(ORDINAL, String.valueOf(text.getKey())),
                        document(text.getKey(), text.getValue()));
            }
            Runnable shown = committed();
            return () -> {
                anew.forEach(texts::set);
                shown.run();
            };
        } catch (IOException e) {
            throw new UncheckedIOException("rewriting the search index in memory", e);
        }
    }

    private Runnable committed() throws IOException {
        writer.commit();
        @Nullable DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
        return () -> {
            if (newer != null) {
                show(newer);
            }
        };
    }

    private void show(DirectoryReader newer) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("leaving the search index as it was", e);
        }
        reader = newer;
        rarity.forget();
        searcher = searcher(newer);
    }

    private IndexSearcher searcher(DirectoryReader over) {
        IndexSearcher made = new IndexSearcher(over);
        made.setSimilarity(new PerFieldSimilarity(recipes));
        made.setQueryCache(null);
        return made;
    }

    private static IndexWriterConfig config(Function<String, ScoringProfile> recipes) {
        var config = new IndexWriterConfig(new KeywordAnalyzer());
        config.setSimilarity(new PerFieldSimilarity(recipes));
        config.setRAMBufferSizeMB(128);
        config.setUseCompoundFile(false);
        // Each change leaves a small segment, and a question with its hundreds of terms is looked up in every one.
        config.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(2));
        config.setMergeScheduler(new SerialMergeScheduler());
        return config;
    }

    private Document document(int ordinal, AnalyzedText text) {
        var document = new Document();
        document.add(new StringField(ORDINAL, String.valueOf(ordinal), Field.Store.NO));
        document.add(new NumericDocValuesField(ORDINAL, ordinal));
        Fields.terms(text, recipes.apply(text.language())).forEach((view, terms) -> {
            if (!terms.isEmpty()) {
                document.add(new Field(Fields.field(text.language(), view), new PresetTokenStream(terms), COUNTED));
            }
        });
        return document;
    }

    /**
     * The texts nearest to a question.
     *
     * @param among only these texts, by ordinal; null for all
     */
    public Ranking search(ParsedQuery question, int most, @Nullable BitSet among) {
        return search(question, most, query -> limited(query, among));
    }

    /**
     * As {@link #search}, some texts left out.
     *
     * @param ordinals of texts that are treated as not there
     */
    public Ranking searchWithout(ParsedQuery question, int most, int... ordinals) {
        return search(question, most, query -> without(query, ordinals));
    }

    private Ranking search(ParsedQuery question, int most, UnaryOperator<Query> limit) {
        MultiFieldQuery query = MultiFieldQuery.of(question, recipes.apply(question.language()), reader);
        if (query.isEmpty() || reader.numDocs() == 0) {
            return new Ranking(List.of(), 0);
        }
        try {
            List<RankedText> ranked = new ArrayList<>();
            NumericDocValues ordinals = Objects.requireNonNull(MultiDocValues.getNumericValues(reader, ORDINAL));
            ScoreDoc[] hits = searcher.search(
                            limit.apply(query.query()), new TopScoreDocCollectorManager(most, null, Integer.MAX_VALUE))
                    .scoreDocs;
            int[] inOrder = java.util.Arrays.stream(hits)
                    .mapToInt(hit -> hit.doc)
                    .sorted()
                    .toArray();
            var ordinalOf = new java.util.HashMap<Integer, Integer>();
            for (int doc : inOrder) {
                ordinals.advanceExact(doc);
                ordinalOf.put(doc, (int) ordinals.longValue());
            }
            for (ScoreDoc hit : hits) {
                ranked.add(new RankedText(Objects.requireNonNull(ordinalOf.get(hit.doc)), hit.score));
            }
            if (query.sentenceGrams().isEmpty()) {
                return new Ranking(ranked, query.attainable());
            }
            List<RankedText> reordered = new SentenceReranker(query.sentenceGrams()).reorder(ranked, texts::get);
            return new Ranking(reordered, query.attainable());
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index in memory", e);
        }
    }

    /** How rare a term is in a view, from 0 (in every text) to 1 (in none). */
    public double rarity(String language, String view, String term) {
        return rarity.of(reader, new org.apache.lucene.index.Term(Fields.field(language, view), term));
    }

    private static Query limited(Query query, @Nullable BitSet among) {
        if (among == null) {
            return query;
        }
        List<BytesRef> ordinals =
                among.stream().mapToObj(i -> new BytesRef(String.valueOf(i))).toList();
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new TermInSetQuery(ORDINAL, ordinals), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query without(Query query, int... ordinals) {
        if (ordinals.length == 0) {
            return query;
        }
        var rest = new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST);
        for (int ordinal : ordinals) {
            rest.add(
                    new TermQuery(new org.apache.lucene.index.Term(ORDINAL, String.valueOf(ordinal))),
                    BooleanClause.Occur.MUST_NOT);
        }
        return rest.build();
    }

    @Override
    public void close() {
        try {
            reader.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the search index", e);
        }
    }
}
