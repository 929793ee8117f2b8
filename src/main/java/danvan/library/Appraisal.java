package danvan.library;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Gathers the {@link Evidence} for a text that a search has ranked. */
final class Appraisal {
    /** Ranks 2 to 10 tell how far the first stands out. */
    private static final int DEPTH = 10;

    private final TextIndex index;

    Appraisal(TextIndex index) {
        this.index = index;
    }

    Evidence of(
            Reading reading,
            TextIndex.Ranking ranking,
            int rank,
            IndexedText text,
            double likeHeading,
            double likeGap) {
        List<TextIndex.Ranked> ranked = ranking.texts();
        double score = ranked.get(rank).score();
        double rest = 0;
        for (int i = 0; i < Math.min(DEPTH, ranked.size()); i++) {
            rest += i == rank ? 0 : ranked.get(i).score();
        }
        var vocabulary = Evidence.Vocabulary.of(reading.language(), text.all(), reading.marked());
        return new Evidence(
                Math.min(1, score / ranking.attainable()),
                Math.max(0, 1 - rest / (DEPTH - 1) / score),
                Evidence.covered(reading, vocabulary, rarity(reading.language())),
                Evidence.coveredPairs(reading, vocabulary, pair -> index.rarity(reading.language(), Views.PAIRS, pair)),
                likeHeading,
                likeGap);
    }

    /** How rare a folded word is, from 0 to 1. */
    ToDoubleFunction<String> rarity(String language) {
        return language.equals("vi")
                ? word -> index.rarity(language, Views.WORDS, word)
                : word -> index.rarity(language, Views.BEGINNINGS, Views.beginning(word));
    }
}
