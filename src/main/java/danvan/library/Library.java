package danvan.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The knowledge base, opened: finds the passage that answers a question, and hands out documents and passages by id.
 * Safe for use by several threads at once. What it holds does not change until it is opened again.
 */
public final class Library implements AutoCloseable {
    private final List<Document> documents;
    private final Map<String, Document> byId = new LinkedHashMap<>();
    private final Map<String, List<Passage>> passages = new LinkedHashMap<>();
    private final Finder finder;

    private Library(KnowledgeBase base) {
        List<Document> all = new ArrayList<>();
        for (DocumentFile file : base.files()) {
            Document document = file.document();
            all.add(document);
            byId.put(key(document.id(), document.language()), document);
            passages.put(
                    key(document.id(), document.language()),
                    file.entries().stream().map(DocumentFile.Entry::passage).toList());
        }
        documents = List.copyOf(all);
        finder = new Finder(base, Confidence.FITTED);
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

    public Finding find(Question question) {
        return finder.find(question);
    }

    /** As {@link #find}, in one document: who asks has said which. */
    public Finding findIn(String documentId, Question question) {
        return finder.findIn(documentId, question);
    }

    /** How like questions that were answered before this one is, in their order. */
    public List<Likeness> compare(Question question, List<AnsweredBefore> others) {
        return finder.compare(question, others);
    }

    /** How well it tells what it holds from what it does not. */
    public Calibration calibration() {
        return finder.calibration();
    }

    /** All documents, in every language they are held in. */
    public List<Document> documents() {
        return documents;
    }

    public Optional<Document> document(String id, String language) {
        return Optional.ofNullable(byId.get(key(id, language)));
    }

    /** The passages of a document in the order they are written; empty when it is not held in this language. */
    public List<Passage> passages(String documentId, String language) {
        return passages.getOrDefault(key(documentId, language), List.of());
    }

    public Optional<Passage> passage(String documentId, String passageId, String language) {
        return passages(documentId, language).stream()
                .filter(passage -> passage.id().equals(passageId))
                .findFirst();
    }

    private static String key(String documentId, String language) {
        return documentId + '/' + language;
    }

    @Override
    public void close() {
        finder.close();
    }
}
