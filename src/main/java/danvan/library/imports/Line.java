package danvan.library.imports;

import java.util.Optional;

/**
 * A paragraph of a document, as it is read.
 *
 * @param heading its level where the word processor made it one; 0 for text
 * @param furniture what it is where it is no text of the document
 * @param letters how many of its letters stand in the file here: a table's row also bears the heads of its columns
 */
record Line(String text, int page, int heading, Optional<Furniture> furniture, long letters) {
    static Line text(String text, int page) {
        return new Line(text, page, 0, Optional.empty(), Block.letters(text));
    }

    static Line heading(String text, int page, int level) {
        return new Line(text, page, level, Optional.empty(), Block.letters(text));
    }

    static Line of(Furniture kind, String text, int page) {
        return new Line(text, page, 0, Optional.of(kind), Block.letters(text));
    }

    /** A row of a table. */
    static Line row(String text, int page, long letters) {
        return new Line(text, page, 0, Optional.empty(), letters);
    }

    Line as(Furniture kind) {
        return new Line(text, page, heading, Optional.of(kind), letters);
    }

    /** With the next printed line, which is the rest of its sentence. */
    Line and(String rest) {
        return new Line(text + " " + rest, page, heading, furniture, letters + Block.letters(rest));
    }

    boolean isText() {
        return furniture.isEmpty();
    }
}
