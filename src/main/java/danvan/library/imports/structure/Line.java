package danvan.library.imports.structure;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Furniture;
import java.util.Optional;

/**
 * A paragraph of a document, as it is read.
 *
 * @param heading its level where the word processor made it one; 0 for text
 * @param furniture what it is where it is no text of the document
 * @param letters how many of its letters stand in the file here: a table's row also bears the heads of its columns
 */
public record Line(String text, int page, int heading, Optional<Furniture> furniture, long letters, Sort sort) {
    /** What it was in the file. */
    enum Sort {
        PARAGRAPH,
        /** Of a table. */
        ROW,
        /** At the foot of a page. */
        NOTE
    }

    static Line text(String text, int page) {
        return new Line(text, page, 0, Optional.empty(), Block.letters(text), Sort.PARAGRAPH);
    }

    static Line heading(String text, int page, int level) {
        return new Line(text, page, level, Optional.empty(), Block.letters(text), Sort.PARAGRAPH);
    }

    static Line of(Furniture kind, String text, int page) {
        return new Line(text, page, 0, Optional.of(kind), Block.letters(text), Sort.PARAGRAPH);
    }

    /** A row of a table. */
    static Line rowOf(String text, int page, long letters) {
        return new Line(text, page, 0, Optional.empty(), letters, Sort.ROW);
    }

    static Line note(String text, int page) {
        return new Line(text, page, 0, Optional.empty(), Block.letters(text), Sort.NOTE);
    }

    boolean row() {
        return sort == Sort.ROW;
    }

    boolean isNote() {
        return sort == Sort.NOTE;
    }

    Line as(Furniture kind) {
        return new Line(text, page, heading, Optional.of(kind), letters, sort);
    }

    /** With the next printed line, which is the rest of its sentence. */
    Line and(String rest) {
        return new Line(text + " " + rest, page, heading, furniture, letters + Block.letters(rest), sort);
    }

    boolean isText() {
        return furniture.isEmpty();
    }
}
