package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After thirty changed documents the first question waited 929 ms: it measured the collection anew. */
class ReplaysTest {
    private static final int HEADINGS = 20;

    private final CountDownLatch mayMeasure = new CountDownLatch(1);
    private final CountDownLatch replayed = new CountDownLatch(HEADINGS);

    @Test
    @Timeout(60)
    void whoAsksAfterAChangeDoesNotWaitForTheMeasuring() throws InterruptedException {
        Shelf shelf = new Shelf(
                KnowledgeBase.read(Path.of("knowledge-base"), problem -> {}).files());
        List<IndexedText> texts = shelf.items().stream()
                .map(Shelf.Item::passage)
                .map(passage -> IndexedText.of(passage.language(), passage.heading(), passage.text()))
                .toList();
        QuestionReader reader = QuestionReader.over(texts, Decoder.Costs::of);
        try (TextIndex index = new TextIndex(texts, Recipe::of);
                Replays replays = new Replays(
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
