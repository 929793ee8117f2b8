package danvan.task;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A round of reminders that was not sent, because the bot stood still for longer than the grace period.
 *
 * @param task the year and the task's id
 * @param due the deadline
 * @param at when it should have been sent
 */
public record Missed(String task, LocalizedText title, LocalDate due, Instant at) {}
