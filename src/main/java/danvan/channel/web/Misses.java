package danvan.channel.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often something came in a minute, by where from: links that open nothing, messages. Safe for use by several threads. */
public final class Misses {
    static final int MOST_A_MINUTE = 20;

    private static final long MINUTE = 60_000_000_000L;
    /** Who tries from more addresses than this makes us forget the oldest misses, not run out of memory. */
    static final int MOST_ADDRESSES = 10_000;

    private record Count(long since, int misses) {}

    private final LongSupplier nanoTime;
    private final int most;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    public Misses(LongSupplier nanoTime) {
        this(nanoTime, MOST_A_MINUTE);
    }

    /** @param most how many a minute are not too many */
    Misses(LongSupplier nanoTime, int most) {
        this.nanoTime = nanoTime;
        this.most = most;
    }

    public synchronized boolean tooMany(String address) {
        return count(address).misses() >= most;
    }

    public synchronized void add(String address) {
        Count count = count(address);
        if (!counts.containsKey(address) && counts.size() >= MOST_ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
        counts.put(address, new Count(count.since(), count.misses() + 1));
    }

    private Count count(String address) {
        long now = nanoTime.getAsLong();
        Count count = counts.getOrDefault(address, new Count(now, 0));
        return now - count.since() < MINUTE ? count : new Count(now, 0);
    }
}
