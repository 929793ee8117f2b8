/**
 * The chat in a terminal, typed or piped. {@link danvan.channel.console.Console} is the way in. Buttons are shown with
 * numbers; {@code #2} taps the second, and so does typing its label.
 *
 * <p>Imports {@code chat}, {@code inbox}, {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.channel.console;
