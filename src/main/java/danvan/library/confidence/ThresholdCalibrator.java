package danvan.library.confidence;

import danvan.library.Passage;
import danvan.library.index.PassageStore;
import danvan.library.index.Ranking;
import danvan.library.index.TextIndex;
import danvan.library.query.AnalyzedText;
import danvan.library.query.ParsedQuery;
import danvan.library.query.Word;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a collection its own headings, to see how well it tells what it holds from what it does not. That is done when it
 * is first called for: neither a start nor an import need wait for it. Once something has changed it is done anew, on a
 * thread of its own, while the threshold measured before still holds: who asks does not wait either. Safe for use by
 * several threads.
 */
public final class ThresholdCalibrator implements AutoCloseable {
    private static final int MOST = 40;
    private static final int SHORTEST_HEADING = 3;
    private static final int DEPTH = 10;

    private final PassageStore shelf;
    private final TextIndex index;
    private final List<AnalyzedText> texts;
    private final Appraisal appraisal;
    private final Function<String, Confidence> confidence;
    private final Function<Passage, ParsedQuery> asked;
    private final ToDoubleFunction<DoubleSupplier> unchanging;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(ThresholdCalibrator::thread);
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

    /**
     * Measures nothing yet.
     *
     * @param asked a passage's heading, read as a question
     * @param unchanging does something while nothing is put in or taken out
     */
    public ThresholdCalibrator(
            PassageStore shelf,
            TextIndex index,
            List<AnalyzedText> texts,
            Appraisal appraisal,
            Function<String, Confidence> confidence,
            Function<Passage, ParsedQuery> asked,
            ToDoubleFunction<DoubleSupplier> unchanging) {
        this.shelf = shelf;
        this.index = index;
        this.texts = texts;
        this.appraisal = appraisal;
        this.confidence = confidence;
        this.asked = asked;
        this.unchanging = unchanging;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "search-calibration");
        thread.setDaemon(true);
        return thread;
    }

    /** Of what is held now; only for who keeps it unchanging meanwhile, and waits. */
    public synchronized Calibration calibration() {
        Measured known = last;
        if (known == null || known.changes != changes.get()) {
            known = measured();
            last = known;
        }
        return known.calibration;
    }

    /** Under the same condition; a threshold measured before a change is good enough until it is measured anew. */
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

    /** Holds no lock from one heading to the next: a change that waits would hold up every question behind it. */
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
        return new Measured(Calibration.of(all(false, before), all(true, before)), before);
    }

    /** What is on the shelf has changed: what was measured on it is no longer so. */
    public void forget() {
        changes.incrementAndGet();
    }

    @Override
    public void close() {
        closed = true;
        beside.shutdown();
    }

    /** Some headings, spread over the whole collection. */
    private double[] all(boolean takenOut, int before) {
        int size = (int) inTurn(before, () -> shelf.items().size());
        int step = Math.max(1, size / MOST);
        return IntStream.iterate(0, i -> i < size, i -> i + step)
                .mapToDouble(i -> inTurn(before, () -> isAsked(i) ? (takenOut ? one(i, i) : one(i)) : Double.NaN))
                .filter(sure -> !Double.isNaN(sure))
                .toArray();
    }

    private double inTurn(int before, DoubleSupplier work) {
        return unchanging.applyAsDouble(() -> {
            if (closed || changes.get() != before) {
                throw new Overtaken();
            }
            return work.getAsDouble();
        });
    }

    private boolean isAsked(int ordinal) {
        return !shelf.isGone(ordinal)
                && Word.of(shelf.items().get(ordinal).passage().heading()).size() >= SHORTEST_HEADING;
    }

    /** How sure the best answer to this passage's heading is, without these passages. */
    private double one(int ordinal, int... without) {
        ParsedQuery reading = asked.apply(shelf.items().get(ordinal).passage());
        Ranking ranking = index.searchWithout(reading, DEPTH, without);
        if (ranking.texts().isEmpty()) {
            return 0;
        }
        // How like the heading the question is counts nothing here: it is the heading.
        Evidence evidence = appraisal.of(reading, ranking, texts).of(0, 0);
        return confidence.apply(reading.language()).in(evidence);
    }
}
