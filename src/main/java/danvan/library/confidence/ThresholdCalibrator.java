package danvan.library.confidence;

import danvan.library.Passage;
import danvan.library.index.PassageIndex;
import danvan.library.index.Ranking;
import danvan.library.index.Snapshot;
import danvan.library.index.StoredPassage;
import danvan.library.query.ParsedQuery;
import danvan.library.query.Word;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a collection its own headings, to see how well it tells what it holds from what it does not. That is done when it
 * is first called for: neither a start nor an import need wait for it. Once something has changed it is done again, on a
 * thread of its own, while the threshold measured before still holds: who asks does not wait either. Safe for use by
 * several threads.
 */
public final class ThresholdCalibrator implements AutoCloseable {
    private static final int MOST = 40;
    private static final int SHORTEST_HEADING = 3;
    private static final int DEPTH = 10;

    private final PassageIndex index;
    private final ExecutorService beside;
    private final AtomicBoolean measuring = new AtomicBoolean();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Measured last;
    private volatile boolean closed;

    /** @param changes how many there had been */
    private record Measured(Calibration calibration, int changes) {}

    /** What was being measured is no more as it was. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Measures nothing yet. */
    public ThresholdCalibrator(PassageIndex index) {
        this(index, Executors.newSingleThreadExecutor(ThresholdCalibrator::thread));
    }

    ThresholdCalibrator(PassageIndex index, ExecutorService beside) {
        this.index = index;
        this.beside = beside;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "search-calibration");
        thread.setDaemon(true);
        return thread;
    }

    /** Of what is held now; who calls waits. */
    public synchronized Calibration calibration() {
        Measured known = last;
        while (known == null || known.changes != changes.get()) {
            try {
                known = measured();
                last = known;
            } catch (Overtaken e) {
                // What changed meanwhile is measured in the next round.
            }
        }
        return known.calibration;
    }

    /** A threshold measured before a change is good enough until it is measured again. */
    public double threshold() {
        Measured known = last;
        if (known == null) {
            return calibration().threshold();
        }
        if (known.changes != changes.get() && !closed && measuring.compareAndSet(false, true)) {
            beside.execute(this::measureBeside);
        }
        return known.calibration.threshold();
    }

    private void measureBeside() {
        try {
            last = measured();
        } catch (Overtaken e) {
            // The next question that calls for it has it begun again.
        } finally {
            measuring.set(false);
        }
    }

    private Measured measured() {
        int before = changes.get();
        return index.read(snapshot ->
                new Measured(Calibration.of(all(snapshot, false, before), all(snapshot, true, before)), before));
    }

    /** The collection has changed: what was measured on it is no longer so. */
    public void invalidate() {
        changes.incrementAndGet();
    }

    @Override
    public void close() {
        closed = true;
        beside.shutdown();
    }

    /** Some headings, spread over the whole collection. */
    private double[] all(Snapshot snapshot, boolean takenOut, int before) {
        int size = snapshot.size();
        int step = Math.max(1, size / MOST);
        return IntStream.iterate(0, i -> i < size, i -> i + step)
                .mapToDouble(i -> {
                    if (closed || changes.get() != before) {
                        throw new Overtaken();
                    }
                    return snapshot.heldAt(i)
                            .map(StoredPassage::passage)
                            .filter(passage -> Word.of(passage.heading()).size() >= SHORTEST_HEADING)
                            .map(passage -> takenOut ? one(snapshot, passage, i) : one(snapshot, passage))
                            .orElse(Double.NaN);
                })
                .filter(sure -> !Double.isNaN(sure))
                .toArray();
    }

    /** How sure the best answer to this passage's heading is, without these passages. */
    private double one(Snapshot snapshot, Passage passage, int... without) {
        ParsedQuery question = snapshot.parser()
                .read(
                        passage.language(),
                        snapshot.glossary().words(passage.language(), passage.heading()),
                        word -> false);
        Ranking ranking = snapshot.searchWithout(question, DEPTH, without);
        // How like the heading the question is counts nothing here: it is the heading.
        return Optional.of(ranking)
                .filter(any -> !any.texts().isEmpty())
                .map(any -> Confidence.of(
                                question.language(),
                                snapshot.passage(any.texts().get(0).ordinal()).document())
                        .in(EvidenceExtractor.of(question, any, snapshot).of(0, 0)))
                .orElse(0.0);
    }
}
