/**
 * Keeps each message until it is delivered. {@link danvan.outbox.Outbox#add} puts a message into the transaction that
 * made it; a {@link danvan.outbox.Dispatcher} for each channel hands messages to the channel's {@link
 * danvan.outbox.Courier}: replies before reminders before broadcasts, a chat's messages in order, at the channel's
 * {@linkplain danvan.outbox.Pace pace}.
 *
 * <p>Delivery is at least once: a message whose answer was lost is sent again. Imports {@code chat} and {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.outbox;
