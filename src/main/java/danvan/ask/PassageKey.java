package danvan.ask;

import danvan.library.Library;
import danvan.library.Passage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A passage's name in a button: its ids hashed, because together they may be longer than a button can carry. */
final class PassageKey {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private PassageKey() {}

    /** Two words joined by a colon. */
    static String of(Passage passage) {
        return hash(passage.documentId(), passage.id()) + ":" + passage.language();
    }

    static Optional<Passage> find(Library library, String hash, String language) {
        return library.documents().stream()
                .filter(document -> document.language().equals(language))
                .flatMap(document -> library.passages(document.id(), language).stream())
                .filter(passage -> hash(passage.documentId(), passage.id()).equals(hash))
                .findFirst();
    }

    /** 64 bits of FNV-1a: among a million passages two share one with a chance of 1 in 40 million. */
    private static String hash(String document, String passage) {
        long hash = FNV_OFFSET;
        for (byte b : (document + '/' + passage).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return Long.toUnsignedString(hash, Character.MAX_RADIX);
    }
}
