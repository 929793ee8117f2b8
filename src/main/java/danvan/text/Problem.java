package danvan.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Something wrong in what somebody wrote or sent: where, which text says it, and with which values.
 *
 * @param key of the text, with its room in front, such as {@code glossary.fault.noFull}
 * @param values name, value, name, value … for the text; a value may be another problem, which is filled in as its words
 */
public record Problem(Place place, String key, List<Object> values) {
    /** For what is wrong with the whole. */
    public static final Place NOWHERE = new Nowhere();

    public Problem {
        values = List.copyOf(values);
    }

    /** Where something is written. */
    public sealed interface Place {
        /** In words, with a colon behind them; empty where there is none. */
        String in(Texts.Phrases texts);
    }

    /** The whole, or not known. */
    public record Nowhere() implements Place {
        @Override
        public String in(Texts.Phrases texts) {
            return "";
        }
    }

    /**
     * A cell, row or sheet of a workbook; an entry of a list in a file of the same content.
     *
     * @param sheet the sheet's name, or the list's; empty where the file has but one
     * @param row from 1; 0 where the sheet as a whole is meant
     * @param column the heading of the column; empty where the row is meant
     * @param entry what the row is known by; may be empty
     */
    public record Cell(String sheet, int row, String column, String entry) implements Place {
        public Cell(String sheet, int row) {
            this(sheet, row, "", "");
        }

        /** The same row, in one of its columns. */
        public Cell in(String heading) {
            return new Cell(sheet, row, heading, entry);
        }

        @Override
        public String in(Texts.Phrases texts) {
            String where = sheet
                    + (row == 0 ? "" : texts.plain("text.row", "row", Integer.toString(row)))
                    + (row == 0 || column.isEmpty() ? "" : texts.plain("text.column", "column", column))
                    + (entry.isEmpty() ? "" : " (" + entry + ")");
            return where.isEmpty() ? "" : where.replaceFirst("^, ", "") + ":";
        }
    }

    /** A place in one of several files. */
    public record InFile(String file, Place place) implements Place {
        @Override
        public String in(Texts.Phrases texts) {
            String within = place.in(texts);
            return file + (within.isEmpty() ? ":" : ", " + within);
        }
    }

    /**
     * A line of a text file.
     *
     * @param line from 1; 0 where the file as a whole is meant
     * @param entry what the entry there is known by; may be empty
     * @param field the key that is to blame, as it was written; empty where it is more than one
     */
    public record Line(String file, int line, String entry, String field) implements Place {
        @Override
        public String in(Texts.Phrases texts) {
            return file
                    + (line == 0 ? "" : texts.plain("text.line", "line", Integer.toString(line)))
                    + (entry.isEmpty() ? "" : " (" + entry + ")")
                    + ":"
                    + (field.isEmpty() ? "" : " " + field + ":");
        }
    }

    public static Problem of(String key, Object... namesAndValues) {
        return at(NOWHERE, key, namesAndValues);
    }

    public static Problem at(Place place, String key, Object... namesAndValues) {
        return new Problem(place, key, List.of(namesAndValues));
    }

    /** The same at another place. */
    public Problem at(Place other) {
        return new Problem(other, key, values);
    }

    /** The same where the file needs no word: whoever reads it has sent just that one. */
    public Problem withoutFile() {
        return place instanceof InFile in ? at(in.place()) : this;
    }

    /** What is wrong and what would be right, as plain text without the place. */
    public String said(Texts.Phrases texts) {
        List<Object> told = new ArrayList<>(values);
        told.replaceAll(value -> value instanceof Problem part ? part.said(texts) : value);
        return texts.plain(key, told.toArray());
    }

    /** The same with the place in front, in one line. */
    public String in(Texts.Phrases texts) {
        String where = place.in(texts);
        return where.isEmpty() ? said(texts) : where + " " + said(texts);
    }

    /** As the command line and the log have it: in English. */
    @Override
    public String toString() {
        return in(English.TEXTS);
    }

    /** Read when a problem is logged first. */
    private static final class English {
        static final Texts.Phrases TEXTS = new Texts().in(Language.EN);
    }
}
