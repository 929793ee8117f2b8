/**
<<<<<<< HEAD
 * What the office is shown: {@link danvan.office.StackedBars} draws a chart for a phone.
 *
 * <p>XChart is at home here.
=======
 * What the office does for many at once: broadcasts. {@link danvan.office.BroadcastFeature} is the way in.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code outbox}.
>>>>>>> main
 */
@org.jspecify.annotations.NullMarked
package danvan.office;
