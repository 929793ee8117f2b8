package danvan.library.imports.structure;

import java.util.List;

/**
 * One of the documents that a file holds: the decision, the rules it enacts, an annex.
 *
 * @param label how it is cited within the file: "Quy chế", "Phụ lục I"; empty for the main one
 */
record Part(String label, List<Line> lines) {
    Part {
        lines = List.copyOf(lines);
    }
}
