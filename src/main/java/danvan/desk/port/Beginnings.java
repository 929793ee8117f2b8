package danvan.desk.port;

import danvan.chat.Button;
import danvan.text.Language;
import java.util.Optional;

/** A button in a chat that begins a report. */
@FunctionalInterface
public interface Beginnings {
    /** Empty where the form is not served. */
    Optional<Button> of(String form, Language language);
}
