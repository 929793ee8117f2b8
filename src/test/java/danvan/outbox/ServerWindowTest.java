package danvan.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ServerWindowTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private record Sent(long at, long answeredAt) {}

    /**
     * A server that counts at a moment of its own between here and back. It was 47 times over its number when the places
     * became free by the time of leaving and the machine was busy.
     */
    @RepeatedTest(100)
    void howeverTheLineFaltersTheServerNeverCountsMore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long oneWay = random.nextLong(1, 60) * MILLI;
        long jitter = random.nextInt(2) == 0 ? 0 : random.nextLong(1, 400) * MILLI;
        long now = random.nextInt(3) == 0 ? Long.MAX_VALUE - 2 * SECOND : random.nextLong();
        ServerWindow window = new ServerWindow(30, Duration.ofSeconds(1), now);
        Queue<Sent> underWay = new PriorityQueue<>(Comparator.comparingLong(sent -> sent.answeredAt() - sent.at()));
        List<Long> counted = new ArrayList<>();
        long start = now;
        for (int i = 0; i < 300; i++) {
            long wait = window.waitFor(now);
            while (wait > 0) {
                if (wait == ServerWindow.UNTIL_ANSWERED) {
                    now = Math.max(now - start, underWay.element().answeredAt() - start) + start;
                } else {
                    now += wait;
                }
                answer(window, underWay, now);
                wait = window.waitFor(now);
            }
            long there = oneWay + (jitter == 0 ? 0 : random.nextLong(jitter));
            long back = oneWay + (jitter == 0 ? 0 : random.nextLong(jitter));
            window.sent();
            counted.add(now + there - start);
            underWay.add(new Sent(now, now + there + back));
            answer(window, underWay, now);
        }
        counted.sort(Comparator.naturalOrder());
        for (int i = 30; i < counted.size(); i++) {
            assertThat(counted.get(i) - counted.get(i - 30))
                    .as("the %d. and the one 30 before it", i)
                    .isGreaterThanOrEqualTo(SECOND);
        }
    }

    private static void answer(ServerWindow window, Queue<Sent> underWay, long now) {
        Queue<Sent> later = new ArrayDeque<>();
        while (!underWay.isEmpty()) {
            Sent sent = underWay.remove();
            if (sent.answeredAt() - now <= 0) {
                window.answered(sent.at(), sent.answeredAt(), true);
            } else {
                later.add(sent);
            }
        }
        underWay.addAll(later);
    }

    @Test
    void onASteadyLineNothingIsLost() {
        ServerWindow window = new ServerWindow(1, Duration.ofSeconds(1), 0);
        long now = steady(window);
        window.sent();
        assertThat(window.waitFor(now + 10 * MILLI)).isEqualTo(ServerWindow.UNTIL_ANSWERED);
        window.answered(now, now + 40 * MILLI, true);
        assertThat(window.waitFor(now + 40 * MILLI)).isEqualTo(960 * MILLI);
        assertThat(window.waitFor(now + SECOND)).isZero();
    }

    @Test
    void aConnectionThatIsRefusedAtOnceDoesNotMakeTheServerNear() {
        ServerWindow window = new ServerWindow(1, Duration.ofSeconds(1), 0);
        long now = steady(window);
        window.sent();
        window.answered(now, now + MILLI, false);
        assertThat(window.waitFor(now + MILLI)).isEqualTo(960 * MILLI);
    }

    /** The first answer of all may have taken long, for the connection. */
    @Test
    void untilTheLineIsKnownAPlaceIsHeldForTheWholeWindow() {
        ServerWindow window = new ServerWindow(1, Duration.ofSeconds(1), 0);
        window.sent();
        window.answered(0, 500 * MILLI, true);
        assertThat(window.waitFor(500 * MILLI)).isEqualTo(SECOND);
    }

    /** The shortest way was once kept for good, and a line that became longer cost its whole length at every message. */
    @Test
    void aLineThatBecomesLongerIsKnownAgainAfterAWhile() {
        ServerWindow window = new ServerWindow(1, Duration.ofSeconds(1), 0);
        long now = steady(window);
        for (int i = 0; i < 600; i++) {
            window.sent();
            window.answered(now, now + 200 * MILLI, true);
            now += 200 * MILLI + window.waitFor(now + 200 * MILLI);
        }
        window.sent();
        window.answered(now, now + 200 * MILLI, true);
        assertThat(window.waitFor(now + SECOND - MILLI)).isBetween(0L, 2 * MILLI);
    }

    /** Forty messages, each forty milliseconds there and back; when the place is free again. */
    private static long steady(ServerWindow window) {
        long now = 0;
        for (int i = 0; i < 40; i++) {
            window.sent();
            window.answered(now, now + 40 * MILLI, true);
            now += 40 * MILLI + window.waitFor(now + 40 * MILLI);
        }
        return now;
    }
}
