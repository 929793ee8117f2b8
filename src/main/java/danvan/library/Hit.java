package danvan.library;

import java.util.List;

/**
 * A passage that was found.
 *
 * @param confidence 0 to 1: how sure the library is that this passage answers, by its own calibration
 * @param tellingWords where in the passage's text the words of the question stand, in order, never overlapping
 */
public record Hit(Passage passage, Document document, double confidence, List<Span> tellingWords) {
    public Hit {
        tellingWords = List.copyOf(tellingWords);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be within 0..1: " + confidence);
        }
    }
}
