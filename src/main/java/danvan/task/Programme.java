package danvan.task;

import java.util.List;

/**
 * The tasks of a year.
 *
 * @param tree as it was written
 */
record Programme(int year, Wording name, List<Task> tasks, Yaml tree) {
    Programme {
        tasks = List.copyOf(tasks);
    }
}
