package danvan.form.input;

import danvan.form.Choice;
import danvan.form.Outcome;
import java.util.List;

/** How an answer was understood. */
public sealed interface ParsedAnswer {

    /** The values to store; none for a skipped question. */
    record Understood(List<String> values) implements ParsedAnswer {
        public Understood {
            values = List.copyOf(values);
        }
    }

    /** Not understood. */
    record Refused(Outcome.Reason reason, List<Choice> candidates) implements ParsedAnswer {
        public Refused {
            candidates = List.copyOf(candidates);
        }
    }

    static ParsedAnswer of(String value) {
        return new Understood(List.of(value));
    }

    static ParsedAnswer refused(Outcome.Reason reason) {
        return new Refused(reason, List.of());
    }
}
