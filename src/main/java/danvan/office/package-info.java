/**
 * What the office does by chat: broadcasts ({@link danvan.office.BroadcastFeature}), and documents brought into the library
 * by sending a file ({@link danvan.office.DocumentDesk}), report forms likewise ({@link danvan.office.FormDesk}). It knows
 * the library only as {@link danvan.office.Documents} and the form room only as {@link danvan.office.NewForms}, which the
 * root hands over.
 * The chart of the weekly digest is {@link danvan.office.StackedBars}; XChart is at home here.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.office;
