package danvan.library.index;

import danvan.library.Document;

/**
 * A document as the index holds it.
 *
 * @param original as it came
 * @param current the same, with what newer documents say of it
 * @param revision tells its versions apart: what is held under the same one need not be put again
 * @param own whether the knowledge base's folder brought it
 */
public record HeldDocument(Document original, Document current, String revision, boolean own) {
    public String key() {
        return key(original.id(), original.language());
    }

    public static String key(String documentId, String language) {
        return documentId + '/' + language;
    }
}
