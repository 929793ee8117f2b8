package danvan.library;

import java.time.LocalDate;
import java.util.Optional;

/** The days something holds for, both ends included; an end left open is not known or not reached. */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    public Validity {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("holds to " + to.get() + " but only from " + from.get());
        }
    }

    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether any day is in both. */
    public boolean overlaps(LocalDate first, LocalDate last) {
        return from.map(start -> !last.isBefore(start)).orElse(true)
                && to.map(end -> !first.isAfter(end)).orElse(true);
    }
}
