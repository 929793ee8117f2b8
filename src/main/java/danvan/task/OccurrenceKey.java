package danvan.task;

/** An occurrence of a task, as buttons and the database name it. */
public record OccurrenceKey(String task, String period) {
    public static OccurrenceKey of(Task task, Occurrence occurrence) {
        return new OccurrenceKey(task.key(), occurrence.period());
    }
}
