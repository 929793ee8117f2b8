package danvan.task;

import java.time.LocalDate;

/**
 * One time a task is to be done.
 *
 * @param period what it is for: {@code 2024}, {@code 2024-Q1}, {@code 2024-03} or {@code 2024-W12}; unique within the
 *     task
 * @param due the last day for it
 */
public record Occurrence(String period, LocalDate due) {}
