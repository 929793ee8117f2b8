package danvan.library;

import java.util.List;

/**
 * A question as the index is asked: its words with the forms they may have been meant in.
 *
 * @param marked whether it was typed with any Vietnamese mark: whoever types one types them all
 */
record Reading(String language, List<Term> terms, boolean marked) {
    Reading {
        terms = List.copyOf(terms);
    }
}
