/**
 * How a question is read: {@link danvan.library.query.QueryParser} makes a {@link danvan.library.query.ParsedQuery} of it.
 *
 * <p>Its language is recognised, never asked. References to documents ("08-ĐA/TU", "de an so 8", "nq25") are read apart
 * from the words, abbreviations of the glossary are expanded, its synonyms are tried where nothing is found, and in
 * Vietnamese a noisy-channel decoder restores missing diacritics and corrects typing slips by what the library itself
 * says. Texts are cut into the same {@linkplain danvan.library.query.Word words}. Knows nothing of Lucene.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.query;
