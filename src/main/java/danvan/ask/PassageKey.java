package danvan.ask;

import danvan.library.Library;
import danvan.library.Passage;
import java.util.Optional;

/** A passage's name in a button: its ids hashed, because together they may be longer than a button can carry. */
final class PassageKey {
    private PassageKey() {}

    /** Two words joined by a colon. */
    static String of(Passage passage) {
        return passage.key() + ":" + passage.language();
    }

    static Optional<Passage> find(Library library, String hash, String language) {
        return library.passageOf(hash, language);
    }
}
