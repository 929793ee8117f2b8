package danvan.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A document in one language. The same document in another language has the same id.
 *
 * @param number as printed, for instance "08-ĐA/TU"; absent where the library holds something without one
 * @param kind what it is: "Đề án", "Luật"
 * @param shortName how people call it: "Đề án 08"
 * @param inForce the document's own interval; a passage may hold for less
 * @param replaces ids or numbers of the documents this one took the place of
 * @param amendedBy ids or numbers of the documents that changed this one
 * @param verification how far the facts were checked: V1, V2 or S
 * @param file where it was read from
 */
public record Document(
        String id,
        String language,
        Optional<String> number,
        String kind,
        String title,
        String shortName,
        String issuer,
        Optional<LocalDate> issued,
        Validity inForce,
        List<String> replaces,
        List<String> amendedBy,
        String verification,
        List<String> sources,
        Path file) {
    public Document {
        if (id.isBlank() || language.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a document needs an id, a language and a title: " + file);
        }
        replaces = List.copyOf(replaces);
        amendedBy = List.copyOf(amendedBy);
        sources = List.copyOf(sources);
    }
}
