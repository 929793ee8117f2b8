package danvan.library;

import java.util.List;
import java.util.Optional;

/**
 * A passage that was found.
 *
 * @param confidence 0 to 1: how sure the library is that this passage answers, by its own calibration
 * @param answering where the sentence stands that answers, as far as the question's words tell; empty where none does
 * @param tellingWords where in the passage's text the words of the question stand, in order, never overlapping
 */
public record Hit(
        Passage passage, Document document, double confidence, List<Span> tellingWords, Optional<Span> answering) {
    public Hit(Passage passage, Document document, double confidence, List<Span> tellingWords) {
        this(passage, document, confidence, tellingWords, Optional.empty());
    }

    public Hit {
        tellingWords = List.copyOf(tellingWords);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be within 0..1: " + confidence);
        }
    }
}
