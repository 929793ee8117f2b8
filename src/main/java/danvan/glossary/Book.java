package danvan.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A glossary: entries by their names, in order.
 *
 * @param entries each under its key
 */
public record Book(Map<Entry.Key, Entry> entries) {
    public static final Book EMPTY = new Book(Map.of());

    public Book {
        entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * What becomes of one entry.
     *
     * @param before empty: it is new
     * @param after empty: it is withdrawn
     */
    public record Change(Entry.Key key, Optional<Entry> before, Optional<Entry> after) {}

    /** One kind of entries, in order. */
    public <E extends Entry> List<E> all(Class<E> kind) {
        return entries.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    Optional<Entry> find(Entry.Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** This one with changes made to it. */
    public Book with(List<Change> changes) {
        Map<Entry.Key, Entry> changed = new LinkedHashMap<>(entries);
        for (Change change : changes) {
            change.after()
                    .ifPresentOrElse(entry -> changed.put(change.key(), entry), () -> changed.remove(change.key()));
        }
        return new Book(changed);
    }

    /** What must be changed to make another of this. */
    List<Change> to(Book other) {
        Set<Entry.Key> keys = new LinkedHashSet<>(other.entries.keySet());
        keys.addAll(entries.keySet());
        List<Change> changes = new ArrayList<>();
        for (Entry.Key key : keys) {
            if (!find(key).equals(other.find(key))) {
                changes.add(new Change(key, find(key), other.find(key)));
            }
        }
        return changes;
    }
}
