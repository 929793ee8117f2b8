package danvan.library;

import danvan.library.answer.AnswerSearch;
import danvan.library.confidence.Calibration;
import danvan.library.embedding.Embedder;
import danvan.library.index.HeldDocument;
import danvan.library.index.IndexCopy;
import danvan.library.index.IndexFolder;
import danvan.library.index.PassageIndex;
import danvan.library.index.Snapshot;
import danvan.library.index.TextAnalysis;
import danvan.library.query.GlossaryExpander;
import danvan.library.source.KnowledgeBase;
import danvan.text.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The knowledge base, opened: finds the passage that answers a question, and hands out documents and passages by id.
 * Documents may be put in and taken out while it is used. Safe for use by several threads.
 *
 * <p>Everything it holds stands in its index, in memory or in a folder; there it is found again after a start, as it was
 * left. Nothing that grows with the library is kept on the heap.
 */
public final class Library implements AutoCloseable {
    /** Above the changes of one index, so that those of another never count the same. */
    private static final int GENERATION_BITS = 40;

    private static final long SHOWN_EVERY_NANOS = 2_000_000_000L;
    private static final long COMMITTED_EVERY_NANOS = 20_000_000_000L;
    /** Within a batch at most one part in so many of the time is spent on showing what was put in so far. */
    private static final int PARTS_OF_SHOWING = 20;

    private final KnowledgeBase base;
    /** What documents are put into. */
    private final PassageIndex index;

    private final Optional<IndexCopy> copy;
    private final Holdings underway;
    /** What is asked: an older one, as long as documents are put into a new one beside it. */
    private volatile Served served;

    private final Optional<Embedder> embedder;
    private final Optional<VectorFiller> vectors;
    private volatile BiConsumer<Finding, Duration> searched = (finding, took) -> {};
    private int batches;
    private long shown;
    private long showingTook;
    private long committed;

    private record Served(PassageIndex index, AnswerSearch answers, Holdings holdings, int number) {}

    private Library(KnowledgeBase base, PassageIndex index, Optional<IndexCopy> copy, Optional<Embedder> embedder) {
        this.base = base;
        this.index = index;
        this.copy = copy;
        this.embedder = embedder;
        underway = new Holdings(index);
        served = serving(copy.flatMap(IndexCopy::older).orElse(index), 0);
        vectors = embedder.map(of -> new VectorFiller(index, of, this::showVectors));
    }

    /**
     * Reads the folder and builds the index, in memory.
     *
     * @param knowledgeBase may lie in a zip file system, which may be closed afterwards
     * @param problems told of each file that could not be read; the rest is served
     */
    public static Library open(Path knowledgeBase, Consumer<Problem> problems) {
        return open(knowledgeBase, Optional.empty(), problems);
    }

    /**
     * As {@link #open(Path, Consumer)}, comparing what questions and passages mean, too.
     *
     * @param embedder closed with the library
     */
    public static Library open(Path knowledgeBase, Optional<Embedder> embedder, Consumer<Problem> problems) {
        KnowledgeBase base = KnowledgeBase.read(knowledgeBase, problems);
        GlossaryExpander glossary = new GlossaryExpander(base.glossary(), base.gaps(), base.everyday());
        return followed(
                new Library(
                        base, PassageIndex.inMemory(glossary, TextAnalysis.by(glossary)), Optional.empty(), embedder),
                problems);
    }

    /**
     * As {@link #open(Path, Consumer)}, with an index that lies in a folder and is opened as it was left: only what has
     * changed in the knowledge base since is put in. Until {@link #setGlossary} is called, texts and questions are read by
     * the glossary that it was left with.
     *
     * @param index made where it is missing; several processes may use it, each has a copy
     */
    public static Library open(Path knowledgeBase, Path index, Consumer<Problem> problems) {
        return open(knowledgeBase, index, Optional.empty(), problems);
    }

    /**
     * As {@link #open(Path, Path, Consumer)}, comparing what questions and passages mean, too.
     *
     * @param embedder closed with the library
     */
    public static Library open(
            Path knowledgeBase, Path index, Optional<Embedder> embedder, Consumer<Problem> problems) {
        KnowledgeBase base = KnowledgeBase.read(knowledgeBase, problems);
        GlossaryExpander glossary = new GlossaryExpander(base.glossary(), base.gaps(), base.everyday());
        IndexCopy copy = IndexFolder.open(index, glossary);
        return followed(new Library(base, copy.index(), Optional.of(copy), embedder), problems);
    }

