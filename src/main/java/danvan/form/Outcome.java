package danvan.form;

import java.util.List;
import java.util.Objects;

/** What became of an answer. */
public sealed interface Outcome {

    /** The answer is in the form; the session is at the next step. */
    record Accepted() implements Outcome {}

    /**
     * The form is as it was.
     *
     * @param message in the person's language, ready to show
     * @param candidates choices that may have been meant, when the typed words fit several
     */
    record Rejected(Reason reason, String message, List<Choice> candidates) implements Outcome {
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
            candidates = List.copyOf(candidates);
        }
    }

    /** Why an answer was not taken. */
    enum Reason {
        REQUIRED,
        CONSTRAINT,
        NOT_WHOLE_NUMBER,
        NOT_NUMBER,
        NUMBER_TOO_LARGE,
        NOT_DATE,
        NOT_TIME,
        NOT_CHOICE,
        AMBIGUOUS_CHOICE,
        /** An order in which a choice is missing, or stands twice. */
        NOT_ORDER,
        NOT_PLACE,
        /** A short link of a map, which does not hold the place. */
        SHORT_MAP_LINK,
        NOT_YES_OR_NO,
        TOO_LONG,
        FILE_WANTED,
        /** A photo, a place or a button where something else was asked. */
        WRONG_KIND,
        /** An expression of the form cannot be worked out with this answer. */
        FORM_FAULT,
        /** There is no question at this position any more. */
        NO_QUESTION
    }
}
