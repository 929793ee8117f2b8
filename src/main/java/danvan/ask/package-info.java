/**
 * Question to quoted answer. {@link danvan.ask.Ask} is the way in: it shows the passage the library found, word for
 * word, with number, issuer, date, article and validity, or says honestly that there is none. It generates no text.
 * What it cannot answer goes to the {@link danvan.ask.Office}, whose reply may be kept for whoever asks a similar question.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code library}, {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.ask;
