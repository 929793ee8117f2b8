package danvan.library.imports;

import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import danvan.text.Folding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Which document a file is a version of. Two are one only where number, issuer and year agree, letter by letter; what has no
 * number, or does not say whose or of when it is, is never taken for another by itself.
 */
public final class DocumentIdentity {
    private static final int LONGEST = 80;

    private DocumentIdentity() {}

    /** Number, year and issuer in one form of spelling; empty where one of them is not known. */
    static Optional<String> key(DocumentMetadata said) {
        if (said.number().isBlank() || said.issuer().isBlank() || said.year().isEmpty()) {
            return Optional.empty();
        }
        String issuer =
                Folding.spelling(said.issuer()).replaceAll("[\\s,.]+", " ").strip();
        return Optional.of(DocumentNumber.tight(Folding.spelling(said.number())) + '|' + said.year() + '|' + issuer);
    }

    /**
     * The name a document is held under.
     *
     * @param sha256 of the file: what has no identity of its own is known by its content
     * @param held what is live under a name, if anything is
     */
    public static String of(DocumentMetadata said, String sha256, Function<String, Optional<DocumentMetadata>> held) {
        Optional<String> key = key(said);
        if (key.isEmpty()) {
            return cut(Plain.slug(said.title() + " " + said.issuer())) + "-"
                    + sha256.substring(0, Math.min(10, sha256.length()));
        }
        String year = DocumentNumber.yearOf(said.number()).isEmpty() ? said.year() : "";
        String whole = Plain.of(said.number() + " " + year + " " + said.issuer())
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String name = whole.length() <= LONGEST ? whole : cut(Plain.slug(whole)) + "-" + mark(key.get());
        // Names without marks may be those of two: "xã Thái Phương" and "xã Thái Phượng".
        boolean others = held.apply(name)
                .flatMap(DocumentIdentity::key)
                .filter(other -> !other.equals(key.get()))
                .isPresent();
        String exact = name + "-" + mark(key.get());
        return others || held.apply(exact).isPresent() ? exact : name;
    }

    /** The name of a document that the office keeps beside the one that has its name. */
    static String beside(String name, String sha256) {
        return name + "-" + sha256.substring(0, Math.min(10, sha256.length()));
    }

    private static String cut(String slug) {
        return slug.length() <= 60 ? slug : slug.substring(0, 60).replaceAll("-[^-]*$", "");
    }

    private static String mark(String key) {
        CRC32 sum = new CRC32();
        sum.update(key.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
