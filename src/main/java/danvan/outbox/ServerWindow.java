package danvan.outbox;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * At most so many messages in any window of the server's time. When the server counted a message is not known here, only
 * that it was after it left and before it was answered. So a message holds its place until its answer has come and the
 * window has gone by; less the shortest way there and back, which the next message takes as well, as far as the line is
 * steady. There it is the window itself, and where the line or this machine falters it grows by as much. One thread at a
 * time.
 */
final class ServerWindow {
    /** No place will become free by itself: an answer frees one. */
    static final long UNTIL_ANSWERED = Long.MAX_VALUE;

    /** From so many answers on, what they took tells something. */
    private static final int REMEMBERED = 32;
    /** The shortest way is that of the last so many answers, or twice as many: a line may become longer for good. */
    private static final int SPELL = 256;

    private final int most;
    private final long window;
    /** When each answered message's place is free again, and the clock may run over: counted from the first one. */
    private final PriorityQueue<Long> freeAt = new PriorityQueue<>();

    private final long origin;
    private int underWay;
    private int measured;
    private int inSpell;
    private long shortestBefore = Long.MAX_VALUE;
    private long shortestNow = Long.MAX_VALUE;
    private double usualWay;

    /** @param origin {@link System#nanoTime} now */
    ServerWindow(int most, Duration window, long origin) {
        this.most = most;
        this.window = window.toNanos();
        this.origin = origin;
    }

    /**
     * Nanoseconds until another message fits; 0 when it fits now.
     *
     * @param now {@link System#nanoTime}
     */
    long waitFor(long now) {
        forget(now);
        if (underWay + freeAt.size() < most) {
            return 0;
        }
        return freeAt.isEmpty() ? UNTIL_ANSWERED : freeAt.element() - (now - origin);
    }

    void sent() {
        underWay++;
    }

    /**
     * A message that was sent is no longer under way.
     *
     * @param reached whether the server itself answered; only then the time it took tells how far away it is
     */
    void answered(long sentAt, long answeredAt, boolean reached) {
        underWay--;
        if (reached) {
            measure(answeredAt - sentAt);
        }
        freeAt.add(answeredAt - origin + window - Math.min(surelyOnTheWay(), window));
    }

    /** What a message takes there and back as a rule, in nanoseconds; 0 as long as nothing was answered. */
    long usualWay() {
        return (long) usualWay;
    }

    private void measure(long way) {
        measured = Math.min(measured + 1, REMEMBERED);
        usualWay += (way - usualWay) / measured;
        if (inSpell == SPELL) {
            shortestBefore = shortestNow;
            shortestNow = Long.MAX_VALUE;
            inSpell = 0;
        }
        inSpell++;
        shortestNow = Math.min(shortestNow, way);
    }

    /**
     * How long the next message takes to the server, with how long the answer before it took back, at the least, in
     * nanoseconds.
     */
    long surelyOnTheWay() {
        long shortest = Math.min(shortestBefore, shortestNow);
        return measured < REMEMBERED ? 0 : Math.max(0, 2 * shortest - (long) usualWay);
    }

    private void forget(long now) {
        while (!freeAt.isEmpty() && freeAt.element() <= now - origin) {
            freeAt.remove();
        }
    }
}
