package danvan.form.xform;

import danvan.form.FormProblem;
import danvan.text.Problem;
import danvan.workbook.UnsafeWorkbook;
import danvan.workbook.WorkbookParts;
import java.util.Optional;

/** Why a workbook is not opened, and what would do. */
public record Refusal(Problem found, Problem expected) {
    /** Empty where the workbook can be opened. */
    public static Optional<Refusal> of(byte[] workbook) {
        try {
            WorkbookParts.check(workbook);
            return Optional.empty();
        } catch (UnsafeWorkbook e) {
            return Optional.of(of(e.why(), workbook.length));
        }
    }

    public static Refusal tooLarge(long bytes) {
        return new Refusal(
                FormProblem.of("tooLarge", bytes >> 20),
                FormProblem.of("want.small", WorkbookParts.LARGEST_FILE >> 20));
    }

    private static Refusal of(UnsafeWorkbook.Why why, int bytes) {
        return switch (why) {
            case EMPTY -> new Refusal(FormProblem.of("emptyFile"), FormProblem.of("want.sheets"));
            case TOO_LARGE -> tooLarge(bytes);
            case OLD_OR_PROTECTED -> new Refusal(FormProblem.of("oldExcel"), FormProblem.of("want.unprotected"));
            case UNFOLDS, TOO_MANY_PARTS ->
                new Refusal(FormProblem.of("unfolds"), FormProblem.of("want.unpacked", WorkbookParts.MOST_MEGABYTES));
            case MACROS -> new Refusal(FormProblem.of("macros"), FormProblem.of("want.noMacros"));
            case NO_WORKBOOK -> new Refusal(FormProblem.of("noWorkbook"), FormProblem.of("want.xlsx"));
            case DAMAGED -> new Refusal(FormProblem.of("noWorkbookOrDamaged"), FormProblem.of("want.xlsx"));
        };
    }
}
