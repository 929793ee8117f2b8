/**
 * The year's programme, and reminders that come once. {@link danvan.task.Tasks} is the way in; what stands beside it is
 * the vocabulary of the inner rooms ({@link danvan.task.Task}, {@link danvan.task.Occurrence}, the working calendar, {@link
 * danvan.task.BotClock}, the time everything runs on) and, in {@link danvan.task.TaskPorts}, what tasks need from others.
 *
 * <p>A <em>task</em> of a programme has <em>occurrences</em>, each with a deadline. {@code programme} reads and keeps the
 * programmes, {@code reminder} decides who is reminded when, {@code chat} is what people see of it.
 */
@org.jspecify.annotations.NullMarked
package danvan.task;
