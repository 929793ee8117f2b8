/**
 * Question to quoted answer. {@link danvan.ask.Ask} is the way in: it shows the passage the library found, word for
 * word, with number, issuer, date, article and validity, or says honestly that there is none. It generates no text.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code library}.
 */
@org.jspecify.annotations.NullMarked
package danvan.ask;
