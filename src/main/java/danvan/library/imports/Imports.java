package danvan.library.imports;

import danvan.library.Document;
import danvan.library.Originals;
import danvan.library.Passage;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.reading.Reading;
import danvan.storage.Database;
import danvan.storage.DatabaseAway;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.LastingWork;
import danvan.storage.MemoryShortage;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings documents into the library. Everything that belongs to a version is kept in one transaction, so that a process
 * that is killed leaves the old version or the new one. Safe for use by several threads.
 */
public final class Imports implements Originals {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int ATTEMPTS_OF_FAILURES = 2;
    /** A file is read in a process of its own, so a bot that ends meanwhile was hardly ended by it. */
    private static final int ATTEMPTS = 12;

    private final Database database;
    private final Files files;
    private final Reading reading;
    private final Clock clock;
    private final ImportedRows rows;
    private final Drafts drafts;
    private final Decisions decisions;
    /** Those this process has begun to read. */
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();

    public Imports(Database database, Files files, Reading reading, Clock clock) {
        this.database = database;
        this.files = files;
        this.reading = reading;
        this.clock = clock;
        this.rows = new ImportedRows(database);
        this.drafts = new Drafts(files, reading);
        this.decisions = new Decisions(rows, files, clock);
    }

    /** What the office decides about what was read. */
    public Decisions decisions() {
        return decisions;
    }

    /** What came of bringing a file. */
    public enum Outcome {
        NEW,
        NEW_VERSION,
        /** The library has this very file. */
        SAME
    }

    /**
     * A file that was brought.
     *
     * @param hidden the sheets of which something is hidden and was left out
     */
    public record Result(Outcome outcome, ImportedDocument imported, int passages, List<String> hidden) {}

    /**
     * Reads a file and keeps it.
     *
     * @param live whether it is found at once, or waits until it is confirmed
     */
    public Result bring(Path file, String name, boolean live) throws UnreadableFile {
        StoredFile stored = stored(file);
        Optional<ImportedDocument> same = database.read(tx -> rows.withContent(tx, stored.sha256()));
        if (same.isPresent()) {
            return new Result(
                    Outcome.SAME, same.get(), rows.parts(same.get().id()).size(), List.of());
        }
        Drafts.Draft draft = drafts.of(file, ImportedDocument.unread(stored, name, Optional.empty(), Optional.empty()));
        return database.write(tx -> kept(tx, stored, draft, live));
    }

    private Result kept(Tx tx, StoredFile stored, Drafts.Draft draft, boolean live) {
        files.keep(tx, stored.id(), Optional.empty());
        ImportedDocument imported = named(tx, draft.imported());
        Outcome outcome = rows.isLive(tx, imported.document(), imported.language()) ? Outcome.NEW_VERSION : Outcome.NEW;
        long id = rows.add(tx, imported, Optional.empty(), clock.instant());
        ImportedDocument added = imported.at(id);
        rows.passages(tx, id, draft.sections(), imported.language());
        if (live) {
            rows.goLive(tx, added, clock.instant());
        }
        return new Result(outcome, added, draft.sections().size(), draft.hidden());
    }

    private ImportedDocument named(Tx tx, ImportedDocument read) {
        return read.named(rows.nameOf(tx, read, read.metadata()));
    }

