/**
 * Units and members as one workbook, which the office changes in Excel and sends back. {@link
 * danvan.organization.roster.RosterDesk} is the way in.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage}, {@code people} and {@code workbook}.
 */
@org.jspecify.annotations.NullMarked
package danvan.organization.roster;
