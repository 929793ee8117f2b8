package danvan.library.imports;

import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Mention;
import danvan.library.Validity;
import danvan.storage.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a library in step with the rows: what is live in them, whoever made it so, in this process or in another, is on
 * the shelf. The rows are the truth; after a start the shelf is filled from them.
 */
public final class Shelving {
    private final ImportedRows rows;
    private final Library library;
    private final Map<Long, Document> shelved = new HashMap<>();
    private final Map<Long, Long> revisions = new HashMap<>();
    /** Documents of which a newer one says something, as they were without it. */
    private final Map<String, Document> linked = new HashMap<>();

    public Shelving(Database database, Library library) {
        this.rows = new ImportedRows(database);
        this.library = library;
    }

    /** Whether there is nothing to do. */
    public synchronized boolean inStep() {
        return rows.live().equals(revisions);
    }

    /** Puts on the shelf what became live and takes off what no longer is. */
    public synchronized void step() {
        Map<Long, Long> live = rows.live();
        if (live.equals(revisions)) {
            return;
        }
        linked.values().forEach(library::updateDocument);
        linked.clear();
        live.forEach((id, revision) -> {
            if (!revision.equals(revisions.get(id))) {
                put(id);
                revisions.put(id, revision);
            }
        });
        for (Long gone : List.copyOf(revisions.keySet())) {
            if (!live.containsKey(gone)) {
                revisions.remove(gone);
                takeOff(gone);
            }
        }
        link();
    }

    /** Leaves the library as it was before. */
    public synchronized void clear() {
        linked.values().forEach(library::updateDocument);
        linked.clear();
        List.copyOf(shelved.keySet()).forEach(this::takeOff);
        revisions.clear();
    }

    private void takeOff(Long gone) {
        Document document = shelved.remove(gone);
        if (document != null && shelved.values().stream().noneMatch(other -> isSame(other, document))) {
            library.remove(document.id(), document.language());
        }
    }

    private void put(long id) {
        rows.find(id).ifPresent(imported -> {
            Document document = Shelved.document(imported);
            library.put(document, Shelved.passages(imported, rows.parts(id)));
            shelved.put(id, document);
        });
    }

    private static boolean isSame(Document one, Document other) {
        return one.id().equals(other.id()) && one.language().equals(other.language());
    }

    /** What a new document replaces ends, and what it amends says so. */
    private void link() {
        for (Long id : shelved.keySet()) {
            rows.find(id).ifPresent(this::link);
        }
    }

    private void link(ImportedDocument newer) {
        Document says = Shelved.document(newer);
        for (Document older : library.documents()) {
            if (isSame(older, says) || !isBefore(older, says)) {
                continue;
            }
            if (named(newer.metadata().replaces(), older, says)) {
                restate(older, ended(older, says));
                continue;
            }
            if (named(newer.metadata().amends(), older, says)) {
                restate(older, amended(older, says));
            }
            for (DocumentMetadata.Repeal repeal : newer.metadata().repeals()) {
                if (Mention.isOf(older, repeal.number(), says.issuer())) {
                    repealed(older, repeal, says);
                }
            }
        }
    }

    private void restate(Document before, Document after) {
        linked.putIfAbsent(before.id() + '/' + before.language(), before);
        library.updateDocument(after);
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
    private void repealed(Document older, DocumentMetadata.Repeal repeal, Document newer) {
        Document now = library.document(older.id(), older.language()).orElse(older);
        List<Document.Repealed> places = new ArrayList<>(now.repealed());
        places.add(new Document.Repealed(
                repeal.where(), (newer.kind() + " " + newer.number().orElse(newer.shortName())).strip(), newer.inForce().from().or(newer::issued)));
        linked.putIfAbsent(older.id() + '/' + older.language(), older);
        library.updateDocument(now.as(now.inForce(), now.amendedBy(), places));
    }
}
