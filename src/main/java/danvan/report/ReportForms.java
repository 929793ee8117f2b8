package danvan.report;

import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.Forms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The forms as they are at each message, and the day and the language that a form is run with.
 *
 * @param served asked at each message, so that a new form is served as soon as it is there
 */
public record ReportForms(Supplier<Forms> served, ZoneId zone) {

    public Collection<Form> all() {
        return served.get().all();
    }

    /** The newest version of a form. */
    public Optional<Form> find(String id) {
        return served.get().find(id);
    }

    public Optional<Form> find(String id, String version) {
        return served.get().find(id, version);
    }

    public FormContext context(Turn turn) {
        return new FormContext(
                turn.now().atZone(zone), turn.language().code(), turn.person().name());
    }

    public LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), zone);
    }
}
