/**
 * Documents that come from outside: read out of their files, cut into passages, kept as rows, put on the library's shelf.
 *
 * <p>A file is read in a process of its own ({@link danvan.library.imports.Reading}), bounded in memory and time, because
 * what a stranger made may be a trap. What comes back are {@linkplain danvan.library.imports.Block blocks}; from them
 * {@link danvan.library.imports.FirstPage} reads what the document is and {@link danvan.library.imports.Structure} its
 * passages. {@link danvan.library.imports.Imports} keeps all of it in one transaction.
 *
 * <p>Tika stays in this room. May import: {@code library}, {@code storage}, {@code config}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports;
