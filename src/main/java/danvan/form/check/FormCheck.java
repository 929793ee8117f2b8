package danvan.form.check;

import danvan.form.Form;
import danvan.form.FormLoader;
import danvan.form.xlsform.Columns;
import danvan.form.xlsform.FormFile;
import danvan.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file looked at as its author would want it looked at: does it load, can it be filled in, is nothing lost on the way?
 *
 * @param kind what the command line calls it
 * @param form empty when it does not load
 * @param diagnosis empty when the form does not load
 * @param problems everything that is wrong with it
 */
public record FormCheck(
        String kind, Optional<Form> form, Optional<FormDoctor.Diagnosis> diagnosis, List<Problem> problems) {
    public FormCheck {
        problems = List.copyOf(problems);
    }

    public static FormCheck of(Path file) {
        var problems = new ArrayList<Problem>();
        return of(String.valueOf(file.getFileName()), FormLoader.load(file, problems::add), problems, () -> {});
    }

    /**
     * Looks at a form that somebody has sent.
     *
     * @param file its name; the ending says what it is
     * @param beat run now and then, for it may take a minute; what it throws ends the examination
     */
    public static FormCheck of(String file, byte[] content, Runnable beat) {
        var problems = new ArrayList<Problem>();
        return of(file, FormLoader.read(file, content, problems::add), problems, beat);
    }

    private static FormCheck of(String file, Optional<Form> form, List<Problem> problems, Runnable beat) {
        var diagnosis = form.map(read -> FormDoctor.examine(read, beat));
        diagnosis.ifPresent(found -> problems.addAll(found.problems()));
        var kind = FormFile.kind(file).orElse("");
        return new FormCheck(
                kind.startsWith("x") && kind.contains("ml") ? "xform" : "xlsform", form, diagnosis, problems);
    }

    /** One heading of all its spellings, to find the column of a faulty cell by. */
    public static String column(String heading) {
        return Columns.canonical(heading);
    }

    /** Whether the form can be given to people. */
    public boolean isFit() {
        return diagnosis.filter(FormDoctor.Diagnosis::isFit).isPresent();
    }
}
