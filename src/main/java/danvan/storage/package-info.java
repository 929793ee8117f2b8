/**
 * The database: SQLite in a file, or PostgreSQL, by the address alone. {@link danvan.storage.Database} is the way in:
 * {@code read} and {@code write} hand over a {@link danvan.storage.Tx}, and a write is one transaction.
 *
 * <p>SQL is plain and portable; it stands with the feature that owns the table, and the tables stand in {@code
 * db/migration}. Instants are stored as milliseconds since 1970, booleans as 0 and 1. Imports {@code config} only. Jdbi,
 * HikariCP, Flyway and the two drivers are at home here.
 */
@org.jspecify.annotations.NullMarked
package danvan.storage;
