package danvan.library;

/**
 * Something in the knowledge base that could not be read; the rest is served.
 *
 * @param file relative to the knowledge base
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param mend what to do about it
 */
public record LibraryProblem(String file, int line, String cause, String mend) {
    /** One line, to be logged or shown as it is. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + cause + " → " + mend;
    }
}
