/**
 * What becomes of reports that were sent: lists, a report as a message, review, return, assignment, replies.
 * {@link danvan.report.desk.ReportDesk} is the way in.
 */
@org.jspecify.annotations.NullMarked
package danvan.report.desk;
