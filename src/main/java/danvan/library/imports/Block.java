package danvan.library.imports;

import java.util.List;

/**
 * A piece of a document's text, in reading order.
 *
 * @param level of a heading, from 1; of a row, the number of its table; of a line, 1 where a paragraph begins
 * @param cells one for a heading, a paragraph and a line; a row's own for a row
 * @param page where it stands, from 1; 0 where the format has no pages
 */
record Block(Kind kind, int level, List<String> cells, int page) {
    /** What a piece is. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        /** A printed line, which may go on in the next one: PDF has nothing larger. */
        LINE,
        ROW
    }

    Block {
        cells = List.copyOf(cells);
    }

    String text() {
        return String.join(" ", cells);
    }

    Block with(List<String> otherCells) {
        return new Block(kind, level, otherCells, page);
    }
}
