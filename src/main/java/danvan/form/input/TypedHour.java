package danvan.form.input;

import java.time.LocalTime;
import java.util.Optional;

/** An hour as people type it, for who asks for one outside of a form. */
public final class TypedHour {
    private TypedHour() {}

    /** The hour that words name and nothing else: {@code 7h30}, {@code 7 giờ tối}; a bare number is none. */
    public static Optional<LocalTime> of(String words) {
        return words.strip().chars().allMatch(Character::isDigit)
                ? Optional.empty()
                : TypedTimes.time(words, LocalTime.MIDNIGHT);
    }
}
