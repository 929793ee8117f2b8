package danvan.library.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what was asked for last, up to so many. Safe for use by several threads. */
public final class BoundedCache<K, V> {
    private final Map<K, V> entries;

    public BoundedCache(int most) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is remembered under this key, or what is made of it now; two threads may both make it. */
    public V get(K key, Function<K, V> make) {
        synchronized (entries) {
            V known = entries.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = make.apply(key);
        synchronized (entries) {
            entries.put(key, made);
        }
        return made;
    }
}
