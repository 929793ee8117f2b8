package danvan.task.programme;

import danvan.text.Language;
import java.util.StringJoiner;

/**
 * What is wrong with a programme, for whoever wrote it.
 *
 * @param line 0 where no single line is to blame
 * @param task the task's id; empty where no single task is to blame
 * @param field the key that is to blame, as it was written; empty where it is more than one
 */
public record ProgrammeProblem(String file, int line, String task, String field, Fault what) {

    /** Field and fault, without the place. */
    String said(Language language) {
        return (field.isEmpty() ? "" : field + ": ") + what.in(language);
    }

    /** Place and fault in one line. */
    public String in(Language language) {
        StringJoiner place = new StringJoiner(" ").add(file);
        if (line > 0) {
            place.add(Fault.of("line", "line", line).in(language));
        }
        if (!task.isEmpty()) {
            place.add(Fault.of("task", "task", task).in(language));
        }
        return place + ": " + said(language);
    }

    /** As the command line and the log have it: in English. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
