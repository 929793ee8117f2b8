package danvan.library.imports;

import danvan.library.Document;
import danvan.library.Passage;
import danvan.library.Validity;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.structure.Section;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Imported rows as the library's documents and passages. */
public final class Shelved {
    /** The passage before the first heading: it says what the document is, by the name that staff confirmed. */
    private static final String OPENING = "mo-dau";

    /** A row of a passage. */
    record Part(String name, String heading, String article, int page, String body) {}

    private Shelved() {}

    public static Document document(ImportedDocument imported) {
        DocumentMetadata said = imported.metadata();
        String title = said.title().isBlank() ? imported.fileName() : said.title();
        return new Document(
                imported.document(),
                imported.language(),
                Optional.of(said.number()).filter(number -> !number.isBlank()),
                said.kind(),
                title,
                said.shortName().isBlank() ? title : said.shortName(),
                said.issuer(),
                day(said.issued()),
                new Validity(day(said.inForce()), Optional.empty()),
                said.replaces(),
                said.amendedBy(),
                "",
                List.of(imported.fileName()),
                Path.of("imported", Long.toString(imported.id())));
    }

    public static List<Passage> passages(ImportedDocument imported, List<Part> parts) {
        Document document = document(imported);
        List<Passage> passages = new ArrayList<>();
        for (Part part : parts) {
            passages.add(new Passage(
                    imported.document(),
                    part.name(),
                    imported.language(),
                    part.name().equals(OPENING) ? document.title() : part.heading(),
                    part.body(),
                    Optional.of(part.article()).filter(article -> !article.isEmpty()),
                    imported.recognised() ? Optional.of(recognised(imported.language())) : Optional.empty(),
                    "",
                    Validity.ALWAYS));
        }
        return passages;
    }

    /** "Chương II, Điều 5 (trang 3)". */
    static String article(Section section, String language) {
        String path = String.join(", ", section.path());
        if (section.page() == 0) {
            return path;
        }
        String page = switch (language) {
                    case "tr" -> "s. ";
                    case "en" -> "p. ";
                    default -> "trang ";
                }
                + section.page();
        return path.isEmpty() ? page : path + " (" + page + ")";
    }

    private static String recognised(String language) {
        return switch (language) {
            case "tr" -> "taranmış görüntüden okundu; harf hataları olabilir";
            case "en" -> "read off a scan; there may be misread letters";
            default -> "đọc từ bản chụp, có thể sai chữ";
        };
    }

    static Optional<LocalDate> day(String iso) {
        try {
            return iso.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Vietnamese by its letters, Turkish by its own; else English where the words are, else Vietnamese without marks. */
    static String language(List<Section> sections) {
        StringBuilder sample = new StringBuilder();
        for (Section section : sections) {
            if (sample.length() < 20_000) {
                sample.append(section.text()).append(' ');
            }
        }
        String text = sample.toString().toLowerCase(Locale.ROOT);
        long letters = Math.max(1, text.chars().filter(Character::isLetter).count());
        double vietnamese = (double) text.chars()
                        .filter(c -> (c >= 0x1EA0 && c <= 0x1EF9) || "ăđơư".indexOf(c) >= 0)
                        .count()
                / letters;
        double turkish =
                (double) text.chars().filter(c -> "ğşıçöü".indexOf(c) >= 0).count() / letters;
        if (vietnamese > 0.02) {
            return "vi";
        }
        if (turkish > 0.02) {
            return "tr";
        }
        return text.contains(" the ") && text.contains(" of ") ? "en" : "vi";
    }
}
