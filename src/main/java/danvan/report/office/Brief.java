package danvan.report.office;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was worked out less than a minute ago, kept. Safe for use by several threads. */
final class Brief<K, V> {
    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST = 500;

    private record Kept<V>(V value, long since) {}

    private final ConcurrentMap<K, Kept<V>> all = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    Brief(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    V of(K key, Supplier<V> work) {
        long now = nanoTime.getAsLong();
        @Nullable Kept<V> kept = all.get(key);
        if (kept != null && now - kept.since() < MINUTE) {
            return kept.value();
        }
        V value = work.get();
        if (all.size() >= MOST) {
            all.clear();
        }
        all.put(key, new Kept<>(value, now));
        return value;
    }
}
