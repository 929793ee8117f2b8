package danvan.form;

import danvan.workbook.UnsafeWorkbook;
import danvan.workbook.WorkbookParts;
import java.util.Optional;

/** Why a workbook is not opened, and what would do. */
record Refusal(Said found, Said expected) {
    /** Empty where the workbook can be opened. */
    static Optional<Refusal> of(byte[] workbook) {
        try {
            WorkbookParts.check(workbook);
            return Optional.empty();
        } catch (UnsafeWorkbook e) {
            return Optional.of(of(e.why(), workbook.length));
        }
    }

    static Refusal tooLarge(long bytes) {
        return new Refusal(Said.of("tooLarge", bytes >> 20), Said.of("want.small", WorkbookParts.LARGEST_FILE >> 20));
    }

    private static Refusal of(UnsafeWorkbook.Why why, int bytes) {
        return switch (why) {
            case EMPTY -> new Refusal(Said.of("emptyFile"), Said.of("want.sheets"));
            case TOO_LARGE -> tooLarge(bytes);
            case OLD_OR_PROTECTED -> new Refusal(Said.of("oldExcel"), Said.of("want.unprotected"));
            case UNFOLDS, TOO_MANY_PARTS ->
                new Refusal(Said.of("unfolds"), Said.of("want.unpacked", WorkbookParts.MOST_MEGABYTES));
            case MACROS -> new Refusal(Said.of("macros"), Said.of("want.noMacros"));
            case NO_WORKBOOK -> new Refusal(Said.of("noWorkbook"), Said.of("want.xlsx"));
            case DAMAGED -> new Refusal(Said.of("noWorkbookOrDamaged"), Said.of("want.xlsx"));
        };
    }
}