    private Served serving(PassageIndex from, int number) {
        return new Served(from, new AnswerSearch(from, embedder), new Holdings(from), number);
    }

    /** One that is closed meanwhile has been exchanged for another. */
    private <T> T served(Function<Served, T> asking) {
        while (true) {
            Served now = served;
            try {
                return asking.apply(now);
            } catch (PassageIndex.Closed e) {
                if (now.equals(served)) {
                    throw e;
                }
            }
        }
    }

    private static Library followed(Library library, Consumer<Problem> problems) {
        library.batch(() -> new OwnDocuments(library.base, library.index).follow(problems));
        if (!library.isKept()) {
            library.index.merge();
        }
        return library;
    }

    /** The documents that lie in a knowledge base, without an index over them. */
    public static List<Document> listed(Path knowledgeBase) {
        List<Document> documents = new ArrayList<>();
        KnowledgeBase.read(knowledgeBase, problem -> {})
                .forEachDocument(content -> documents.add(content.document()), problem -> {});
        return documents;
    }

    public Finding find(Question question) {
        return timed(() -> served(now -> now.answers().find(question)));
    }

    /** Has somebody told of each search, and how long it took. */
    public void onSearch(BiConsumer<Finding, Duration> told) {
        this.searched = told;
    }

    /** Counts the changes of the index that searches see. */
    public long generation() {
        return served(
                now -> ((long) now.number() << GENERATION_BITS) + now.index().read(Snapshot::generation));
    }

    private Finding timed(Supplier<Finding> search) {
        long begun = System.nanoTime();
        Finding finding = search.get();
        searched.accept(finding, Duration.ofNanos(System.nanoTime() - begun));
        return finding;
    }

    /** The passage that a text cites by article and document; its first, where an article has several. */
    public Optional<Passage> cited(Question text) {
        return served(now -> now.answers().cited(text));
    }

    /** As {@link #find}, in one document: who asks has said which. */
    public Finding findIn(String documentId, Question question) {
        return timed(() -> served(now -> now.answers().findIn(documentId, question)));
    }

    /** How like questions that were answered before this one is, in their order. */
    public List<QuestionSimilarity> compare(Question question, List<AnsweredQuestion> others) {
        return served(now -> now.answers().compare(question, others));
    }

    /** How well it tells what it holds from what it does not. */
    public Calibration calibration() {
        return served(now -> now.answers().calibration());
    }

    /** Whether what is put in is still there after the next start. */
    public boolean isKept() {
        return copy.isPresent();
    }

    /**
     * Whether an older index still answers, of another version of the bot, while documents are put into a new one: until
     * {@link #complete}.
     */
    public boolean isUnderway() {
        return copy.flatMap(IndexCopy::older).isPresent();
    }

    /** What has been put in so far, also where an older index still answers. */
    public Holdings underway() {
        return underway;
    }

    /** All documents have been put in: from here on they answer, and an older index is no longer needed. */
    public void complete() {
        index.merge();
        if (isKept()) {
            index.commit();
        }
        if (!isUnderway()) {
            return;
        }
        Served next = serving(index, served.number() + 1);
        // Or the first question would wait for it.
        next.answers().calibration();
        Served before;
        synchronized (this) {
            before = served;
            served = next;
            copy.ifPresent(IndexCopy::complete);
        }
        before.answers().close();
    }

    /** Several changes, which are shown from time to time and at the end: one by one each would wait for the disk. */
    public void batch(Runnable changes) {
        batch(changes, false);
    }

    /**
     * Several changes, which are shown from time to time.
     *
     * @param moreToCome whether others follow at once; then these need not show at the end
     */
    public synchronized void batch(Runnable changes, boolean moreToCome) {
        batches++;
        try {
            changes.run();
        } finally {
            batches--;
            changed(moreToCome);
        }
    }

    private void changed() {
        changed(false);
    }

    private void changed(boolean moreToCome) {
        long now = System.nanoTime();
        boolean last = batches == 0 && !moreToCome;
        if (last || now - shown > Math.max(SHOWN_EVERY_NANOS, PARTS_OF_SHOWING * showingTook)) {
            index.show();
            served.answers().invalidate();
            shown = System.nanoTime();
            showingTook = shown - now;
        }
        if (isKept() && (last || now - committed > COMMITTED_EVERY_NANOS)) {
            index.commit();
            committed = now;
        }
        vectors.ifPresent(VectorFiller::wake);
    }

    private synchronized void showVectors() {
        index.show();
        if (isKept()) {
            index.commit();
        }
    }

