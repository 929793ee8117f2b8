package danvan.library.index;

import java.util.List;

/**
 * Texts in order of score.
 *
 * @param attainable what a text would score that holds every word of the question, often, in every view
 */
public record Ranking(List<RankedText> texts, double attainable) {
    public Ranking {
        texts = List.copyOf(texts);
    }
}
