package danvan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int PATIENCE_SECONDS = 30;

    private final Scheduler scheduler = new Scheduler();
    private final Semaphore runs = new Semaphore(0);

    @AfterEach
    void ends() {
        scheduler.close();
    }

    @Test
    void theNightsWorkIsDoneAtTheStartAndAtThreeByTheClockOfTheZone() throws InterruptedException {
        scheduler.daily("night", LocalTime.of(3, 0), VIETNAM, runs::release);
        assertThat(runs.availablePermits()).as("before the start").isZero();
        scheduler.start();
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        Instant next = scheduler.nextOf("night").orElseThrow();
        assertThat(ZonedDateTime.ofInstant(next, VIETNAM).toLocalTime()).isEqualTo(LocalTime.of(3, 0));
    }

    @Test
    void aTimeThatIsPastCountsAtOnceAndOneThatIsTakenBackDoesNot() throws InterruptedException {
        Timer timer = scheduler.timer("work", runs::release);
        Instant now = Instant.parse("2024-01-02T00:00:00Z");
        timer.set(Map.of("past", now, "far", Instant.parse("2999-01-01T00:00:00Z")));
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(timer.isSet("far")).isTrue();
        timer.set(Map.of());
        assertThat(timer.isSet("far")).isFalse();
    }

    /** Quartz refused to delete a job while one of its triggers ended by itself, and the bot's stop failed by it. */
    @Test
    void aTimerIsClosedWhileItsTimesComeAndItsWorkIsAskedFor() throws InterruptedException {
        for (int round = 0; round < 150; round++) {
            Timer timer = scheduler.timer("work " + round, runs::release);
            Map<String, Instant> times = new HashMap<>();
            for (int i = 0; i < 20; i++) {
                times.put("time " + i, Instant.now().plusMillis(i / 4));
            }
            timer.set(times);
            Thread asks = new Thread(() -> {
                for (int i = 0; i < 20; i++) {
                    timer.ring();
                    timer.retry();
                }
            });
            asks.start();
            timer.close();
            asks.join();
        }
    }

    @Test
    void whoAsksWhileWorkIsDoneHasItDoneOnceMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Timer timer = scheduler.timer("work", () -> {
            begun.countDown();
            awaits(goOn);
            done.incrementAndGet();
            runs.release();
        });
        timer.ring();
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        timer.ring();
        timer.ring();
        assertThat(timer.idle()).isFalse();
        goOn.countDown();
        assertThat(runs.tryAcquire(2, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        timer.close();
        assertThat(done).hasValue(2);
        assertThat(timer.idle()).isTrue();
    }

    /** A text that overflows the stack must not end the schedule for good. */
    @Test
    void workThatFailsIsDoneAgainAtTheNextTime() throws InterruptedException {
        Timer timer = scheduler.timer("work", () -> {
            runs.release();
            throw new StackOverflowError("of a text");
        });
        timer.ring();
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        timer.ring();
        assertThat(runs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatWasEndedIsNotDoneAgain() {
        Timer timer = scheduler.timer("work", runs::release);
        timer.close();
        timer.ring();
        scheduler.close();
        assertThat(runs.availablePermits()).isZero();
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
