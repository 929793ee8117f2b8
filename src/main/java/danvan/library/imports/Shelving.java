package danvan.library.imports;

import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Mention;
import danvan.library.Passage;
import danvan.library.Validity;
import danvan.storage.Database;
import danvan.storage.DatabaseAway;
import danvan.storage.LastingWork;
import danvan.storage.MemoryShortage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a library in step with the rows: what is live in them, whoever made it so, in this process or in another, is on
 * the shelf. The rows are the truth; after a start the shelf is filled from them.
 */
public final class Shelving {
    private static final Logger LOG = LoggerFactory.getLogger(Shelving.class);

    private final ImportedRows rows;
    private final Library library;
    private final BiConsumer<Document, List<Passage>> shelf;
    private final Map<Long, Document> shelved = new HashMap<>();
    private final Map<Long, Long> revisions = new HashMap<>();
    /** Documents of which a newer one says something, as they were without it. */
    private final Map<String, Document> linked = new HashMap<>();

    public Shelving(Database database, Library library) {
        this(database, library, library::put);
    }

    /** @param shelf puts a document's passages on the shelf */
    Shelving(Database database, Library library, BiConsumer<Document, List<Passage>> shelf) {
        this.rows = new ImportedRows(database);
        this.library = library;
        this.shelf = shelf;
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
            if (!revision.equals(revisions.get(id)) && put(id)) {
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

    /** False where it could not be put on the shelf and is to be tried again. */
    private boolean put(long id) {
        Optional<ImportedDocument> found = rows.find(id);
        if (found.isEmpty()) {
            return true;
        }
        Document document = Shelved.document(found.get());
        rows.beginShelving(id);
        try {
            shelf.accept(document, Shelved.passages(found.get(), rows.parts(id)));
        } catch (RuntimeException | Error failure) {
            failed(found.get(), document, failure);
            return false;
        }
        rows.shelved(id);
        shelved.put(id, document);
        return true;
    }

    /** One document that cannot be shelved must not keep the others from it. */
    private void failed(ImportedDocument imported, Document document, Throwable failure) {
        library.remove(document.id(), document.language());
        if (DatabaseAway.causes(failure)) {
            return;
        }
        boolean setAside = rows.shelvingFailed(imported.id());
        LOG.error(
                "the document {} cannot be put on the shelf: {}; {}",
                imported.fileName(),
                LastingWork.words(failure),
                setAside ? "it is set aside. Send it again in another format" : "trying again");
        MemoryShortage.note(failure);
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
                repeal.where(),
                (newer.kind() + " " + newer.number().orElse(newer.shortName())).strip(),
                newer.inForce().from().or(newer::issued)));
        linked.putIfAbsent(older.id() + '/' + older.language(), older);
        library.updateDocument(now.as(now.inForce(), now.amendedBy(), places));
    }
}
