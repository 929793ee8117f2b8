/**
 * What the office's desk asks of the reports and has done with them: implementations of {@code desk.port}. Rights are
 * decided here and in {@link danvan.report.ReportAccess}, and whatever is done goes through
 * {@link danvan.report.desk.ReportDecisions}, as in the chat.
 */
@org.jspecify.annotations.NullMarked
package danvan.report.office;
