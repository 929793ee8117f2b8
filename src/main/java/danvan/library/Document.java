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
 * @param repealed places of it that another document repealed, while it goes on itself
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
        Path file,
        List<Repealed> repealed) {
    /**
     * Places that are no longer in force.
     *
     * @param where "khoản 2 Điều 9 và Điều 12"
     * @param by id or number of the document that repealed them
     */
    public record Repealed(String where, String by, Optional<LocalDate> from) {}

    public Document {
        if (id.isBlank() || language.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a document needs an id, a language and a title: " + file);
        }
        replaces = List.copyOf(replaces);
        amendedBy = List.copyOf(amendedBy);
        sources = List.copyOf(sources);
        repealed = List.copyOf(repealed);
    }

    public Document(
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
        this(
                id,
                language,
                number,
                kind,
                title,
                shortName,
                issuer,
                issued,
                inForce,
                replaces,
                amendedBy,
                verification,
                sources,
                file,
                List.of());
    }

    /** Whether its passages are the project's own words on a document, and not the document's. */
    public boolean isSummary() {
        return !verification.isBlank();
    }

    /** The same with what other documents say of it. */
    public Document as(Validity force, List<String> changedBy, List<Repealed> places) {
        return new Document(
                id,
                language,
                number,
                kind,
                title,
                shortName,
                issuer,
                issued,
                force,
                replaces,
                changedBy,
                verification,
                sources,
                file,
                places);
    }
}
