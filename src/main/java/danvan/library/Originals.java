package danvan.library;

import java.util.Optional;

/** The files documents came in. The imports answer; who shows a document asks. */
@FunctionalInterface
public interface Originals {
    /** There are none: for a library that was only read from the knowledge base. */
    Originals NONE = (passage) -> Optional.empty();

    /** The file that a passage was read from; empty where the document was written for the knowledge base. */
    Optional<Original> of(Passage passage);

    /**
     * A document's own file.
     *
     * @param file its name in the store
     * @param name as whoever brought it called it
     * @param bytes its size
     * @param page where the passage stands, from 1; 0 where the format has no pages. A page shows it by {@code #page=N}.
     */
    record Original(String file, String name, String mediaType, long bytes, int page) {}
}
