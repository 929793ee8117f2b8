/**
 * The turn: who is speaking, which dialog is open, which feature answers; then one transaction that keeps everything the
 * turn changed and says.
 *
 * <p>A {@link danvan.conversation.Feature} reads what it needs from its {@link danvan.conversation.Turn} and returns a
 * {@link danvan.conversation.Reply}: messages, changes to be made, and what becomes of the dialog. It never sends and
 * never writes by itself. {@link danvan.conversation.Turns} takes updates from the inbox, works a chat's updates one
 * after the other and many chats at once, and commits.
 *
 * <p>Imports {@code chat}, {@code storage}, {@code inbox}, {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.conversation;
