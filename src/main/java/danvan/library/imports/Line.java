package danvan.library.imports;

import java.util.Optional;

/**
 * A paragraph of a document, as it is read.
 *
 * @param heading its level where the word processor made it one; 0 for text
 * @param furniture what it is where it is no text of the document
 * @param letters how many of its letters stand in the file here: a table's row also bears the heads of its columns
 * @param row whether it is a row of a table
 */
record Line(String text, int page, int heading, Optional<Furniture> furniture, long letters, boolean row) {
    static Line text(String text, int page) {
        return new Line(text, page, 0, Optional.empty(), Block.letters(text), false);
    }

    static Line heading(String text, int page, int level) {
        return new Line(text, page, level, Optional.empty(), Block.letters(text), false);
    }

    static Line of(Furniture kind, String text, int page) {
        return new Line(text, page, 0, Optional.of(kind), Block.letters(text), false);
    }

    /** A row of a table. */
    static Line rowOf(String text, int page, long letters) {
        return new Line(text, page, 0, Optional.empty(), letters, true);
    }

    Line as(Furniture kind) {
        return new Line(text, page, heading, Optional.of(kind), letters, row);
    }

    /** With the next printed line, which is the rest of its sentence. */
    Line and(String rest) {
        return new Line(text + " " + rest, page, heading, furniture, letters + Block.letters(rest), false);
    }

    boolean isText() {
        return furniture.isEmpty();
    }
}
