/**
 * Keeps the library's shelf in step with the imported rows. May import: {@code imports}, {@code document}, {@code library},
 * {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.shelving;
