package danvan.library.imports.document;

import java.util.List;

/**
 * A piece of a document's text, in reading order.
 *
 * @param level of a heading, from 1; of a row, the number of its table; of a line, 1 where a paragraph begins
 * @param cells one for a heading, a paragraph and a line; a row's own for a row
 * @param page where it stands, from 1; 0 where the format has no pages
 * @param spans how far a row's cells reach, one for each cell; empty where each is one column wide and one row high
 */
public record Block(Kind kind, int level, List<String> cells, int page, List<Span> spans) {
    /** What a piece is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        /** A printed line, which may go on in the next one: PDF has nothing larger. */
        LINE,
        ROW,
        /** A note at the foot of a page. */
        NOTE,
        /** The small raised number that points to one. */
        NOTE_MARK
    }

    /**
     * How far a cell reaches.
     *
     * @param across columns; 0 where the file does not tell
     * @param down rows
     */
    public record Span(int across, int down) {
        public static final Span ONE = new Span(1, 1);
        public static final Span UNKNOWN = new Span(0, 1);
    }

    public Block {
        cells = List.copyOf(cells);
        spans = List.copyOf(spans);
    }

    public Block(Kind kind, int level, List<String> cells, int page) {
        this(kind, level, cells, page, List.of());
    }

    public String text() {
        return String.join(" ", cells);
    }

    public Block with(List<String> otherCells) {
        return new Block(kind, level, otherCells, page, spans);
    }

    /** How far the cell in this place reaches. */
    public Span span(int cell) {
        return cell < spans.size() ? spans.get(cell) : Span.ONE;
    }

    /** Letters and digits. */
    public static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
