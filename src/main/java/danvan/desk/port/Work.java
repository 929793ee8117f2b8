package danvan.desk.port;

import danvan.chat.Person;
import java.time.Instant;
import java.util.List;

/** What waits for somebody, as numbers that lead to lists. Implementations are safe for use by several threads. */
public interface Work {

    /**
     * Something that waits.
     *
     * @param key of the words that name it, below {@code desk.work}
     * @param page the page of the list, below the desk; empty where there is none yet
     * @param pressing whether it should be seen to first
     * @param about what it is of, such as a form; empty where it is of all
     */
    record Item(String key, long count, String page, boolean pressing, String about) {
        public Item(String key, long count, String page, boolean pressing) {
            this(key, count, page, pressing, "");
        }
    }

    List<Item> of(Person person, Instant now);
}
