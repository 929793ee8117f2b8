package danvan.library;

import danvan.library.index.HeldDocument;
import danvan.library.index.PassageIndex;
import danvan.library.index.PassageStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The documents and passages of one index, looked up by what is known of them. */
public final class Holdings {
    private final PassageIndex index;

    Holdings(PassageIndex index) {
        this.index = index;
    }

    private <T> T read(Function<PassageStore, T> reading) {
        return index.read(snapshot -> reading.apply(snapshot.store()));
    }

    private static List<Document> current(List<HeldDocument> held) {
        return held.stream().map(HeldDocument::current).toList();
    }

    Optional<HeldDocument> held(String id, String language) {
        return read(store -> store.held(id, language));
    }

    List<DocumentContent.Entry> entries(String id, String language) {
        return read(store -> store.entries(id, language));
    }

    /** All documents, in every language they are held in: of a large library a long list. */
    public List<Document> documents() {
        return current(read(PassageStore::held));
    }

    /** The documents of this id or number, in every language. */
    public List<Document> named(String idOrNumber) {
        return current(read(store -> store.named(idOrNumber)));
    }

    /** The documents that say they took the place of this one; perhaps another issuer's of the same number. */
    public List<Document> replacing(Document document) {
        return read(store -> store.replacing(document));
    }

    /** The documents that say something of this one; perhaps of another issuer's of the same number. */
    public List<Document> touching(Document document) {
        return read(store -> store.touching(document));
    }

    /** The documents that were {@linkplain Library#put put in}, with what each says something of. */
    public Map<Document, List<String>> imported() {
        Map<Document, List<String>> imported = new LinkedHashMap<>();
        read(PassageStore::imported).forEach(held -> imported.put(held.original(), held.touches()));
        return imported;
    }

    public Optional<Document> document(String id, String language) {
        return read(store -> store.document(id, language));
    }

    /** A document as it was put in, before {@link Library#updateDocument}. */
    public Optional<Document> original(String id, String language) {
        return held(id, language).map(HeldDocument::original);
    }

    /** The passages of a document in the order they are written; empty when it is not held in this language. */
    public List<Passage> passages(String documentId, String language) {
        return entries(documentId, language).stream()
                .map(DocumentContent.Entry::passage)
                .toList();
    }

    public Optional<Passage> passage(String documentId, String passageId, String language) {
        return read(store -> store.passage(documentId, passageId, language));
    }

    /** By {@link Passage#key()}. */
    public Optional<Passage> passageOf(String key, String language) {
        return read(store -> store.passage(key, language));
    }
}
