package danvan.library.index;

import danvan.library.Document;
import danvan.library.Passage;
import danvan.library.query.Reference;
import java.util.List;
import java.util.Set;

/**
 * A passage with its document and what is read from its text.
 *
 * @param also words it is also to be found by, which are never shown
 * @param named the documents its text names, its own aside
 * @param articles the numbers of the articles it is cited by
 */
public record StoredPassage(
        Document document, Passage passage, String also, List<Reference> named, Set<String> articles) {}
