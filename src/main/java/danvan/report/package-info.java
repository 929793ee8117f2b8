/**
 * Reports: a form filled in one message at a time, checked, submitted once, with a receipt. {@link
 * danvan.report.dialog.ReportDialog} is the way in.
 *
 * <p>The dialog's state is a {@link danvan.report.store.Draft}, kept with the turn, so that a restart costs nothing; buttons
 * carry the dialog's revision, so that an old one changes nothing. Free text is checked for personal data before it is
 * taken ({@link danvan.chat.PersonalData}).
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage}, {@code form}.
 */
@org.jspecify.annotations.NullMarked
package danvan.report;
