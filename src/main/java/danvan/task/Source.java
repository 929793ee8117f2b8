package danvan.task;

/**
 * Where a task comes from.
 *
 * @param document the id of a document of the library
 * @param passage the id of a passage in it
 */
public record Source(String document, String passage) {}
