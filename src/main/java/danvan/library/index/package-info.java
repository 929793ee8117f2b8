/**
 * The Lucene index over passages and the ranking by it. Words are matched in several fields at once (folded, exact, pairs
 * of neighbours, short letter runs), each with the weight of a {@link danvan.library.index.ScoringProfile}. The way in is
 * {@link danvan.library.index.TextIndex}; {@link danvan.library.index.PassageStore} says what its ordinals stand for.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.index;
