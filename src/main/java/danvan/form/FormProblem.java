package danvan.form;

import danvan.workbook.MarkedWorkbook;
import java.util.Objects;
import java.util.StringJoiner;

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
public record FormProblem(
        String file, String sheet, int row, String column, LocalizedMessage found, LocalizedMessage expected) {
    public FormProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
    }

    /** Place and problem in one line, in Vietnamese or Turkish, else in English; the file is not named. */
    public String in(String language) {
        var place = new StringJoiner(", ", "", ": ").setEmptyValue("");
        if (!sheet.isEmpty()) {
            place.add(sheet);
        }
        if (row > 0) {
            place.add(LocalizedMessage.of("row", row).in(language));
        }
        if (!column.isEmpty()) {
            place.add(LocalizedMessage.of("column", column).in(language));
        }
        return place + found.in(language) + " "
                + LocalizedMessage.of("wanted", expected).in(language);
    }

    /** The same for the faulty cell: its place says the place. */
    public MarkedWorkbook.Note note(String language) {
        return new MarkedWorkbook.Note(sheet, row, column, found.in(language) + "\n→ " + expected.in(language));
    }

    /** As the command line and the log have it: in English, with the file. */
    @Override
    public String toString() {
        return file + (sheet.isEmpty() && row == 0 && column.isEmpty() ? ": " : ", ") + in("en");
    }
}
