package danvan.workbook;

import org.dhatim.fastexcel.Worksheet;

/** The heading of a column, and how the column below it looks. */
public final class Heading {
    private static final String COLOUR = "DDE7F0";

    private Heading() {}

    /**
     * Writes it.
     *
     * @param wrappedBelow how many rows below it hold text that may need several lines
     */
    public static void write(Worksheet sheet, int row, int column, String name, int width, int wrappedBelow) {
        sheet.value(row, column, name);
        sheet.style(row, column)
                .bold()
                .fillColor(COLOUR)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.width(column, width);
        if (wrappedBelow > 0) {
            sheet.range(row + 1, column, row + wrappedBelow, column)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }
}
