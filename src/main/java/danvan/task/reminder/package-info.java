/**
 * When somebody is reminded, and whether: {@link danvan.task.reminder.Agenda} derives the batches that are still to come,
 * {@link danvan.task.reminder.Reminders} works them when they are due, and {@link danvan.task.reminder.Ledger} holds who
 * was reminded of what. Beside them stand what members did ({@link danvan.task.reminder.CompletionStore}, {@link
 * danvan.task.reminder.Extensions}), the escalation to leads and the weekly digest.
 *
 * <p>A <em>batch</em> is all reminders of one occurrence at one lead time. A member's row and the message in the outbox are
 * one transaction, a batch's own row is written with its last members, and whatever is due without such a row is processed at
 * the next start.
 */
@org.jspecify.annotations.NullMarked
package danvan.task.reminder;
