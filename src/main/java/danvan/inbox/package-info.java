/**
 * Keeps each update once and hands them out in order. {@link danvan.inbox.Inbox#receive} returns when a batch is safe on
 * disk, and only then may a channel let go of it; {@link danvan.inbox.Inbox#claim} hands out the oldest open update of
 * each chat, so that a chat's updates are processed one after the other and many chats at once.
 *
 * <p>Imports {@code chat} and {@code storage}.
 */
@org.jspecify.annotations.NullMarked
package danvan.inbox;
