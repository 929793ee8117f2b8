/**
 * Documents that come from outside: {@linkplain danvan.library.imports.reading read out of their files},
 * {@linkplain danvan.library.imports.recognition recognised}, {@linkplain danvan.library.imports.structure cut into passages},
 * and kept as rows, all of a version in one transaction ({@link danvan.library.imports.Imports}). The office decides at the
 * {@linkplain danvan.library.imports.desk desk} what is found; {@linkplain danvan.library.imports.shelving shelving} puts it
 * on the library's shelf.
 *
 * <p>May import: {@code document}, {@code reading}, {@code recognition}, {@code structure}, {@code library}, {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports;