    /** Puts a file into the store; what is too large is not read. */
    public StoredFile stored(Path file) throws UnreadableFile {
        if (file.toFile().length() > reading.most()) {
            throw new UnreadableFile(ImportFailure.TOO_LARGE);
        }
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            return files.store(content, reading.most());
        } catch (FileTooLarge e) {
            throw new UnreadableFile(ImportFailure.TOO_LARGE, e);
        } catch (IOException e) {
            throw new UnreadableFile(ImportFailure.GONE, e);
        }
    }

    /** Takes over a file that somebody sent, to be read soon. */
    public void take(Tx tx, StoredFile stored, String name, long member, ImportedDocument.Sender from) {
        take(
                tx,
                stored,
                ImportedDocument.unread(stored, name, Optional.of(from), Optional.empty()),
                Optional.of(member));
    }

    /**
     * Takes over a file that was put into the inbox folder, to be read soon.
     *
     * @param inboxFile its name among those that were taken
     */
    public void take(Tx tx, StoredFile stored, String name, String inboxFile) {
        take(
                tx,
                stored,
                ImportedDocument.unread(stored, name, Optional.empty(), Optional.of(inboxFile)),
                Optional.empty());
    }

    /** Keeps why a file in the inbox folder was not taken, so that the office hears of it. */
    public void refuse(Tx tx, String name, String inboxFile, ImportFailure failure) {
        ImportedDocument unread = ImportedDocument.unread(
                new StoredFile("", "", 0, Optional.empty()), name, Optional.empty(), Optional.of(inboxFile));
        rows.add(tx, unread.failed(failure), Optional.empty(), clock.instant());
    }

    private void take(Tx tx, StoredFile stored, ImportedDocument unread, Optional<Long> member) {
        files.keep(tx, stored.id(), Optional.empty());
        rows.add(tx, unread, member, clock.instant());
    }

    /** The version that has this very content, if it is held or waits. */
    public Optional<ImportedDocument> withContent(String sha256) {
        return database.read(tx -> rows.withContent(tx, sha256));
    }

    /** Why nothing can be read now, whatever is in the files; empty where they can be read. */
    public Optional<String> obstacle() {
        return reading.obstacle();
    }

    /** What still waits to be read. */
    public List<ImportedDocument> unread() {
        return rows.in(ImportedDocument.State.UNREAD);
    }

    /** What still waits to be confirmed. */
    public List<ImportedDocument> waiting() {
        return rows.in(ImportedDocument.State.WAITING);
    }

    public Optional<ImportedDocument> find(long id) {
        return rows.find(id);
    }

    /** Hears what was made of a file. */
    public interface Told {
        /**
         * Runs in the transaction that keeps what was read.
         *
         * @param passages how many it was cut into; nobody outside the transaction sees them yet
         */
        void read(Tx tx, ImportedDocument imported, int passages);
    }

    /**
     * Reads what somebody sent.
     *
     * @param told runs in the transaction that keeps what was read, with what it was or why it could not be
     */
    public void read(ImportedDocument unread, Told told) {
        Drafts.Draft draft = attempted(unread);
        database.change(tx -> {
            ImportedDocument read =
                    draft.imported().failure().isPresent() ? draft.imported() : named(tx, draft.imported());
            if (rows.read(tx, read)) {
                rows.passages(tx, unread.id(), draft.sections(), read.language());
                told.read(tx, read, draft.sections().size());
            }
        });
    }

    /** What fails twice, or was never finished in so many attempts, is set aside: it would be taken again without end. */
    private Drafts.Draft attempted(ImportedDocument unread) {
        int attempt = begun.add(unread.id()) ? rows.beginReading(unread.id()) : rows.attempts(unread.id());
        if (attempt > ATTEMPTS) {
            LOG.error(
                    "reading {} was started {} times and never finished; it is set aside",
                    unread.fileName(),
                    attempt - 1);
            return Drafts.failed(unread, ImportFailure.INTERRUPTED);
        }
        try {
            Drafts.Draft draft = drafts.ofKept(unread);
            if (draft.imported().failure().equals(Optional.of(ImportFailure.NO_READER))) {
                begun.remove(unread.id());
                rows.takeBackAttempt(unread.id());
                throw new CancellationException("no process can be started that reads " + unread.fileName());
            }
            return draft;
        } catch (RuntimeException | Error failure) {
            // A bot that is stopped while it reads has learnt nothing about the file.
            if (DatabaseAway.causes(failure) || failure instanceof CancellationException) {
                throw failure;
            }
            begun.remove(unread.id());
            if (attempt < ATTEMPTS_OF_FAILURES) {
                throw failure;
            }
            LOG.error(
                    "reading {} failed {} times; no further retries: {}",
                    unread.fileName(),
                    attempt,
                    LastingWork.words(failure));
            MemoryShortage.note(failure);
            return Drafts.failed(unread, failure instanceof Error ? ImportFailure.TOO_HUNGRY : ImportFailure.BROKEN);
        }
    }

    /** What was read, or could not be, of which whoever sent it has not heard. */
    public List<ImportedDocument> untold() {
        return rows.untold();
    }

    /** Notes that whoever sent it has heard of it; false where another process told it. */
    public boolean told(Tx tx, long id) {
        return rows.told(tx, id, clock.instant());
    }

    /** The first lines as they were read. */
    public String opening(long id) {
        return rows.opening(id);
    }

    /** How many passages it was cut into. */
    public int passages(long id) {
        return rows.parts(id).size();
    }

    /** Whether the library has a version of this document that is live. */
    public boolean hasLive(ImportedDocument imported) {
        return rows.liveOf(imported.document(), imported.language()).isPresent();
    }

    /** The version that is live under the name of one that waits, which would take its place. */
    public Optional<ImportedDocument> before(ImportedDocument waiting) {
        return rows.liveOf(waiting.document(), waiting.language());
    }

    /** A document that the library holds under another name and that this one seems to be a version of. */
    public Optional<Document> twin(ImportedDocument imported, List<Document> held) {
        return Twins.of(imported, held);
    }

    /** What is live, or was taken out by the office, the newest first. */
    public List<ImportedDocument> held() {
        return rows.held();
    }

    @Override
    public Optional<Original> of(Passage passage) {
        return rows.liveOf(passage.documentId(), passage.language())
                .flatMap(imported -> files.find(imported.file())
                        .map(file -> new Original(
                                imported.file(),
                                imported.fileName(),
                                imported.mediaType(),
                                file.bytes(),
                                rows.parts(imported.id()).stream()
                                        .filter(part -> part.name().equals(passage.id()))
                                        .mapToInt(Shelved.Part::page)
                                        .findFirst()
                                        .orElse(0))));
    }
}
