package danvan.outbox;

import java.time.Duration;

/**
 * Events in even steps. One that was a little late does not put off the next, so that the rate is kept; what was missed
 * for longer is not made up for, so that there is no crowd. One thread at a time.
 */
final class EvenSteps {
    /**
     * As long as a disk or a garbage collector may hold up the thread. What is made up for within a window takes places
     * that stayed empty in it, so that the window is never over its number.
     */
    private static final long LATE = Duration.ofMillis(300).toNanos();

    private final long step;
    private boolean begun;
    private long next;

    EvenSteps(Duration step) {
        this.step = step.toNanos();
    }

    /**
     * Nanoseconds until the next step; 0 or less when it is due.
     *
     * @param now {@link System#nanoTime}
     */
    long waitFor(long now) {
        return begun ? next - now : 0;
    }

    /** Something else took the place of a step, so the next is put off by one: there is no more room for both. */
    void giveWay() {
        next += step;
    }

    void step(long now) {
        boolean hardlyLate = begun && now - next < LATE;
        next = (hardlyLate ? next : now) + step;
        begun = true;
    }
}
