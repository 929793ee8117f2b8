/**
 * Moves what a SQLite database holds into PostgreSQL: {@link danvan.storage.move.DatabaseMove}. Imports {@code config} and
 * {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.storage.move;
