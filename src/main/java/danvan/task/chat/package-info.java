/**
 * What people see of the tasks in the chat and what they can do there: the features behind {@code /tasks}, {@code /team},
 * {@code /calendar}, {@code /programme} and {@code /clock}, the dialogs they open, and the cards that reminders and lists
 * are made of. {@link danvan.task.chat.Act} and {@link danvan.task.chat.TeamAct} are what buttons ask for.
 */
@org.jspecify.annotations.NullMarked
package danvan.task.chat;
