/**
 * Messages to many: {@link danvan.broadcast.BroadcastFeature} takes one, shows whom it reaches, sends it at the channel's pace,
 * says who has read it, and takes it back.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.broadcast;
