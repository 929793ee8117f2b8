package danvan.task.chat;

import danvan.task.Occurrence;
import danvan.task.OccurrenceKey;
import danvan.task.Task;
import danvan.task.reminder.MemberProgress;
import java.time.Instant;
import java.util.Optional;

/** What a button or a dialog is about: an occurrence with the member's own deadline. */
record Subject(Task task, Occurrence occurrence, MemberProgress standing) {

    Optional<Instant> doneAt() {
        return standing.since(task, occurrence);
    }

    OccurrenceKey key() {
        return OccurrenceKey.of(task, occurrence);
    }
}
