package danvan.form;

import java.util.Objects;

/** What became of the wish to send the form. */
public sealed interface Finish {

    record Finished(Submission submission) implements Finish {
        public Finished {
            Objects.requireNonNull(submission, "submission");
        }
    }

    /**
     * Something must be fixed first. The session stands at that question; once it is answered, the draft goes on to the
     * next open one or the end.
     *
     * @param message in the person's language
     */
    record Unfinished(String ref, String message) implements Finish {
        public Unfinished {
            Objects.requireNonNull(ref, "ref");
            Objects.requireNonNull(message, "message");
        }
    }
}
