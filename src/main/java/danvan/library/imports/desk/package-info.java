/**
 * Documents in the chat and in the inbox folder: sent, read in the background, shown on a card, corrected, confirmed,
 * withdrawn. May import: {@code imports}, {@code document}, {@code chat}, {@code conversation}, {@code library},
 * {@code outbox}, {@code storage}, {@code schedule}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.desk;
