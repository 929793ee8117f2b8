package danvan.library.imports;

import danvan.library.Document;
import danvan.library.imports.document.Plain;
import danvan.text.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a document that the library holds under another name and that a file may be a version of: the same number, of the
 * same day or the same issuer; without a number, the same title and issuer. Only the office makes them one.
 */
final class Twins {
    /** The share of the shorter issuer's words: "Ban Thường vụ Tỉnh ủy Thái Bình" signs as "Tỉnh ủy Thái Bình". */
    private static final double ALIKE = 0.7;

    private Twins() {}

    static Optional<Document> of(ImportedDocument imported, List<Document> held) {
        if (imported.failure().isPresent() || imported.document().isEmpty()) {
            return Optional.empty();
        }
        Document read = Shelved.document(imported);
        return held.stream()
                .filter(document -> document.language().equals(read.language()))
                .filter(document -> !document.id().equals(read.id()))
                .filter(document ->
                        read.number().isPresent() ? isSameNumber(document, read) : isSameTitle(document, read))
                .findFirst();
    }

    private static boolean isSameNumber(Document document, Document read) {
        boolean number = document.number()
                .filter(held -> plain(held).equals(plain(read.number().orElseThrow())))
                .isPresent();
        return number && sameDay(document, read).orElseGet(() -> sameIssuer(document, read));
    }

    /** Without a number: what is called the same and comes from the same body may be an older version. */
    private static boolean isSameTitle(Document document, Document read) {
        return Folding.spelling(document.title()).equals(Folding.spelling(read.title()))
                && document.kind().equals(read.kind())
                && sameIssuer(document, read)
                && sameDay(document, read).orElse(true);
    }

    private static Optional<Boolean> sameDay(Document one, Document other) {
        return one.issued().flatMap(day -> other.issued().map(day::equals));
    }

    private static boolean sameIssuer(Document one, Document other) {
        Set<String> words = words(one.issuer());
        Set<String> others = words(other.issuer());
        if (words.isEmpty() || others.isEmpty()) {
            return true;
        }
        Set<String> shared = new HashSet<>(words);
        shared.retainAll(others);
        return shared.size() >= ALIKE * Math.min(words.size(), others.size());
    }

    private static Set<String> words(String issuer) {
        String plain = Plain.of(issuer).replaceAll("[^a-z0-9]+", " ").strip();
        return plain.isEmpty() ? Set.of() : new HashSet<>(List.of(plain.split(" ", -1)));
    }

    private static String plain(String number) {
        return Plain.of(number).replaceAll("\\s", "");
    }
}
