/**
 * What happens at a time and not at a message: {@link danvan.schedule.Minutely} runs it, {@link
 * danvan.schedule.MinuteWork} says what it is.
 */
@org.jspecify.annotations.NullMarked
package danvan.schedule;
