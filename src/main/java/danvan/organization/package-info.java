/**
 * Units, members, roles, invitations and the record of who did what. {@link danvan.organization.Doorkeeper} answers who is behind
 * an address, {@link danvan.organization.PageEntry} is how people come in by the phone page, and every change of who belongs
 * where goes through {@link danvan.organization.Roster}. What is said about it in chats is in {@code organization.chat}, the
 * workbook in {@code organization.roster}, and what other rooms may ask in {@code organization.directory}.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code outbox}. Units are data with dates and successors:
 * the province was reorganised twice, and a report keeps the unit of its time.
 */
@org.jspecify.annotations.NullMarked
package danvan.organization;
