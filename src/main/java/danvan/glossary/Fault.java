package danvan.glossary;

import danvan.chat.Texts;

/**
 * Something wrong in a glossary that was written.
 *
 * @param sheet the sheet's name, or the list's in a file; empty where the whole is meant
 * @param row the sheet's row, or the entry's number in a list, from 1; 0 where none is meant
 * @param column the heading of the column; empty in a file, and where the row is meant
 * @param what the key of the text that says it
 * @param value what is quoted in it; may be empty
 */
public record Fault(String sheet, int row, String column, String what, String value) {
    Fault(Place place, String column, String what, String value) {
        this(place.sheet(), place.row(), column, what, value);
    }

    /** Where an entry is written. */
    record Place(String sheet, int row) {}

    /** What is wrong and what would be right, without the place. */
    public String said(Texts.Phrases texts) {
        return texts.plain("glossary.fault." + what, "value", value);
    }

    /** The same with the place in front, in one line. */
    public String in(Texts.Phrases texts) {
        String place = sheet.isEmpty()
                ? ""
                : texts.plain(
                        column.isEmpty() ? "glossary.atEntry" : "glossary.atCell",
                        "sheet",
                        sheet,
                        "row",
                        Integer.toString(row),
                        "column",
                        column);
        return (place.isEmpty() ? "" : place + " ") + said(texts);
    }
}
