/**
 * Units, members, roles, invitations and the record of who did what. {@link danvan.organization.People} is the way in; it
 * answers who is behind an address, and is a feature with the commands {@code /language}, {@code /name}, {@code /invite}
 * and {@code /web}; its desk has {@code /members}. {@link danvan.organization.PageEntry} is how people come in by the phone page.
 * Every change of who belongs where goes through {@link danvan.organization.Roster}.
 *
 * <p>Imports {@code chat}, {@code conversation} and {@code storage}. Units are data with dates and successors: the
 * province was reorganised twice, and a report keeps the unit of its time.
 */
@org.jspecify.annotations.NullMarked
package danvan.organization;
