package danvan.library.imports.desk;

import danvan.chat.Address;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When a batch is over. The first file is told of at once; the more was told of late, the longer the reader waits whether
 * more comes: two hundred files that come one by one are then told of in a few summaries, and not in two hundred cards.
 */
final class Batches {
    private static final long LATE = Duration.ofMinutes(1).toNanos();
    private static final long QUIET_EACH = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 4;

    private final LongSupplier nanos;
    private final Map<Optional<Address>, Long> read = new HashMap<>();
    private final Map<Optional<Address>, Deque<Long>> told = new HashMap<>();

    Batches(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A file was read. */
    void read(Optional<Address> from) {
        read.put(from, nanos.getAsLong());
    }

    /** All that was read was told of. */
    void told(Optional<Address> from) {
        told.computeIfAbsent(from, batch -> new ArrayDeque<>()).addLast(nanos.getAsLong());
        read.remove(from);
    }

    boolean mayTell(Optional<Address> from) {
        long now = nanos.getAsLong();
        Deque<Long> late = told.computeIfAbsent(from, batch -> new ArrayDeque<>());
        while (!late.isEmpty() && now - late.getFirst() > LATE) {
            late.removeFirst();
        }
        Long last = read.get(from);
        return last == null || now - last >= QUIET_EACH * Math.min(MOST, late.size());
    }
}
