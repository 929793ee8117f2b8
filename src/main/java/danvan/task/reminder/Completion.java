package danvan.task.reminder;

import java.time.Instant;
import java.util.Optional;

/**
 * That a member has finished an occurrence.
 *
 * @param note the evidence in words, the reason, or a report's receipt
 */
public record Completion(How how, Optional<String> note, Optional<Evidence> file, Instant at) {
    /** How it was finished. Both end the reminders. */
    public enum How {
        DONE,
        NOT_APPLICABLE
    }

    /**
     * A picture or a file that shows it.
     *
     * @param ref its name in the file store
     */
    public record Evidence(String ref, String name, String mediaType) {}

    public static Completion done(Instant at) {
        return new Completion(How.DONE, Optional.empty(), Optional.empty(), at);
    }
}
