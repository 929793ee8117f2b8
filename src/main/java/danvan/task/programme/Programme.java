package danvan.task.programme;

import danvan.task.LocalizedText;
import danvan.task.Task;
import java.util.List;

/**
 * The tasks of a year.
 *
 * @param tree as it was written
 */
public record Programme(int year, LocalizedText name, List<Task> tasks, Yaml tree) {
    public Programme {
        tasks = List.copyOf(tasks);
    }
}
