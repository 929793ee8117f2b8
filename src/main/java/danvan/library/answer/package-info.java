/**
 * A question from the first word to the {@link danvan.library.Finding}: {@link danvan.library.answer.CandidateSearch}
 * gathers passages, {@link danvan.library.answer.AnswerDecision} decides what is said. The way in, for
 * {@link danvan.library.Library} alone, is {@link danvan.library.answer.AnswerSearch}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.answer;
