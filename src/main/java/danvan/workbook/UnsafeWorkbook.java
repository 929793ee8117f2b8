package danvan.workbook;

import java.io.IOException;

/** A workbook that must not be opened; the message says why. */
public final class UnsafeWorkbook extends IOException {
    private static final long serialVersionUID = 1;

    UnsafeWorkbook(String why) {
        super(why);
    }
}
