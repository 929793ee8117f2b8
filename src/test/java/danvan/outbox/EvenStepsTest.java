package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvenStepsTest {
    private static final long MILLI = 1_000_000;

    private final EvenSteps steps = new EvenSteps(Duration.ofMillis(100));

    @Test
    void theFirstIsDueAtOnceAndEachNextOneAStepLater() {
        assertThat(steps.waitFor(-5)).isZero();
        steps.step(0);
        assertThat(steps.waitFor(30 * MILLI)).isEqualTo(70 * MILLI);
    }

    @Test
    void aStepThatWasALittleLateDoesNotPutOffTheNext() {
        steps.step(0);
        steps.step(120 * MILLI);
        assertThat(steps.waitFor(120 * MILLI)).isEqualTo(80 * MILLI);
    }

    /** A disk that held up the thread for a quarter of a second cost a broadcast 4 % of its pace. */
    @Test
    void aShortStallIsMadeUpFor() {
        steps.step(0);
        steps.step(350 * MILLI);
        assertThat(steps.waitFor(350 * MILLI)).isNegative();
        steps.step(350 * MILLI);
        assertThat(steps.waitFor(350 * MILLI)).isNegative();
        steps.step(350 * MILLI);
        assertThat(steps.waitFor(350 * MILLI)).isEqualTo(50 * MILLI);
    }

    @Test
    void whatWasMissedForLongIsNotMadeUpFor() {
        steps.step(0);
        steps.step(900 * MILLI);
        assertThat(steps.waitFor(900 * MILLI)).isEqualTo(100 * MILLI);
    }
}
