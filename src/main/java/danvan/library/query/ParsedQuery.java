package danvan.library.query;

import java.util.List;

/**
 * A question as the index is asked: its words with the forms they may have been meant in.
 *
 * @param marked whether it was typed with any Vietnamese mark: whoever types one types them all
 */
public record ParsedQuery(String language, List<QueryTerm> terms, boolean marked) {
    public ParsedQuery {
        terms = List.copyOf(terms);
    }
}
