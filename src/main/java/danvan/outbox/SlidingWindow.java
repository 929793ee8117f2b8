package danvan.outbox;

import java.time.Duration;

/**
 * At most so many events in any window of time. Stricter than a token bucket, which after a rest lets twice its rate
 * through in one window, and a server that counts in windows answers that with 429. One thread at a time.
 */
final class SlidingWindow {
    private final long[] times;
    private final long window;
    private int next;
    private int size;

    SlidingWindow(int most, Duration window) {
        this.times = new long[most];
        this.window = window.toNanos();
    }

    /**
     * Nanoseconds until another event fits; 0 when it fits now.
     *
     * @param now {@link System#nanoTime}
     */
    long waitFor(long now) {
        forget(now);
        return size < times.length ? 0 : times[next] + window - now;
    }

    void add(long now) {
        forget(now);
        times[next] = now;
        next = (next + 1) % times.length;
        size = Math.min(size + 1, times.length);
    }

    boolean isEmpty(long now) {
        forget(now);
        return size == 0;
    }

    private void forget(long now) {
        while (size > 0 && now - times[Math.floorMod(next - size, times.length)] >= window) {
            size--;
        }
    }
}
