package danvan.workbook;

/**
 * A file as it was sent in.
 *
 * @param id under which it is stored
 * @param name as its sender called it
 */
public record SentFile(String id, String name) {}
