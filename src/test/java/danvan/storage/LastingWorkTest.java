package danvan.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must live lives on, and a process without memory ends. */
class LastingWorkTest {
    private static final Logger LOG = LoggerFactory.getLogger(LastingWorkTest.class);

    @Test
    void aScheduledThreadGoesOnAfterEveryKindOfFailure() {
        List<Throwable> failures = List.of(
                new IllegalStateException("a defect"),
                new StackOverflowError(),
                new OutOfMemoryError("for the test"),
                new NoClassDefFoundError("gone"),
                new IOException("no disk"));
        AtomicInteger rounds = new AtomicInteger();
        try (Threads threads = new Threads()) {
            threads.every(() -> LastingWork.survive(LOG, "the test", () -> {
                int round = rounds.getAndIncrement();
                if (round < failures.size()) {
                    sneak(failures.get(round));
                }
            }));
            Eventually.await("rounds after all failures", () -> rounds.get() > failures.size() + 2);
        }
    }

    @Test
    void aFailureIsToldInOneLineWithItsPlace() {
        StackOverflowError deep = new StackOverflowError();
        deep.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.regex.Pattern$Loop", "match", "Pattern.java", 1),
            new StackTraceElement("danvan.ask.Parts", "of", "Parts.java", 32),
            new StackTraceElement("danvan.ask.Ask", "said", "Ask.java", 99)
        });
        assertThat(LastingWork.words(deep))
                .isEqualTo("java.lang.StackOverflowError at danvan.ask.Parts.of(Parts.java:32)");
    }

    @Test
    void aLackOfMemoryThatPassesIsSurvivedAndOneThatGoesOnEndsTheProcess() {
        AtomicLong now = new AtomicLong();
        List<String> ends = new ArrayList<>();
        MemoryShortage shortage = new MemoryShortage(now::get, () -> ends.add("ended"));
        for (int hour = 0; hour < 50; hour++) {
            shortage.add(new OutOfMemoryError("now and then"));
            shortage.add(new StackOverflowError());
            now.addAndGet(TimeUnit.HOURS.toNanos(1));
        }
        assertThat(ends).isEmpty();
        for (int time = 0; time < 10; time++) {
            assertThat(ends).isEmpty();
            shortage.add(new OutOfMemoryError("again"));
            now.addAndGet(TimeUnit.SECONDS.toNanos(30));
        }
        assertThat(ends).containsExactly("ended");
    }

    private static final class Threads implements AutoCloseable {
        private final ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor();

        void every(Runnable work) {
            var unused = one.scheduleWithFixedDelay(work, 0, 1, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            one.shutdownNow();
        }
    }

    private static void sneak(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }
}
