package danvan.workbook;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that must not be opened as a workbook. */
public final class UnsafeWorkbook extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Why {
        /** There is nothing in the file. */
        EMPTY,
        /** The file has more than {@link WorkbookParts#LARGEST_FILE} bytes. */
        TOO_LARGE,
        /** It is of the old Excel, or has a password: both are wrapped alike. */
        OLD_OR_PROTECTED,
        /** It unfolds to more than {@link WorkbookParts#MOST_MEGABYTES}. */
        UNFOLDS,
        /** It has more parts than any workbook. */
        TOO_MANY_PARTS,
        /** It has macros, which the bot never runs. */
        MACROS,
        /** Its parts are those of something else. */
        NO_WORKBOOK,
        /** It has no parts that can be read: it is damaged, or was never a workbook. */
        DAMAGED
    }

    private final Why why;

    UnsafeWorkbook(Why why) {
        this(why, null);
    }

    UnsafeWorkbook(Why why, @Nullable Throwable cause) {
        super("a workbook that must not be opened: " + why, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
