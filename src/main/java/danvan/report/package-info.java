/**
 * Reports: a form filled in one message at a time, checked, submitted once, with a receipt; what becomes of it; what leaves.
 * {@link danvan.report.Reports} is the way in. Here stand the ports to other rooms ({@link danvan.report.ReportPorts}) and
 * what the inner rooms share:
 *
 * <ul>
 *   <li>{@code store}: the tables, and all SQL on them
 *   <li>{@code dialog}: a draft, from the first question to the submission
 *   <li>{@code desk}: lists, review, assignment, replies
 *   <li>{@code export}: workbooks and CSV; {@code period}: the period's Word report
 *   <li>{@code push}: copies for an ODK server
 * </ul>
 *
 * <p>The dialog's state is a {@link danvan.report.store.Draft}, kept with the turn, so that a restart costs nothing; buttons
 * carry the dialog's revision, so that an old one changes nothing. Free text is checked for personal data before it is
 * taken ({@link danvan.report.PersonalDataCheck}).
 */
@org.jspecify.annotations.NullMarked
package danvan.report;
