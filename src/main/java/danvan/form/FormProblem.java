package danvan.form;

import java.util.Objects;

/**
 * Something wrong in a form, in the words of whoever wrote it.
 *
 * @param file the file's name
 * @param sheet {@code survey}, {@code choices} or {@code settings}; empty when the file as a whole is meant
 * @param row the sheet's row, or in a {@code .yml} file the line; 0 when no row is meant
 * @param column the column's heading; empty when the row as a whole is meant
 * @param found what is wrong
 * @param expected what would be right
 */
public record FormProblem(String file, String sheet, int row, String column, String found, String expected) {
    public FormProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
    }

    /** As {@link #toString}, for where the file has been named already. */
    public String withoutFile() {
        return toString().substring(file.length()).replaceFirst("^[,:] ", "");
    }

    @Override
    public String toString() {
        return file
                + (sheet.isEmpty() ? "" : ", " + sheet)
                + (row > 0 ? ", row " + row : "")
                + (column.isEmpty() ? "" : ", column " + column)
                + ": " + found
                + (expected.isEmpty() ? "" : " (expected: " + expected + ")");
    }
}
