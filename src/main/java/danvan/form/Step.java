package danvan.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the person is shown now. */
public sealed interface Step {

    /** Texts of the groups around this step, outermost first; empty at the {@link End}. */
    List<String> groups();

    /**
     * A question that waits for an answer.
     *
     * @param ref names this question in this draft; give it back to {@link Form#jump}
     * @param answer what is already there, kept when the person goes on
     * @param personal the form marks the answer as personal data ({@code bind::bot:pii})
     * @param near which near days a date, and whether this moment a time, may be
     * @param number which question this is, from 1, among {@code total} questions that are relevant now
     */
    record Question(
            String ref,
            List<String> groups,
            String label,
            Optional<String> hint,
            QuestionType type,
            List<Choice> choices,
            String appearance,
            boolean required,
            boolean personal,
            Optional<CurrentAnswer> answer,
            Near near,
            int number,
            int total)
            implements Step {
        public Question {
            Objects.requireNonNull(ref, "ref");
            groups = List.copyOf(groups);
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(hint, "hint");
            Objects.requireNonNull(type, "type");
            choices = List.copyOf(choices);
            Objects.requireNonNull(appearance, "appearance");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(near, "near");
        }
    }

    /** Whether the form takes these days as the answer to a date question, or this moment to one for a time. */
    record Near(boolean today, boolean yesterday, boolean now) {}

    /** Something to read; {@link Answer.Blank} goes on. */
    record Note(String ref, List<String> groups, String text, Optional<String> hint) implements Step {
        public Note {
            Objects.requireNonNull(ref, "ref");
            groups = List.copyOf(groups);
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(hint, "hint");
        }
    }

    /**
     * One more of a repeated group? {@link Answer.Another} replies.
     *
     * @param count how many there are already
     */
    record RepeatPrompt(String ref, List<String> groups, String label, int count) implements Step {
        public RepeatPrompt {
            Objects.requireNonNull(ref, "ref");
            groups = List.copyOf(groups);
            Objects.requireNonNull(label, "label");
        }
    }

    /** Every question has been passed: time for {@link Form#summary} and {@link Form#finish}. */
    record End() implements Step {
        @Override
        public List<String> groups() {
            return List.of();
        }
    }
}
