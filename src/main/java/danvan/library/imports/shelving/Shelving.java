package danvan.library.imports.shelving;

import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.imports.ImportedDocument;
import danvan.library.imports.ImportedRows;
import danvan.library.imports.Shelved;
import danvan.storage.Database;
import danvan.storage.DatabaseAway;
import danvan.storage.LastingWork;
import danvan.storage.MemoryShortage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a library in step with the rows: what is live in them, whoever made it so, in this process or in another, is on
 * the shelf. The rows are the truth; the library says which of them it holds already, and only the others are read.
 */
public final class Shelving {
    private static final Logger LOG = LoggerFactory.getLogger(Shelving.class);
    /** So many at a time; between them what is on the shelf shows, and who closes need not wait. */
    private static final int AT_ONCE = 200;
    /** More than so many to be put in is logged, and how far it is. */
    private static final int TOLD = 1_000;

    private final ImportedRows rows;
    private final ShelvingRows shelves;
    private final Library library;
    private final Shelf shelf;
    private final Links links;
    private String shelved = "";
    private volatile boolean interrupted;

    /** What puts a document's passages on the shelf: {@link Library#put(Document, List, String, List)}. */
    interface Shelf {
        void put(Document document, List<Passage> passages, String revision, List<String> touches);
    }

    public Shelving(Database database, Library library) {
        this(database, library, library::put);
    }

    Shelving(Database database, Library library, Shelf shelf) {
        this.rows = new ImportedRows(database);
        this.shelves = new ShelvingRows(database);
        this.library = library;
        this.shelf = shelf;
        this.links = new Links(rows, library);
    }

    /** Whether there is nothing to do. */
    public synchronized boolean inStep() {
        return shelves.mark().equals(shelved);
    }

    /** Puts on the shelf what became live and takes off what no longer is. */
    public synchronized void step() {
        String mark = shelves.mark();
        if (mark.equals(shelved)) {
            return;
        }
        List<ShelvingRows.Live> live = shelves.live();
        List<ShelvingRows.Live> missing = live.stream()
                .filter(row -> !library.holds(row.document(), row.language(), row.version()))
                .toList();
        Set<String> changed = new HashSet<>();
        takeOff(live, changed);
        List<ShelvingRows.Live> failed = new ArrayList<>();
        for (int from = 0; from < missing.size() && !interrupted; from += AT_ONCE) {
            List<ShelvingRows.Live> some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
            boolean moreToCome = from + AT_ONCE < missing.size();
            library.batch(() -> some.stream().filter(row -> !put(row, changed)).forEach(failed::add), moreToCome);
            if (missing.size() > TOLD || library.isUnderway()) {
                LOG.info("search index: {} of {} documents indexed", from + some.size(), missing.size());
            }
        }
        if (interrupted) {
            // What was put in shows, for its links.
            library.batch(() -> {});
        }
        links.renew(changed);
        shelved = interrupted || !failed.isEmpty() ? "" : mark;
        if (!shelved.isEmpty()) {
            library.complete();
        }
    }

    /** Leaves the library as it was before. */
    public synchronized void clear() {
        Set<String> changed = new HashSet<>();
        takeOff(List.of(), changed);
        links.renew(changed);
        shelved = "";
    }

    /** Ends a long step after the documents in hand. */
    public void interrupt() {
        interrupted = true;
    }

    private void takeOff(Collection<ShelvingRows.Live> live, Set<String> changed) {
        Set<String> names = new HashSet<>();
        live.forEach(row -> names.add(row.document() + '/' + row.language()));
        Map<Document, List<String>> gone = new LinkedHashMap<>(library.imported());
        gone.keySet().removeIf(document -> names.contains(document.id() + '/' + document.language()));
        library.batch(() -> gone.forEach((document, touches) -> {
            changed.add(document.id());
            changed.addAll(touches);
            library.remove(document.id(), document.language());
        }));
    }

    /** False where it could not be put on the shelf and is to be tried again. */
    private boolean put(ShelvingRows.Live row, Set<String> changed) {
        Optional<ImportedDocument> found = rows.find(row.id());
        if (found.isEmpty()) {
            return true;
        }
        ImportedDocument imported = found.get();
        Document document = Shelved.document(imported);
        List<String> touches = new ArrayList<>(imported.metadata().replaces());
        touches.addAll(imported.metadata().amends());
        imported.metadata().repeals().forEach(repeal -> touches.add(repeal.number()));
        shelves.beginShelving(row.id());
        try {
            shelf.put(document, Shelved.passages(imported, rows.parts(row.id())), row.version(), touches);
        } catch (RuntimeException | Error failure) {
            failed(imported, document, failure);
            return false;
        }
        shelves.shelved(row.id());
        changed.add(document.id());
        changed.addAll(touches);
        return true;
    }

    /** One document that cannot be shelved must not keep the others from it. */
    private void failed(ImportedDocument imported, Document document, Throwable failure) {
        library.remove(document.id(), document.language());
        if (DatabaseAway.causes(failure)) {
            return;
        }
        boolean setAside = shelves.shelvingFailed(imported.id());
        LOG.error(
                "the document {} cannot be imported: {}; {}",
                imported.fileName(),
                LastingWork.words(failure),
                setAside ? "it is set aside. Send it again in another format" : "trying again");
        MemoryShortage.note(failure);
    }
}
