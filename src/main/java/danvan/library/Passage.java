package danvan.library;

import java.nio.charset.StandardCharsets;
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
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public Passage {
        if (documentId.isBlank() || id.isBlank() || language.isBlank()) {
            throw new IllegalArgumentException("a passage needs a document, an id and a language: " + heading);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("passage " + id + " of " + documentId + " has no text");
        }
    }

    /**
     * Short enough for a button, and the same in every language: 64 bits of FNV-1a over document and id. Among a million
     * passages two share one with a chance of 1 in 40 million.
     */
    public String key() {
        long hash = FNV_OFFSET;
        for (byte b : (documentId + '/' + id).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return Long.toUnsignedString(hash, Character.MAX_RADIX);
    }
}
