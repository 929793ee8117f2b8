package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.query.AnalyzedText;
import danvan.library.query.GlossaryExpander;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The Lucene index over passages, on disk or in memory. Changes are made one after the other and show together with
 * {@link #show}; searches go on beside them, each on the {@link Snapshot} it began with. Safe for use by several threads.
 */
public final class PassageIndex implements AutoCloseable {
    static final String GLOSSARY = "glossary";
    static final String VERSION = "version";
    /** Of one that is built beside an older one, as long as that one answers. */
    static final String UNDERWAY = "underway";
    /** A question with its hundreds of terms is looked up in every segment. */
    private static final int SEGMENTS_A_LEVEL = 4;
    /** While many passages come, each is written again less often. */
    private static final int SEGMENTS_WHILE_FILLED = 10;

    private static final int MANY_PASSAGES = 1_000;

    /** Larger segments need fewer merges: an eighth of the heap, within these. */
    private static final double FEWEST_MEGABYTES = 16;

    private static final double MOST_MEGABYTES = 64;
    private static final int SHARE_OF_THE_HEAP = 8;
    /** Up to this size a segment is merged with any of its neighbours. */
    private static final double SMALL_MEGABYTES = 4;
    /** A larger segment is not written again for that there be fewer: that would take a minute. */
    private static final double MOST_MEGABYTES_MERGED = 256;
    /** One merge of all is worth its time when one part in so many is new. */
    private static final int SHARE_OF_NEW = 4;

    /** Thrown at whoever asks an index that was closed. */
    public static final class Closed extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private Closed() {
            super("the search index was closed");
        }
    }

    private final Directory directory;
    private final int version;
    /** Neighbours only are merged, so that passages keep their order. */
    private final LogByteSizeMergePolicy merging = new LogByteSizeMergePolicy();

    private final IndexWriter writer;
    private final PairTable pairs;
    private final Function<String, ScoringProfile> profiles;
    private GlossaryExpander glossary;
    private TextAnalysis analysis;
    private Snapshot.@Nullable Vocabularies vocabularies;
    private volatile Snapshot current;
    private boolean underway;
    private volatile boolean closed;
    private boolean uncommitted;
    /** Passages put in since the last commit. */
    private int uncommittedPassages;
    /** Passages put in since all were merged. */
    private int unmergedPassages;

    /** Keys of documents whose change does not show yet. */
    private final Set<String> unseen = new HashSet<>();

    private PassageIndex(
            Directory directory,
            int version,
            PairTable pairs,
            boolean inMemory,
            GlossaryExpander glossary,
            TextAnalysis analysis,
            Function<String, ScoringProfile> profiles) {
        this.directory = directory;
        this.version = version;
        this.pairs = pairs;
        this.glossary = glossary;
        this.analysis = analysis;
        this.profiles = profiles;
        try {
            writer = new IndexWriter(directory, config(inMemory));
            if (version == IndexCopy.VERSION) {
                // What a filling left in many segments.
                writer.maybeMerge();
            }
            current = snapshot(DirectoryReader.open(writer));
        } catch (IOException e) {
            throw new UncheckedIOException("opening the search index", e);
        }
    }

    /** An empty one that is gone with the process. */
    public static PassageIndex inMemory(GlossaryExpander glossary, TextAnalysis analysis) {
        return inMemory(glossary, analysis, ScoringProfile::of);
    }

    static PassageIndex inMemory(
            GlossaryExpander glossary, TextAnalysis analysis, Function<String, ScoringProfile> profiles) {
        return new PassageIndex(
                new ByteBuffersDirectory(),
                IndexCopy.VERSION,
                PairTable.inMemory(),
                true,
                glossary,
                analysis,
                profiles);
    }

    /**
     * As it was left in a directory, or empty.
     *
     * @param version that wrote it; of another one than this program's documents are only taken out
     * @param underway whether it is built beside another one, which answers until it is {@linkplain #complete complete}
     */
    static PassageIndex in(
            Directory directory, int version, boolean underway, PairTable pairs, GlossaryExpander glossary) {
        var index = new PassageIndex(
                directory, version, pairs, false, glossary, TextAnalysis.by(glossary), ScoringProfile::of);
        index.underway = underway;
        return index;
    }

    private IndexWriterConfig config(boolean inMemory) {
        var config = new IndexWriterConfig(new KeywordAnalyzer());
        config.setSimilarity(new PerFieldSimilarity(profiles));
        double share = (Runtime.getRuntime().maxMemory() >> 20) / (double) SHARE_OF_THE_HEAP;
        config.setRAMBufferSizeMB(Math.max(FEWEST_MEGABYTES, Math.min(MOST_MEGABYTES, share)));
        config.setCodec(PassageVectors.codec());
        merging.setMergeFactor(SEGMENTS_A_LEVEL);
        merging.setMinMergeMB(SMALL_MEGABYTES);
        merging.setMaxMergeMBForForcedMerge(MOST_MEGABYTES_MERGED);
        config.setMergePolicy(merging);
        if (version != IndexCopy.VERSION) {
            config.setMergePolicy(NoMergePolicy.INSTANCE);
        }
        if (inMemory) {
            config.setUseCompoundFile(false);
            config.setMergeScheduler(new SerialMergeScheduler());
        }
        return config;
    }

    private Snapshot snapshot(DirectoryReader reader) {
        Snapshot.Vocabularies known = vocabularies;
        if (known == null || known.isOutgrown(reader)) {
            known = Snapshot.Vocabularies.of(reader, pairs);
            vocabularies = known;
        }
        return new Snapshot(reader, version, pairs, profiles, glossary, analysis, known);
    }

    /** Reads what is held now. */
    public <T> T read(Function<Snapshot, T> reading) {
        while (true) {
            Snapshot snapshot = current;
            if (snapshot.tryAcquire()) {
                try {
                    return reading.apply(snapshot);
                } finally {
                    snapshot.release();
                }
            }
            if (closed) {
                throw new Closed();
            }
        }
    }

    /** From here on it is no longer built beside another one: at the next start it is the one that answers. */
    synchronized void complete() {
        underway = false;
        uncommitted = true;
        commit();
    }

    /**
     * Puts a document in the place of what is held under its id and language.
     *
     * @param entries in the order they are written; at least one
     */
    public synchronized void put(HeldDocument held, List<DocumentContent.Entry> entries) {
        count(held.original().id(), held.original().language(), -1);
        TextAnalysis by = analysis;
        var passages = new PreparedAhead<>(entries.size(), place -> prepared(held, entries.get(place), place, by));
        uncommittedPassages += entries.size();
        unmergedPassages += entries.size();
        unseen.add(held.key());
        Iterable<org.apache.lucene.document.Document> fields = () -> counted(passages);
        change(() -> writer.updateDocuments(new Term(PassageFields.KEY, held.key()), fields));
    }

    /** What is handed to the index, counted as it goes there. */
    private Iterator<org.apache.lucene.document.Document> counted(Iterator<Prepared> passages) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return passages.hasNext();
            }

            @Override
            public org.apache.lucene.document.Document next() {
                Prepared next = passages.next();
                count(next.analyzed(), 1);
                return next.fields();
            }
        };
    }

    /**
     * Writes a document anew as it stands here, with the vectors of its passages.
     *
     * @param vectors of its entries in their order; empty for a passage that the model makes none of
     * @return false where the document is no longer as it was read
     */
    public synchronized boolean putVectors(
            HeldDocument held, List<DocumentContent.Entry> entries, String model, List<Optional<float[]>> vectors) {
        boolean same = !unseen.contains(held.key())
                && read(snapshot -> snapshot.store()
                                .held(held.original().id(), held.original().language())
                                .filter(held::equals)
                                .isPresent()
                        && snapshot.store()
                                .entries(held.original().id(), held.original().language())
                                .equals(entries));
        if (same) {
            List<org.apache.lucene.document.Document> passages = new java.util.ArrayList<>();
            for (int place = 0; place < entries.size(); place++) {
                AnalyzedText analyzed = analysis.of(held.current(), entries.get(place));
                var fields = PassageFields.of(
                        held, entries.get(place), place, analyzed, profiles.apply(analyzed.language()));
                fields.add(new StringField(PassageFields.EMBEDDED, model, Field.Store.NO));
                vectors.get(place)
                        .ifPresent(vector -> fields.add(PassageVectors.of(model, analyzed.language(), vector)));
                passages.add(fields);
            }
            unseen.add(held.key());
            change(() -> writer.updateDocuments(new Term(PassageFields.KEY, held.key()), passages));
        }
        return same;
    }

    private record Prepared(AnalyzedText analyzed, org.apache.lucene.document.Document fields) {}

    private Prepared prepared(HeldDocument held, DocumentContent.Entry entry, int place, TextAnalysis by) {
        AnalyzedText analyzed = by.of(held.current(), entry);
        return new Prepared(
                analyzed, PassageFields.of(held, entry, place, analyzed, profiles.apply(analyzed.language())));
    }

    private void count(AnalyzedText text, int times) {
        pairs.add(text.language(), text.all(), times);
    }

    /** Counts the pairs of what is held once more, or off. */
    private void count(String id, String language, int times) {
        read(snapshot -> {
            snapshot.store()
                    .held(id, language)
                    .ifPresent(held -> snapshot.store()
                            .entries(id, language)
                            .forEach(entry -> count(analysis.of(held.current(), entry), times)));
            return id;
        });
    }

    /** Takes a document out; what was laid aside under its name stays. */
    public synchronized void remove(String id, String language) {
        count(id, language, -1);
        unseen.add(HeldDocument.key(id, language));
        change(() -> writer.deleteDocuments(new Term(PassageFields.KEY, HeldDocument.key(id, language))));
    }

    /** Keeps a document that another one takes the place of; nobody finds it. */
    public synchronized void layAside(HeldDocument held, List<DocumentContent.Entry> entries) {
        var aside = new org.apache.lucene.document.Document();
        aside.add(new StringField(PassageFields.ASIDE, held.key(), Field.Store.NO));
        aside.add(new StringField(PassageFields.KIND, PassageFields.ASIDE, Field.Store.NO));
        aside.add(new StoredField(PassageFields.STORED, StoredForm.of(held, entries)));
        change(() -> writer.updateDocument(new Term(PassageFields.ASIDE, held.key()), aside));
    }

    /** Puts what was laid aside back in its place; false where nothing was. */
    public synchronized boolean takeBack(String id, String language) {
        Optional<StoredForm.Aside> aside = read(snapshot -> snapshot.store().aside(id, language));
        aside.ifPresent(back -> {
            put(back.held(), back.entries());
            change(() -> writer.deleteDocuments(
                    new Term(PassageFields.ASIDE, back.held().key())));
        });
        return aside.isPresent();
    }

    /** Forgets what was laid aside. */
    public synchronized void forget(HeldDocument aside) {
        change(() -> writer.deleteDocuments(new Term(PassageFields.ASIDE, aside.key())));
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        try {
            change.make();
            uncommitted = true;
        } catch (IOException e) {
            throw new UncheckedIOException("changing the search index", e);
        }
    }

    /** From here on what was changed is found. */
    public synchronized void show() {
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(current.reader(), writer);
            if (newer != null) {
                exchange(newer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("changing the search index", e);
        }
    }

    private void exchange(DirectoryReader newer) {
        Snapshot before = current;
        current = snapshot(newer);
        unseen.clear();
        before.release();
    }

    /** What was changed outlives the process. */
    public synchronized void commit() {
        if (uncommitted) {
            merging.setMergeFactor(uncommittedPassages >= MANY_PASSAGES ? SEGMENTS_WHILE_FILLED : SEGMENTS_A_LEVEL);
            uncommittedPassages = 0;
            change(() -> {
                writer.setLiveCommitData(Map.of(
                                VERSION,
                                String.valueOf(version),
                                UNDERWAY,
                                String.valueOf(underway),
                                GLOSSARY,
                                GlossaryForm.of(glossary.glossary()))
                        .entrySet());
                writer.commit();
            });
            uncommitted = false;
        }
    }

    /** Makes one segment of many, where much was put in: a question is looked up in each. Questions go on meanwhile. */
    public void merge() {
        synchronized (this) {
            if (unmergedPassages == 0 || unmergedPassages < current.reader().numDocs() / SHARE_OF_NEW) {
                return;
            }
            unmergedPassages = 0;
        }
        try {
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException("merging the search index", e);
        }
        synchronized (this) {
            uncommitted = true;
            show();
        }
    }

    /**
     * Reads texts and questions by another glossary from now on. Texts that it reads otherwise are rewritten; they show
     * together.
     */
    public synchronized void setGlossary(GlossaryExpander newer) {
        TextAnalysis before = analysis;
        TextAnalysis after = TextAnalysis.by(newer);
        List<List<String>> changed = glossary.differences(newer);
        read(snapshot -> {
            for (int doc : changed.isEmpty() ? List.<Integer>of() : snapshot.holding("vi", changed)) {
                rewrite(snapshot, doc, before, after);
            }
            return changed.size();
        });
        glossary = newer;
        analysis = after;
        uncommitted = true;
        try {
            DirectoryReader shown = DirectoryReader.openIfChanged(current.reader(), writer);
            if (shown == null) {
                current.reader().incRef();
                shown = current.reader();
            }
            exchange(shown);
        } catch (IOException e) {
            throw new UncheckedIOException("changing the search index", e);
        }
    }

    private void rewrite(Snapshot snapshot, int doc, TextAnalysis before, TextAnalysis after) {
        StoredPassage passage = snapshot.passage(doc);
        DocumentContent.Entry entry = passage.entry();
        Document document = passage.document();
        AnalyzedText text = before.of(document, entry);
        if (!text.equals(after.of(document, entry))) {
            count(text, -1);
            HeldDocument held =
                    snapshot.store().held(document.id(), document.language()).orElseThrow();
            Prepared newer = prepared(held, entry, passage.place(), after);
            count(newer.analyzed(), 1);
            change(() -> writer.updateDocument(
                    new Term(
                            PassageFields.PASSAGE,
                            held.key() + '/' + entry.passage().id()),
                    newer.fields()));
        }
    }

    int version() {
        return version;
    }

    public synchronized GlossaryExpander glossary() {
        return glossary;
    }

    @Override
    public synchronized void close() {
        try {
            if (uncommitted && !(directory instanceof ByteBuffersDirectory)) {
                commit();
            }
            closed = true;
            current.release();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the search index", e);
        }
    }
}
