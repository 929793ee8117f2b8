/**
 * What the office does for many at once: broadcasts. {@link danvan.office.BroadcastFeature} is the way in; and the
 * chart of the tasks' weekly digest, {@link danvan.office.StackedBars}. XChart is at home here.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.office;
