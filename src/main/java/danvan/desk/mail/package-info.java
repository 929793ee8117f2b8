/** What arrives at the desk for a member: files that were ordered there, and words that came with them. */
@org.jspecify.annotations.NullMarked
package danvan.desk.mail;