    /** Waits until what was put in so far has its vectors. */
    void awaitVectors() {
        vectors.ifPresent(VectorFiller::await);
    }

    /** How many passages are not yet compared by what they mean; empty where no model is used. */
    public OptionalInt passagesWithoutVectors() {
        return vectors.stream().mapToInt(VectorFiller::missing).findFirst();
    }

    /**
     * Puts a document in, in the place of what was held under its id and language.
     *
     * @param passages in the order they are written; at least one
     */
    public void put(Document document, List<Passage> passages) {
        put(document, passages, "", List.of());
    }

    /**
     * Puts a document in, in the place of what was held under its id and language.
     *
     * @param passages in the order they are written; at least one
     * @param revision of the document; see {@link #holds}
     * @param touches ids or numbers of the documents of which it says something; see {@link Holdings#touching}
     */
    public synchronized void put(Document document, List<Passage> passages, String revision, List<String> touches) {
        underway.held(document.id(), document.language())
                .filter(HeldDocument::own)
                .ifPresent(own -> index.layAside(own, underway.entries(document.id(), document.language())));
        index.put(new HeldDocument(document, document, revised(revision), false, touches), Chapters.of(passages));
        changed();
    }

    /** Whether this very revision is held, and need not be put again. */
    public boolean holds(String id, String language, String revision) {
        return underway.held(id, language)
                .filter(held -> !held.own() && held.revision().equals(revised(revision)))
                .isPresent();
    }

    static String revised(String revision) {
        return revision + '@' + IndexFolder.ANALYSIS;
    }

    /** Says something else of a document that is held; its passages stay. */
    public synchronized void updateDocument(Document document) {
        underway.held(document.id(), document.language())
                .filter(held -> !held.current().equals(document))
                .ifPresent(held -> {
                    index.put(
                            new HeldDocument(held.original(), document, held.revision(), held.own(), held.touches()),
                            underway.entries(document.id(), document.language()));
                    changed();
                });
    }

    /** Takes a document out, if it is held. One whose place it had taken in the knowledge base is back. */
    public synchronized void remove(String id, String language) {
        if (!index.takeBack(id, language)) {
            index.remove(id, language);
        }
        copy.flatMap(IndexCopy::older).ifPresent(older -> {
            older.remove(id, language);
            older.show();
        });
        changed();
    }

    /** By what it reads texts and questions now. */
    public Glossary glossary() {
        return index.glossary().glossary();
    }

    /** What the knowledge base's own file says. */
    public Glossary ownGlossary() {
        return base.glossary();
    }

    /** From now on it reads texts and questions by this one; searches under way end by the one before. */
    public synchronized void setGlossary(Glossary glossary) {
        if (!glossary.equals(glossary())) {
            index.setGlossary(new GlossaryExpander(glossary, base.gaps(), base.everyday()));
            changed();
        }
    }

    /** All documents, in every language they are held in: of a large library a long list. */
    public List<Document> documents() {
        return served(now -> now.holdings().documents());
    }

    /** The documents of this id or number, in every language. */
    public List<Document> named(String idOrNumber) {
        return served(now -> now.holdings().named(idOrNumber));
    }

    /** The documents that say they took the place of this one; perhaps another issuer's of the same number. */
    public List<Document> replacing(Document document) {
        return served(now -> now.holdings().replacing(document));
    }

    /**
     * The documents that were {@linkplain #put put in}, with what each says something of: those that are asked, and those
     * that were put in so far.
     */
    public Map<Document, List<String>> imported() {
        Map<Document, List<String>> imported =
                new LinkedHashMap<>(served(now -> now.holdings().imported()));
        imported.putAll(underway.imported());
        return imported;
    }

    public Optional<Document> document(String id, String language) {
        return served(now -> now.holdings().document(id, language));
    }

    /** The passages of a document in the order they are written; empty when it is not held in this language. */
    public List<Passage> passages(String documentId, String language) {
        return served(now -> now.holdings().passages(documentId, language));
    }

    public Optional<Passage> passage(String documentId, String passageId, String language) {
        return served(now -> now.holdings().passage(documentId, passageId, language));
    }

    /** By {@link Passage#key()}. */
    public Optional<Passage> passageOf(String key, String language) {
        return served(now -> now.holdings().passageOf(key, language));
    }

    @Override
    public void close() {
        vectors.ifPresent(VectorFiller::close);
        served.answers().close();
        copy.ifPresentOrElse(IndexCopy::close, index::close);
        embedder.ifPresent(Embedder::close);
    }
}
