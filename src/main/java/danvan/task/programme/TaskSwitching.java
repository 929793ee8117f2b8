package danvan.task.programme;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import danvan.task.ReminderHours;
import danvan.task.Task;
import danvan.task.reminder.Reminders;
import java.time.Instant;

/** A task is turned on or off: the decision, whoever asks for it. */
public record TaskSwitching(TaskSwitches switches, ReminderHours hours, Reminders reminders, AuditNote audit) {

    /** Says so for a moment; counts from this day. */
    public Reply turned(Turn turn, Task task, boolean on) {
        Instant since = hours.startOf(hours.day(turn.now()));
        String title = task.title().in(turn.language());
        return Reply.nothing()
                .andToast(turn.plain(on ? "task.turnedOn" : "task.turnedOff", "title", title))
                .andDo(tx -> {
                    switches.turn(tx, task, on, since);
                    audit.note(
                            tx, turn.now(), turn.person().id(), on ? "task turned on" : "task turned off", task.key());
                    reminders.askAfter(tx);
                });
    }
}
