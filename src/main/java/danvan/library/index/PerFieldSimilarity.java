package danvan.library.index;

import java.util.function.Function;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25, set for each view and language as {@link ScoringProfile} says. */
final class PerFieldSimilarity extends PerFieldSimilarityWrapper {
    private final Function<String, ScoringProfile> recipes;

    PerFieldSimilarity(Function<String, ScoringProfile> recipes) {
        this.recipes = recipes;
    }

    @Override
    public Similarity get(String field) {
        ScoringProfile recipe = recipes.apply(field.substring(0, 2));
        double b = switch (Fields.viewOf(field)) {
            case Fields.PAIRS -> recipe.pairsB();
            case Fields.GRAMS -> recipe.gramsB();
            default -> recipe.b();
        };
        return new BM25Similarity((float) recipe.k1(), (float) b);
    }
}
