/** The members at the desk: a table of them, one member and what is done with it, and invitations. */
@org.jspecify.annotations.NullMarked
package danvan.desk.members;
