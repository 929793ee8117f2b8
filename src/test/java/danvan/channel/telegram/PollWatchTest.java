package danvan.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Polls failed for days and nothing was logged; now it is told at once, then once a minute, and when it is over. */
class PollWatchTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(PollWatch.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    /** Counters of nanoseconds begin anywhere, below zero as well. */
    private long nanos = -Duration.ofSeconds(30).toNanos();

    private final PollWatch watch = new PollWatch(() -> nanos);

    @BeforeEach
    void listens() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stops() {
        logger.detachAppender(log);
    }

    @Test
    void theFirstFailureIsToldAtOnceWithItsReason() {
        watch.failed("no connection (timeout). Is telegram.proxy needed?");
        assertThat(lines())
                .containsExactly("WARN Telegram polling: no connection (timeout). Is telegram.proxy needed?;"
                        + " retrying. 1 failed in a row, the last success was 0 s ago");
        assertThat(watch.problem()).contains("no connection (timeout). Is telegram.proxy needed?");
    }

    @Test
    void thenOneLineAMinuteHoweverManyFail() {
        for (int second = 0; second < 300; second++) {
            watch.failed("failure " + second);
            passes(Duration.ofSeconds(1));
        }
        assertThat(lines()).hasSize(5);
        assertThat(lines().get(4))
                .contains("failure 240")
                .contains("241 failed in a row")
                .contains("240 s ago");
        assertThat(watch.failures()).isEqualTo(300);
        assertThat(watch.problem()).contains("failure 299");
    }

    @Test
    void theRecoveryIsOneLine() {
        watch.failed("Telegram answered 502");
        passes(Duration.ofSeconds(70));
        watch.failed("Telegram answered 502");
        passes(Duration.ofSeconds(5));
        watch.good();
        watch.good();
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(2)).isEqualTo("INFO Telegram polling works again after 2 failures in 75 s");
        assertThat(watch.problem()).isEmpty();
        assertThat(watch.failures()).isZero();
        assertThat(watch.age()).isZero();
    }

    @Test
    void aNewFailureAfterARecoveryIsToldAtOnce() {
        watch.failed("first");
        watch.good();
        passes(Duration.ofSeconds(1));
        watch.failed("second");
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(2)).contains("second").contains("1 failed in a row");
    }

    @Test
    void goodPollsAreNotTold() {
        for (int i = 0; i < 10; i++) {
            passes(Duration.ofSeconds(50));
            watch.good();
        }
        passes(Duration.ofSeconds(20));
        assertThat(lines()).isEmpty();
        assertThat(watch.age()).isEqualTo(Duration.ofSeconds(20));
    }

    private void passes(Duration time) {
        nanos += time.toNanos();
    }

    private List<String> lines() {
        return new ArrayList<>(log.list)
                .stream()
                        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                        .toList();
    }
}
