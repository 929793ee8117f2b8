package danvan.form;

import danvan.text.Language;
import danvan.text.Problem;
import danvan.text.Texts;
import java.util.List;

/** A problem with a form, taken apart as its author sees it. */
public record Fault(String file, String sheet, int row, String column, String found, String expected) {
    public static Fault of(Problem problem) {
        Problem.InFile in = (Problem.InFile) problem.place();
        Problem.Cell cell = (Problem.Cell) in.place();
        List<Object> values = problem.values();
        return new Fault(
                in.file(),
                cell.sheet(),
                cell.row(),
                cell.column(),
                values.get(1).toString(),
                values.get(3).toString());
    }

    /** As its author reads it. */
    public static String said(Problem problem, Language language) {
        return problem.withoutFile().in(new Texts().in(language));
    }
}
