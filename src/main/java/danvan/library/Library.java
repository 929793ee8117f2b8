package danvan.library;

import danvan.library.answer.AnswerSearch;
import danvan.library.confidence.Calibration;
import danvan.library.confidence.Confidence;
import danvan.library.source.KnowledgeBase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The knowledge base, opened: finds the passage that answers a question, and hands out documents and passages by id.
 * Documents may be put in and taken out while it is used. Safe for use by several threads at once.
 */
public final class Library implements AutoCloseable {
    /** In the order they came; replaced whole at each change, so that readers need no lock. */
    private volatile Map<String, DocumentContent> held;

    /** What the knowledge base brought. */
    private final Map<String, DocumentContent> own;

    private final AnswerSearch finder;

    private Library(KnowledgeBase base) {
        Map<String, DocumentContent> files = new LinkedHashMap<>();
        base.files().forEach(file -> files.put(key(file.document()), file));
        own = Map.copyOf(files);
        held = files;
        finder = new AnswerSearch(base, Confidence::of);
    }

    /**
     * Reads the folder and builds the index.
     *
     * @param knowledgeBase may lie in a zip file system, which may be closed afterwards
     * @param problems told of each file that could not be read; the rest is served
     */
    public static Library open(Path knowledgeBase, Consumer<LibraryProblem> problems) {
        return new Library(KnowledgeBase.read(knowledgeBase, problems));
    }

    /** The documents that lie in a knowledge base, without an index over them. */
    public static List<Document> listed(Path knowledgeBase) {
        return KnowledgeBase.read(knowledgeBase, problem -> {}).files().stream()
                .map(DocumentContent::document)
                .toList();
    }

    public Finding find(Question question) {
        return finder.find(question);
    }

    /** As {@link #find}, in one document: who asks has said which. */
    public Finding findIn(String documentId, Question question) {
        return finder.findIn(documentId, question);
    }

    /** How like questions that were answered before this one is, in their order. */
    public List<QuestionSimilarity> compare(Question question, List<AnsweredQuestion> others) {
        return finder.compare(question, others);
    }

    /** How well it tells what it holds from what it does not. */
    public Calibration calibration() {
        return finder.calibration();
    }

    /**
     * Puts a document in, in the place of what was held under its id and language.
     *
     * @param passages in the order they are written; at least one
     */
    public synchronized void put(Document document, List<Passage> passages) {
        put(new DocumentContent(
                document,
                passages.stream()
                        .map(passage -> new DocumentContent.Entry(passage, ""))
                        .toList()));
    }

    /** Says something else of a document that is held; its passages stay. */
    public synchronized void updateDocument(Document document) {
        Optional.ofNullable(held.get(key(document)))
                .filter(file -> !file.document().equals(document))
                .ifPresent(file -> put(new DocumentContent(document, file.entries())));
    }

    private void put(DocumentContent file) {
        Map<String, DocumentContent> files = new LinkedHashMap<>(held);
        files.put(key(file.document()), file);
        finder.put(file);
        held = files;
    }

    /** Takes a document out, if it is held. One whose place it had taken in the knowledge base is back. */
    public synchronized void remove(String id, String language) {
        DocumentContent before = own.get(key(id, language));
        if (before != null && !before.equals(held.get(key(id, language)))) {
            put(before);
            return;
        }
        Map<String, DocumentContent> files = new LinkedHashMap<>(held);
        if (files.remove(key(id, language)) != null) {
            finder.remove(id, language);
            held = files;
        }
    }

    /** By what it reads texts and questions now. */
    public synchronized Glossary glossary() {
        return finder.glossary();
    }

    /** From now on it reads texts and questions by this one; searches under way end by the one before. */
    public synchronized void setGlossary(Glossary glossary) {
        if (!glossary.equals(finder.glossary())) {
            finder.setGlossary(glossary);
        }
    }

    /** All documents, in every language they are held in. */
    public List<Document> documents() {
        return held.values().stream().map(DocumentContent::document).toList();
    }

    public Optional<Document> document(String id, String language) {
        return Optional.ofNullable(held.get(key(id, language))).map(DocumentContent::document);
    }

    /** The passages of a document in the order they are written; empty when it is not held in this language. */
    public List<Passage> passages(String documentId, String language) {
        return Optional.ofNullable(held.get(key(documentId, language))).map(DocumentContent::entries).stream()
                .flatMap(List::stream)
                .map(DocumentContent.Entry::passage)
                .toList();
    }

    public Optional<Passage> passage(String documentId, String passageId, String language) {
        return passages(documentId, language).stream()
                .filter(passage -> passage.id().equals(passageId))
                .findFirst();
    }

    private static String key(Document document) {
        return key(document.id(), document.language());
    }

    private static String key(String documentId, String language) {
        return documentId + '/' + language;
    }

    @Override
    public void close() {
        finder.close();
    }
}
