package danvan.library;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a collection its own headings, to see how well it tells what it holds from what it does not. That is done when it
 * is first called for, and anew after {@link #forget}: neither a start nor an import need wait for it. Safe for use by
 * several threads, as long as nothing is put in or taken out meanwhile.
 */
final class Replays {
    private static final int MOST = 40;
    private static final int SHORTEST_HEADING = 3;
    private static final int DEPTH = 10;

    private final Shelf shelf;
    private final TextIndex index;
    private final List<IndexedText> texts;
    private final Appraisal appraisal;
    private final Function<String, Confidence> confidence;
    private final Function<Passage, Reading> asked;
    private @Nullable Calibration calibration;

    /** @param asked a passage's heading, read as a question */
    Replays(
            Shelf shelf,
            TextIndex index,
            List<IndexedText> texts,
            Appraisal appraisal,
            Function<String, Confidence> confidence,
            Function<Passage, Reading> asked) {
        this.shelf = shelf;
        this.index = index;
        this.texts = texts;
        this.appraisal = appraisal;
        this.confidence = confidence;
        this.asked = asked;
    }

    synchronized Calibration calibration() {
        if (calibration == null) {
            calibration = Calibration.of(all(false), all(true));
        }
        return calibration;
    }

    /** What is on the shelf has changed: what was measured on it is no longer so. */
    synchronized void forget() {
        calibration = null;
    }

    /** Some headings, spread over the whole collection; who asked the question that called for it is waiting. */
    private double[] all(boolean takenOut) {
        int step = Math.max(1, shelf.items().size() / MOST);
        return IntStream.range(0, shelf.items().size())
                .filter(i -> i % step == 0 && !shelf.isGone(i))
                .filter(i -> Word.of(shelf.items().get(i).passage().heading()).size() >= SHORTEST_HEADING)
                .mapToDouble(i -> takenOut ? one(i, i) : one(i))
                .toArray();
    }

    /** How sure the best answer to this passage's heading is, without these passages. */
    private double one(int ordinal, int... without) {
        Reading reading = asked.apply(shelf.items().get(ordinal).passage());
        TextIndex.Ranking ranking = index.searchWithout(reading, DEPTH, without);
        if (ranking.texts().isEmpty()) {
            return 0;
        }
        // How like the heading the question is counts nothing here: it is the heading.
        Evidence evidence = appraisal.of(reading, ranking, texts).of(0, 0, 0);
        return confidence.apply(reading.language()).in(evidence);
    }
}
