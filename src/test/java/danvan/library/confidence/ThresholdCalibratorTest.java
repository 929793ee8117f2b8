package danvan.library.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.index.PassageStore;
import danvan.library.index.ScoringProfile;
import danvan.library.index.StoredPassage;
import danvan.library.index.TextIndex;
import danvan.library.query.AnalyzedText;
import danvan.library.query.QueryParser;
import danvan.library.query.Word;
import danvan.library.source.KnowledgeBase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After thirty changed documents the first question waited 929 ms: it measured the collection anew. */
class ThresholdCalibratorTest {
    private static final int HEADINGS = 20;

    private final CountDownLatch mayMeasure = new CountDownLatch(1);
    private final CountDownLatch replayed = new CountDownLatch(HEADINGS);

    @Test
    @Timeout(60)
    void whoAsksAfterAChangeDoesNotWaitForTheMeasuring() throws InterruptedException {
        PassageStore shelf = new PassageStore(
                KnowledgeBase.read(Path.of("knowledge-base"), problem -> {}).files());
        List<AnalyzedText> texts = shelf.items().stream()
                .map(StoredPassage::passage)
                .map(passage -> AnalyzedText.of(passage.language(), passage.heading(), passage.text()))
                .toList();
        QueryParser reader = QueryParser.over(texts);
        try (TextIndex index = new TextIndex(texts, ScoringProfile::of);
                ThresholdCalibrator replays = new ThresholdCalibrator(
                        shelf,
                        index,
                        texts,
                        new Appraisal(index),
                        Confidence::of,
                        passage -> reader.read(passage.language(), Word.of(passage.heading()), word -> false),
                        this::besideOnlyWhenItMay)) {
            double before = replays.threshold();
            assertThat(replayed.getCount())
                    .as("the first is measured by who asks")
                    .isEqualTo(HEADINGS);
            replays.forget();
            assertThat(replays.threshold()).isEqualTo(before);
            assertThat(replays.threshold()).isEqualTo(before);
            mayMeasure.countDown();
            assertThat(replayed.await(30, TimeUnit.SECONDS))
                    .as("it is measured anew beside")
                    .isTrue();
            // A replay in hand ends before the index is closed, as the finder has it.
            replays.close();
            synchronized (replayed) {
                index.close();
            }
        }
    }

    private double besideOnlyWhenItMay(DoubleSupplier work) {
        if (Thread.currentThread().getName().equals("search-calibration")) {
            try {
                mayMeasure.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            replayed.countDown();
        }
        synchronized (replayed) {
            return work.getAsDouble();
        }
    }
}
