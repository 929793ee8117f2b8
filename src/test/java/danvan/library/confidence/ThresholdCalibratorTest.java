package danvan.library.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.index.PlainTexts;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** After thirty changed documents the first question waited 929 ms: it measured the collection again. */
class ThresholdCalibratorTest {
    /** Does nothing until it is told to. */
    private static final class Later extends AbstractExecutorService {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable work) {
            waiting.add(work);
        }

        void work() {
            waiting.remove().run();
        }

        @Override
        public void shutdown() {
            waiting.clear();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    private static void headings(PlainTexts texts, String what, int from, int to) {
        for (int i = from; i < to; i++) {
            texts.with("vi", "Lịch " + what + " tuần " + i, "Tuần " + i + " chủ tịch xã " + what + " vào thứ hai.");
        }
    }

    @Test
    void whoAsksAfterAChangeDoesNotWaitForTheMeasuring() {
        Later beside = new Later();
        try (PlainTexts texts = new PlainTexts();
                ThresholdCalibrator calibrator = new ThresholdCalibrator(texts.index, beside)) {
            headings(texts, "tiếp công dân", 0, 30);
            double before = calibrator.threshold();
            assertThat(beside.waiting).as("the first is measured by who asks").isEmpty();
            assertThat(calibrator.calibration().replayed()).isEqualTo(30);

            headings(texts, "họp giao ban", 30, 35);
            calibrator.invalidate();
            assertThat(calibrator.threshold()).isEqualTo(before);
            assertThat(calibrator.threshold()).isEqualTo(before);
            assertThat(beside.waiting).as("it is measured again beside, once").hasSize(1);
            beside.work();
            calibrator.threshold();
            assertThat(beside.waiting)
                    .as("what is measured is not measured again")
                    .isEmpty();
            assertThat(calibrator.calibration().replayed()).isEqualTo(35);
        }
    }
}
