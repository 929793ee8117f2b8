package danvan.library.index;

import danvan.library.Document;
import danvan.library.Passage;
import java.util.Set;

/**
 * A passage with its document and what is read from its text.
 *
 * @param also words it is also to be found by, which are never shown
 * @param place among the passages of its document, from 0: the first says what the document is
 * @param articles the numbers of the articles it is cited by
 */
public record StoredPassage(Document document, Passage passage, String also, int place, Set<String> articles) {
    public StoredPassage {
        articles = Set.copyOf(articles);
    }

    public boolean opens() {
        return place == 0;
    }
}
