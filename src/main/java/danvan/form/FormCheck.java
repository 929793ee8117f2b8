package danvan.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file looked at as its author would want it looked at: does it load, can it be filled in, is nothing lost on the way?
 *
 * @param kind {@code xlsform} or {@code xform}
 * @param diagnosis empty when the form does not load
 * @param problems everything that is wrong with it
 */
public record FormCheck(String kind, Optional<FormDoctor.Diagnosis> diagnosis, List<FormProblem> problems) {
    public FormCheck {
        problems = List.copyOf(problems);
    }

    public static FormCheck of(Path file) {
        var problems = new ArrayList<FormProblem>();
        var diagnosis = FormLoader.load(file, problems::add).map(FormDoctor::examine);
        diagnosis.ifPresent(found -> problems.addAll(found.problems()));
        var kind = FormLoader.kind(String.valueOf(file.getFileName())).orElse("");
        return new FormCheck(kind.startsWith("x") && kind.contains("ml") ? "xform" : "xlsform", diagnosis, problems);
    }

    /** Whether the form can be given to people. */
    public boolean isFit() {
        return diagnosis.filter(FormDoctor.Diagnosis::isFit).isPresent();
    }
}
