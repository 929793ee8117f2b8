package danvan.library.index;

/**
 * A text that a search found.
 *
 * @param ordinal of the text in the list the index was built from
 */
public record RankedText(int ordinal, double score) {}
