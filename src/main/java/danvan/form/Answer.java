package danvan.form;

import java.util.List;
import java.util.Objects;

/** What a person gives in reply to a {@link Step}. */
public sealed interface Answer {

    /** Words from the keyboard, read according to the question's type and the person's language. */
    record Typed(String text) implements Answer {
        public Typed {
            Objects.requireNonNull(text, "text");
        }
    }

    /** A tapped choice, by its {@link Choice#value()}. */
    record Chosen(String value) implements Answer {
        public Chosen {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The ticked choices, by their values. No value at all is {@link Blank}. */
    record ChosenMany(List<String> values) implements Answer {
        public ChosenMany {
            values = List.copyOf(values);
        }
    }

    /** The reply to {@link Step.RepeatPrompt}: one more, or no more. */
    record Another(boolean wanted) implements Answer {}

    /** The name under which the channel has stored a photo, a recording or a document. */
    record File(String name) implements Answer {
        public File {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A place shared by the phone, in degrees (WGS 84). */
    record Location(double latitude, double longitude) implements Answer {}

    /** Skip. Also "I have read it" under a {@link Step.Note}. */
    record Blank() implements Answer {}
}
