/**
 * What the office does for many at once: broadcasts. {@link danvan.office.BroadcastFeature} is the way in.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.office;
