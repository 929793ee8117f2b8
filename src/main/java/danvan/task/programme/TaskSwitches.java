package danvan.task.programme;

import danvan.storage.Tx;
import danvan.task.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tasks are on. A proposed task is off until an administrator turns it on; all others are on. */
public final class TaskSwitches {
    private record Known(Instant since, Optional<Boolean> chosen) {}

    /** The state at one moment. */
    public static final class State {
        private final Map<String, Known> known;

        private State(Map<String, Known> known) {
            this.known = known;
        }

        public boolean on(Task task) {
            return Optional.ofNullable(known.get(task.key()))
                    .flatMap(Known::chosen)
                    .orElse(task.status() != Task.Status.PROPOSED);
        }

        /** The same with one task turned on or off. */
        public State with(Task task, boolean on) {
            Map<String, Known> changed = new HashMap<>(known);
            changed.put(task.key(), new Known(since(task), Optional.of(on)));
            return new State(changed);
        }

        /** From when on the task's reminders count. */
        public Instant since(Task task) {
            return Optional.ofNullable(known.get(task.key())).map(Known::since).orElse(Instant.MAX);
        }
    }

    /** Takes note of tasks that were not known before: their reminders count from the given time. */
    public void meet(Tx tx, List<Task> tasks, Instant since) {
        for (Task task : tasks) {
            tx.update("INSERT INTO task_known (task, since) VALUES (?, ?) ON CONFLICT DO NOTHING", task.key(), since);
        }
    }

    /** Lets a task's reminders count from a time, because it has become another. */
    void renew(Tx tx, Task task, Instant since) {
        tx.update("UPDATE task_known SET since = ? WHERE task = ? AND since < ?", since, task.key(), since);
    }

    public State state(Tx tx) {
        Map<String, Known> known = new HashMap<>();
        tx.list(
                "SELECT task, since, switched FROM task_known",
                row -> known.put(
                        row.text("task"),
                        new Known(
                                row.instant("since"),
                                row.numberIfAny("switched").map(on -> on != 0))));
        return new State(known);
    }

    /** Turns a task on or off. What fell due while it was off is not made up for. */
    public void turn(Tx tx, Task task, boolean on, Instant since) {
        if (state(tx).on(task) != on) {
            tx.update("UPDATE task_known SET switched = ?, since = ? WHERE task = ?", on, since, task.key());
        }
    }
}
