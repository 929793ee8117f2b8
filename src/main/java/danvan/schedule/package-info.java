/**
 * What happens at a time and not at a message. {@link danvan.schedule.Scheduler} runs it, with Quartz, which is at home
 * here; {@link danvan.schedule.Housekeeping} is the night's work. Imports {@code storage} alone: features hand over what is
 * to be done.
 */
@org.jspecify.annotations.NullMarked
package danvan.schedule;
