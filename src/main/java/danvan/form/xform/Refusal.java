package danvan.form.xform;

import danvan.form.LocalizedMessage;
import danvan.workbook.UnsafeWorkbook;
import danvan.workbook.WorkbookParts;
import java.util.Optional;

/** Why a workbook is not opened, and what would do. */
public record Refusal(LocalizedMessage found, LocalizedMessage expected) {
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
                LocalizedMessage.of("tooLarge", bytes >> 20),
                LocalizedMessage.of("want.small", WorkbookParts.LARGEST_FILE >> 20));
    }

    private static Refusal of(UnsafeWorkbook.Why why, int bytes) {
        return switch (why) {
            case EMPTY -> new Refusal(LocalizedMessage.of("emptyFile"), LocalizedMessage.of("want.sheets"));
            case TOO_LARGE -> tooLarge(bytes);
            case OLD_OR_PROTECTED ->
                new Refusal(LocalizedMessage.of("oldExcel"), LocalizedMessage.of("want.unprotected"));
            case UNFOLDS, TOO_MANY_PARTS ->
                new Refusal(
                        LocalizedMessage.of("unfolds"),
                        LocalizedMessage.of("want.unpacked", WorkbookParts.MOST_MEGABYTES));
            case MACROS -> new Refusal(LocalizedMessage.of("macros"), LocalizedMessage.of("want.noMacros"));
            case NO_WORKBOOK -> new Refusal(LocalizedMessage.of("noWorkbook"), LocalizedMessage.of("want.xlsx"));
            case DAMAGED -> new Refusal(LocalizedMessage.of("noWorkbookOrDamaged"), LocalizedMessage.of("want.xlsx"));
        };
    }
}
