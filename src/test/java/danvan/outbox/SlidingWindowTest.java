package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final long MILLI = 1_000_000;

    @RepeatedTest(200)
    void neverMoreThanItsNumberInAnyWindowAndNoLongerWaitThanNeeded(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int most = 1 + random.nextInt(12);
        long length = (1 + random.nextInt(1_000)) * MILLI;
        SlidingWindow window = new SlidingWindow(most, Duration.ofNanos(length));
        // nanoTime may be negative and may run over.
        long now = random.nextInt(3) == 0 ? Long.MAX_VALUE - length : random.nextLong();
        List<Long> passed = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            now += random.nextInt(4) == 0 ? random.nextLong(2 * length) : random.nextLong(length / most + 1);
            long wait = window.waitFor(now);
            long inWindow = inWindow(passed, now, length);
            assertThat(wait > 0).as("closed when full, and only then").isEqualTo(inWindow == most);
            if (wait > 0 && random.nextBoolean()) {
                assertThat(window.waitFor(now + wait - 1))
                        .as("not a moment early")
                        .isPositive();
                now += wait;
                assertThat(window.waitFor(now)).isZero();
                wait = 0;
            }
            if (wait <= 0) {
                window.add(now);
                passed.add(now);
                assertThat(inWindow(passed, now, length)).isLessThanOrEqualTo(most);
            }
        }
        assertThat(passed).hasSizeGreaterThan(most);
    }

    /** How many passed in the window that ends now. */
    private static long inWindow(List<Long> passed, long now, long length) {
        return passed.stream().filter(at -> now - at < length).count();
    }

    @Test
    void itIsEmptyOnceAllHaveLeft() {
        SlidingWindow window = new SlidingWindow(3, Duration.ofMillis(100));
        assertThat(window.isEmpty(0)).isTrue();
        window.add(5);
        assertThat(window.isEmpty(100 * MILLI)).isFalse();
        assertThat(window.isEmpty(100 * MILLI + 5)).isTrue();
    }
}
