package danvan.form;

import java.util.List;

/** How an answer was understood. */
sealed interface Reading {

    /** The values to store; none for a skipped question. */
    record Understood(List<String> values) implements Reading {
        public Understood {
            values = List.copyOf(values);
        }
    }

    /** Not understood. */
    record Refused(Outcome.Reason reason, List<Choice> candidates) implements Reading {
        public Refused {
            candidates = List.copyOf(candidates);
        }
    }

    static Reading of(String value) {
        return new Understood(List.of(value));
    }

    static Reading refused(Outcome.Reason reason) {
        return new Refused(reason, List.of());
    }
}
