/**
 * What the office does for many at once, and what it is shown: {@link danvan.office.BroadcastFeature} is the way in for
 * broadcasts, {@link danvan.office.StackedBars} draws the chart of the tasks' weekly digest. XChart is at home here.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.office;
