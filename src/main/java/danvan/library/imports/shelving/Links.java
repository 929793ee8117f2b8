package danvan.library.imports.shelving;

import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Mention;
import danvan.library.Validity;
import danvan.library.imports.ImportedDocument;
import danvan.library.imports.ImportedRows;
import danvan.library.imports.Shelved;
import danvan.library.imports.document.DocumentMetadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What imported documents say of older ones: that they end, that they are changed, that some places of them are repealed. */
final class Links {
    private final ImportedRows rows;
    private final Library library;

    Links(ImportedRows rows, Library library) {
        this.rows = rows;
        this.library = library;
    }

    /**
     * Has each of these documents say what the others say of it now.
     *
     * @param names ids or numbers
     */
    void renew(Collection<String> names) {
        Set<Document> documents = new LinkedHashSet<>();
        names.forEach(name -> documents.addAll(library.underway().named(name)));
        if (!documents.isEmpty()) {
            library.batch(() -> documents.forEach(this::renew));
        }
    }

    private void renew(Document document) {
        library.underway().original(document.id(), document.language()).ifPresent(original -> {
            Document says = original;
            List<ImportedDocument> others = library.underway().touching(original).stream()
                    .flatMap(other -> rows.liveOf(other.id(), other.language()).stream())
                    .sorted(Comparator.comparingLong(ImportedDocument::id))
                    .toList();
            for (ImportedDocument other : others) {
                says = linked(says, other);
            }
            library.updateDocument(says);
        });
    }

    private static Document linked(Document older, ImportedDocument newer) {
        Document says = Shelved.document(newer);
        if (isSame(older, says) || !isBefore(older, says)) {
            return older;
        }
        if (named(newer.metadata().replaces(), older, says)) {
            return ended(older, says);
        }
        Document linked = named(newer.metadata().amends(), older, says) ? amended(older, says) : older;
        for (DocumentMetadata.Repeal repeal : newer.metadata().repeals()) {
            if (Mention.isOf(older, repeal.number(), says.issuer())) {
                linked = repealed(linked, repeal, says);
            }
        }
        return linked;
    }

    private static boolean isSame(Document one, Document other) {
        return one.id().equals(other.id()) && one.language().equals(other.language());
    }

    private static boolean named(List<String> numbers, Document document, Document by) {
        return numbers.stream().anyMatch(number -> Mention.isOf(document, number, by.issuer()));
    }

    private static boolean isBefore(Document older, Document newer) {
        return older.issued().isEmpty()
                || newer.issued().isEmpty()
                || older.issued().get().isBefore(newer.issued().get());
    }

    private static Document ended(Document older, Document newer) {
        Optional<LocalDate> from = newer.inForce().from().or(newer::issued);
        Optional<LocalDate> last = from.map(day -> day.minusDays(1))
                .filter(day -> older.inForce()
                        .from()
                        .map(first -> !day.isBefore(first))
                        .orElse(true));
        if (last.isEmpty() || older.inForce().to().isPresent()) {
            return older;
        }
        return older.as(new Validity(older.inForce().from(), last), older.amendedBy(), older.repealed());
    }

    private static Document amended(Document older, Document newer) {
        String by = newer.number().orElseGet(newer::shortName);
        if (older.amendedBy().contains(by)) {
            return older;
        }
        List<String> amendedBy = new ArrayList<>(older.amendedBy());
        amendedBy.add(by);
        return older.as(older.inForce(), amendedBy, older.repealed());
    }

    /** Some places end; the document goes on, and says so at those places. */
    private static Document repealed(Document older, DocumentMetadata.Repeal repeal, Document newer) {
        List<Document.Repealed> places = new ArrayList<>(older.repealed());
        places.add(new Document.Repealed(
                repeal.where(),
                (newer.kind() + " " + newer.number().orElse(newer.shortName())).strip(),
                newer.inForce().from().or(newer::issued)));
        return older.as(older.inForce(), older.amendedBy(), places);
    }
}
