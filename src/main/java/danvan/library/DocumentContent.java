package danvan.library;

import java.util.List;

/** A document with its passages, in the order they are written. */
public record DocumentContent(Document document, List<Entry> entries) {
    public DocumentContent {
        entries = List.copyOf(entries);
    }

    /** A passage with the words it is also to be found by, which are never shown. */
    public record Entry(Passage passage, String also) {}
}
