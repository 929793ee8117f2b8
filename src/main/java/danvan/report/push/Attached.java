package danvan.report.push;

import java.util.List;

/** The files of a report. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Attached {
    /**
     * A file.
     *
     * @param name as the answer in the report's XML names it
     * @param file its name in the store
     * @param bytes its size
     */
    record Part(String name, String mediaType, String file, long bytes) {}

    List<Part> of(long report);
}
