package danvan.task;

import danvan.chat.Button;
import danvan.text.Language;
import java.util.Optional;

/** The forms by which a task can be reported on. Implementations are safe for use by several threads. */
public interface ReportForms {
    /** For a bot without reports. */
    ReportForms NONE = (form, language) -> Optional.empty();

    /** A button that begins a report by a form; empty where there is no such form. */
    Optional<Button> begin(String form, Language language);
}
