package danvan.workbook;

import java.io.IOException;

/** A workbook that must not be opened. */
public final class UnsafeWorkbook extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Why {
        /** It has macros, which the bot never runs. */
        MACROS,
        /** It unfolds to more than {@link WorkbookParts#MOST_MEGABYTES}. */
        UNFOLDS
    }

    private final Why why;

    UnsafeWorkbook(Why why) {
        super("a workbook that must not be opened: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
