/**
 * The documents and the search over them: what the bot answers from.
 *
 * <p>The way in is {@link danvan.library.Library}. It is opened on a folder, the knowledge base, and reads three things:
 *
 * <ul>
 *   <li>{@code documents/<id>/<language>.md}: one document in one language. Front matter says what it is (number,
 *       issuer, date, in force); each second-level heading opens a {@linkplain danvan.library.Passage passage}, the
 *       unit that is found and quoted.
 *   <li>{@code glossary.yml}: what people type for what documents write: abbreviations, synonyms, terms in three
 *       languages.
 *   <li>{@code gaps.yml}: what the library is known not to hold, so that a question about it is refused and not answered
 *       with its nearest neighbour.
 * </ul>
 *
 * <pre>{@code
 * try (var library = Library.open(folder, problem -> log.warn("{}", problem))) {
 *     Finding finding = library.find(new Question("de an 08 ban hanh ngay nao", null, today));
 *     ...
 * }
 * }</pre>
 *
 * <p>A finding is one of three: {@link danvan.library.Finding.Found}, {@link danvan.library.Finding.WhichDocument} (a
 * number fits several documents: ask back), {@link danvan.library.Finding.NotFound}. Nothing is generated: a passage is
 * quoted or it is not.
 *
 * <p><b>How a question is read.</b> Its language is recognised, never asked. References to documents ("08-ĐA/TU", "de an
 * so 8", "nq25") are read apart from the words, abbreviations of the glossary are written out in them, its synonyms are
 * tried where nothing is found, and in Vietnamese a noisy-channel decoder restores missing diacritics and mends typing
 * slips by what the library itself says. Words are then matched in several views at once (folded, exact, pairs of neighbours, short letter runs), and
 * what comes out first is believed only if it explains enough of the question.
 *
 * <p>Lucene stays in this room: no type of it appears in a public signature. The index lives in memory and is built when
 * the library opens. May import: {@code danvan.config}, {@code danvan.storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library;
