/**
 * The documents and the search over them: what the bot answers from.
 *
 * <p>The way in is {@link danvan.library.Library}; the other types here are its vocabulary. It is opened on a folder, the
 * knowledge base, and reads three things:
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
 * <p>The inner rooms, in the order a question passes through them: {@code query} reads it, {@code index} ranks passages for
 * it, {@code confidence} says how sure the best one is, {@code answer} decides what is said. {@code source} reads the
 * folder, {@code imports} takes in documents that are sent, {@code evaluation} measures all of it on data sets.
 */
@org.jspecify.annotations.NullMarked
package danvan.library;
