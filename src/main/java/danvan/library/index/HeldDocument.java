package danvan.library.index;

import danvan.library.Document;
import java.util.List;

/**
 * A document as the index holds it.
 *
 * @param original as it came
 * @param current the same, with what newer documents say of it
 * @param revision tells its versions apart: what is held under the same one need not be put again
 * @param own whether the knowledge base's folder brought it
 * @param touches ids or numbers of the documents of which it says something: that they end, or are changed
 */
public record HeldDocument(Document original, Document current, String revision, boolean own, List<String> touches) {
    public HeldDocument {
        touches = List.copyOf(touches);
    }

    /** A document of which nobody says anything, and which says nothing of others. */
    public static HeldDocument of(Document document, String revision, boolean own) {
        return new HeldDocument(document, document, revision, own, List.of());
    }

    public String key() {
        return key(original.id(), original.language());
    }

    public static String key(String documentId, String language) {
        return documentId + '/' + language;
    }
}
