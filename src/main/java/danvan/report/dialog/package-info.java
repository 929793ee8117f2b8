/**
 * A form answered in the chat, one question a message, from the draft to the submission. {@link
 * danvan.report.dialog.ReportDialog} is the way in.
 */
@org.jspecify.annotations.NullMarked
package danvan.report.dialog;
