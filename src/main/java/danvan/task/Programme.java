package danvan.task;

import java.util.List;

/** The tasks of a year. */
record Programme(int year, Wording name, List<Task> tasks) {
    Programme {
        tasks = List.copyOf(tasks);
    }
}
