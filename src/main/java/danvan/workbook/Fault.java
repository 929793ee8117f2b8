package danvan.workbook;

import danvan.text.Texts;
import java.util.List;

/**
 * Something wrong in a workbook, or in a file of the same content, that the office sent.
 *
 * @param sheet the sheet's name, or the list's in a file; empty where the whole is meant
 * @param row the sheet's row, or the entry's number in a list, from 1; 0 where none is meant
 * @param column the heading of the column; empty in a file, and where the row is meant
 * @param key of the text that says it, with its room in front, such as {@code glossary.fault.noColumn}
 * @param values name, value, name, value … for the text
 */
public record Fault(String sheet, int row, String column, String key, List<Object> values) {
    public Fault {
        values = List.copyOf(values);
    }

    /** Where an entry is written. */
    public record Place(String sheet, int row) {
        /** For what is wrong with the file as a whole. */
        public static final Place NONE = new Place("", 0);
    }

    public static Fault at(Place place, String column, String key, Object... namesAndValues) {
        return new Fault(place.sheet(), place.row(), column, key, List.of(namesAndValues));
    }

    /** What is wrong and what would be right, without the place. */
    public String said(Texts.Phrases texts) {
        return texts.plain(key, values.toArray());
    }

    /** The same with the place in front, in one line. */
    public String in(Texts.Phrases texts) {
        if (sheet.isEmpty()) {
            return said(texts);
        }
        String place = row == 0 ? "workbook.atSheet" : column.isEmpty() ? "workbook.atEntry" : "workbook.atCell";
        return texts.plain(place, "sheet", sheet, "row", Integer.toString(row), "column", column) + " " + said(texts);
    }

    /** The same for the faulty cell. */
    public MarkedWorkbook.Note note(Texts.Phrases texts) {
        return new MarkedWorkbook.Note(sheet, row, column, said(texts));
    }
}
