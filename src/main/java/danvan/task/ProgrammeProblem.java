package danvan.task;

/**
 * What is wrong with a programme, for whoever wrote it.
 *
 * @param line 0 where no single line is to blame
 * @param task the task's id; empty where no single task is to blame
 */
public record ProgrammeProblem(String file, int line, String task, String what) {
    @Override
    public String toString() {
        return file + (line > 0 ? " line " + line : "") + (task.isEmpty() ? "" : " task " + task) + ": " + what;
    }
}
