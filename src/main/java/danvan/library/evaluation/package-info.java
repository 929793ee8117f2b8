/**
 * The {@code evaluate} command's measurements: the search as the bot has it on data sets whose answers are known, beside
 * default BM25 and SQLite FTS5 as whoever builds a bot in an afternoon would use them. Only that command and the benches
 * come here.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.evaluation;
