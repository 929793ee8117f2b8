package danvan.library;

import java.util.List;

/** A document with its passages, in the order they are written. */
public record DocumentContent(Document document, List<Entry> entries) {
    public DocumentContent {
        entries = List.copyOf(entries);
    }

    /**
     * A passage with the words it is also to be found by, which are never shown.
     *
     * @param chapter the title of the chapter it stands in, where its heading does not say it; empty where there is none
     */
    public record Entry(Passage passage, String also, String chapter) {
        public Entry(Passage passage, String also) {
            this(passage, also, "");
        }
    }
}
