package danvan.task.chat;

import danvan.chat.Button;
import danvan.task.Occurrence;
import danvan.task.Task;
import java.util.ArrayList;
import java.util.List;

/** The buttons below tasks and requests, as {@link TaskFeature} reads them. */
final class TaskButtons {
    private static final int A_ROW = 5;

    private TaskButtons() {}

    static Button of(String label, Act act, Task task, Occurrence occurrence) {
        return new Button(label, action(act, task, occurrence));
    }

    /** A lead's answer to a request for more time. */
    static Button of(String label, Act act, long request) {
        return new Button(label, act.action(request));
    }

    static String action(Act act, Task task, Occurrence occurrence) {
        return act.action(task.key(), occurrence.period());
    }

    /** Short buttons side by side. */
    static List<List<Button>> rows(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += A_ROW) {
            rows.add(buttons.subList(from, Math.min(from + A_ROW, buttons.size())));
        }
        return rows;
    }
}
