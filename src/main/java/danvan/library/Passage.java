package danvan.library;

import java.util.Optional;

/**
 * What is found and quoted: the text under one heading of a document.
 *
 * @param id unique within the document; the same point in another language bears the same id
 * @param text plain text; list items are lines that begin with "• " or their number
 * @param article where the point stands in the document, as it is cited: "Điều 5"
 * @param label a reservation that must be shown with the text: "theo bản tin 21/12/2023"
 * @param status how far this point was checked: V1, V2 or S
 * @param holds the days the point holds for
 */
public record Passage(
        String documentId,
        String id,
        String language,
        String heading,
        String text,
        Optional<String> article,
        Optional<String> label,
        String status,
        Validity holds) {
    public Passage {
        if (documentId.isBlank() || id.isBlank() || language.isBlank()) {
            throw new IllegalArgumentException("a passage needs a document, an id and a language: " + heading);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("passage " + id + " of " + documentId + " has no text");
        }
    }
}
