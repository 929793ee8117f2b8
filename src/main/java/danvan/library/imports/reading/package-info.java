/**
 * From a file to blocks of text: one reader for each format, run in a process of its own
 * ({@link danvan.library.imports.reading.Reading}), bounded in memory and time, because what a stranger made may be a trap.
 * Tika, POI, jsoup and mime4j stay in this room. May import: {@code document}, {@code pdf}, {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.reading;
