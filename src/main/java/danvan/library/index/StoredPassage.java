package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Passage;
import java.util.Set;

/**
 * A passage with its document and what is read from its text.
 *
 * @param also words it is also to be found by, which are never shown
 * @param chapter see {@link danvan.library.DocumentContent.Entry#chapter}
 * @param place among the passages of its document, from 0: the first says what the document is
 * @param articles the numbers of the articles it is cited by
 */
public record StoredPassage(
        Document document, Passage passage, String also, String chapter, int place, Set<String> articles) {
    public StoredPassage {
        articles = Set.copyOf(articles);
    }

    /** As it was put in. */
    public DocumentContent.Entry entry() {
        return new DocumentContent.Entry(passage, also, chapter);
    }

    /** Whether it stands before what the document rules: its letterhead, perhaps with the words that lead up to it. */
    public boolean leadsUp() {
        return !document.isSummary() && passage.heading().equals(document.title()) && Letterhead.opens(passage.text());
    }

    public boolean opens() {
        return place == 0;
    }
}
