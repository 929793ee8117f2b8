/** What the pages of the desk ask of the members: {@link danvan.desk.port.MemberOffice} over the decisions of the chat. */
@org.jspecify.annotations.NullMarked
package danvan.organization.office;
