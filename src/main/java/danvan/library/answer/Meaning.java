package danvan.library.answer;

import danvan.library.embedding.Embedder;
import danvan.library.embedding.EmbeddingException;
import danvan.library.index.Closeness;
import danvan.library.index.PassageFilter;
import danvan.library.index.RankedText;
import danvan.library.index.Ranking;
import danvan.library.index.Snapshot;
import danvan.library.query.ParsedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds passages that mean what a question means, whatever their words; without a model, none. For one question. */
final class Meaning {
    private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

    /** How many passages meaning adds at most to those that words have found. */
    private static final int ADDED = 10;

    /** Of what a text could score: what holds no word of the question stands last, but is ranked. */
    private static final double NO_WORD = 1e-6;

    private final Snapshot snapshot;
    private final @Nullable Embedder embedder;
    private final Map<String, Optional<float[]>> vectors = new LinkedHashMap<>();

    Meaning(Snapshot snapshot, @Nullable Embedder embedder) {
        this.snapshot = snapshot;
        this.embedder = embedder;
    }

    /** How near the passages of a language are to a question. */
    Nearness of(String question, String language) {
        if (embedder == null) {
            return new Nearness(language, "", new float[0], null);
        }
        Optional<float[]> vector = vectors.computeIfAbsent(question, any -> embedded(embedder, any));
        return vector.map(of -> new Nearness(
                        language,
                        embedder.name(),
                        of,
                        snapshot.closeness(embedder.name(), language, of).orElse(null)))
                .orElseGet(() -> new Nearness(language, "", new float[0], null));
    }

    private static Optional<float[]> embedded(Embedder embedder, String question) {
        try {
            return Optional.of(embedder.ofQuestion(question));
        } catch (EmbeddingException e) {
            LOG.warn("a question is answered by its words alone: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The passages of a language against one question. */
    final class Nearness {
        private final String language;
        private final String model;
        private final float[] question;
        private final @Nullable Closeness closeness;

        private Nearness(String language, String model, float[] question, @Nullable Closeness closeness) {
            this.language = language;
            this.model = model;
            this.question = question;
            this.closeness = closeness;
        }

        OptionalDouble closeness(int ordinal) {
            return closeness == null ? OptionalDouble.empty() : closeness.of(ordinal);
        }

        /** What words have found, and behind it what is near besides, by its words again. */
        Ranking added(Ranking byWords, ParsedQuery reading, @Nullable PassageFilter among) {
            if (closeness == null) {
                return byWords;
            }
            List<Integer> others = new ArrayList<>(snapshot.nearest(model, language, question, ADDED, among));
            byWords.texts().forEach(found -> others.remove((Integer) found.ordinal()));
            if (others.isEmpty()) {
                return byWords;
            }
            Ranking scored = snapshot.searchIn(
                    reading, others.stream().mapToInt(Integer::intValue).toArray());
            double attainable = Math.max(NO_WORD, Math.max(byWords.attainable(), scored.attainable()));
            List<RankedText> all = new ArrayList<>(byWords.texts());
            for (RankedText other : scored.texts()) {
                all.add(other);
                others.remove((Integer) other.ordinal());
            }
            others.forEach(ordinal -> all.add(new RankedText(ordinal, NO_WORD * attainable)));
            return new Ranking(all, attainable);
        }
    }
}
