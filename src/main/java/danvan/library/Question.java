package danvan.library;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed.
 *
 * @param preferredLanguage the person's own language ("vi", "tr", "en"): decides only when the text itself shows none
 * @param asOf the day the answer must hold for; a year named in the text goes before it
 */
public record Question(String text, @Nullable String preferredLanguage, LocalDate asOf) {
    public Question {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(asOf, "asOf");
    }
}
