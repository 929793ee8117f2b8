/**
 * The year's programme, and reminders that come once. {@link danvan.task.Tasks} is the way in; {@link
 * danvan.task.Programmes} reads the programmes, {@link danvan.task.BotClock} is the time everything runs on.
 *
 * <p>A <em>task</em> of a programme has <em>occurrences</em>, each with a deadline. A <em>round</em> is all reminders of
 * one occurrence at one lead time. Quartz decides when a round is due; the <em>ledger</em> decides whether a member is
 * still to be reminded: a member's row and the message in the outbox are one transaction, a round's own row is written
 * with its last members, and whatever is due without such a row is worked at the next start.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage}, {@code outbox}, {@code workbook}. Quartz is at home
 * here. Who is to be reminded and what a source says are asked through {@link danvan.task.Members} and {@link
 * danvan.task.Quotes}.
 */
@org.jspecify.annotations.NullMarked
package danvan.task;
