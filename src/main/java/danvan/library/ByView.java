package danvan.library;

import java.util.function.Function;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25, set for each view and language as {@link Recipe} says. */
final class ByView extends PerFieldSimilarityWrapper {
    private final Function<String, Recipe> recipes;

    ByView(Function<String, Recipe> recipes) {
        this.recipes = recipes;
    }

    @Override
    public Similarity get(String field) {
        Recipe recipe = recipes.apply(field.substring(0, 2));
        double b = switch (Views.viewOf(field)) {
            case Views.PAIRS -> recipe.pairsB();
            case Views.GRAMS -> recipe.gramsB();
            default -> recipe.b();
        };
        return new BM25Similarity((float) recipe.k1(), (float) b);
    }
}
