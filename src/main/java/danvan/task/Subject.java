package danvan.task;

import java.time.Instant;
import java.util.Optional;

/** What a button or a dialog is about: an occurrence with the member's own deadline. */
record Subject(Task task, Occurrence occurrence, Standing standing) {

    Optional<Instant> doneAt() {
        return standing.since(task, occurrence);
    }

    OccurrenceKey key() {
        return OccurrenceKey.of(task, occurrence);
    }
}
