package danvan.library.evaluation;

import java.util.List;

/** A search to be compared with. */
public interface Peer extends AutoCloseable {
    /** A passage, and nothing that was done to it. */
    record Text(String title, String body) {}

    String name();

    /** The places of the best texts in the list it was built from, best first. */
    List<Integer> search(String question, int most);

    @Override
    void close();
}
