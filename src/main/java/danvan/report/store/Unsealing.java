package danvan.report.store;

import java.util.Optional;

/** Opens the personal answers of reports, which are sealed in the database. Safe for use by several threads. */
public interface Unsealing {
    /** Where nothing is sealed. */
    Unsealing NOTHING_SEALED = places -> (path, text) -> new Content(text, false, true);

    /**
     * What stands in a leaf.
     *
     * @param text opened; empty where it cannot be
     */
    public record Content(String text, boolean sealed, boolean readable) {}

    /** Reads the leaves of one report. */
    @FunctionalInterface
    public interface Reader {
        /** What stands in a leaf, by its path without the numbers of repetitions. */
        Content read(String path, String text);
    }

    /**
     * A reader for one report.
     *
     * @param places where it holds sealed answers, as its row has it
     */
    public Reader of(Optional<String> places);

    /** Told of a report that holds answers which cannot be opened. */
    public default void unreadable(String receipt, String path) {}
}
