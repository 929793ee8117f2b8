/**
 * What the office does by chat: documents brought into the library by sending a file.
 *
 * <p>{@link danvan.office.DocumentDesk} is the way in. It knows the library only as {@link danvan.office.Documents}, which
 * the root hands over.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage}, {@code outbox}.
 */
@org.jspecify.annotations.NullMarked
package danvan.office;
