package danvan.library.imports;

import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.structure.Section;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of imported documents. */
public final class ImportedRows {
    private final Database database;

    public ImportedRows(Database database) {
        this.database = database;
    }

    long add(Tx tx, ImportedDocument imported, Optional<Long> member, Instant at) {
        return tx.insert(
                        """
                        INSERT INTO library_document (state, document, language, file, sha256, file_name, media_type, pages,
                            recognised, particulars, obstacle, brought_by, channel, chat, inbox_file, brought_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        imported.state(),
                        imported.document(),
                        imported.language(),
                        imported.file(),
                        imported.sha256(),
                        imported.fileName(),
                        imported.mediaType(),
                        imported.pages(),
                        imported.recognised(),
                        Json.write(imported.metadata()),
                        imported.failure(),
                        member,
                        imported.to().map(ImportedDocument.Sender::channel),
                        imported.to().map(ImportedDocument.Sender::chat),
                        imported.inboxFile(),
                        at)
                .orElseThrow();
    }

    /** The name under which a document is kept that says this of itself. */
    String nameOf(Tx tx, ImportedDocument read, DocumentMetadata said) {
        return DocumentIdentity.of(
                said, read.sha256(), name -> liveOf(tx, name, read.language()).map(ImportedDocument::metadata));
    }

    /**
     * Writes down that reading a file begins.
     *
     * @return the how manieth time it is
     */
    int beginReading(long id) {
        return database.write(tx -> {
            tx.update("UPDATE library_document SET attempts = attempts + 1 WHERE id = ?", id);
            return number(tx, "attempts", id);
        });
    }

    /** An attempt that was none. */
    void takeBackAttempt(long id) {
        database.change(tx ->
                tx.update("UPDATE library_document SET attempts = attempts - 1 WHERE id = ? AND attempts > 0", id));
    }

    int attempts(long id) {
        return database.read(tx -> number(tx, "attempts", id));
    }

    private static int number(Tx tx, String column, long id) {
        return tx.one(
                        "SELECT " + column + " AS n FROM library_document WHERE id = ?",
                        row -> Math.toIntExact(row.number("n")),
                        id)
                .orElse(0);
    }

    /** Fills in what reading found, or why it failed, if nobody did before. */
    boolean read(Tx tx, ImportedDocument read) {
        return tx.update(
                        """
                        UPDATE library_document SET state = ?, document = ?, language = ?, media_type = ?, pages = ?,
                            recognised = ?, particulars = ?, obstacle = ? WHERE id = ? AND state = 'UNREAD'
                        """,
                        read.state(),
                        read.document(),
                        read.language(),
                        read.mediaType(),
                        read.pages(),
                        read.recognised(),
                        Json.write(read.metadata()),
                        read.failure(),
                        read.id())
                > 0;
    }

    void passages(Tx tx, long id, List<Section> sections, String language) {
        for (int place = 0; place < sections.size(); place++) {
            Section section = sections.get(place);
            tx.update(
                    "INSERT INTO library_passage (document_id, place, name, heading, article, page, body)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    place,
                    section.id(),
                    section.heading(),
                    Shelved.article(section, language),
                    section.page(),
                    section.text());
        }
    }

    boolean restate(Tx tx, long id, DocumentMetadata metadata, String document) {
        return tx.update(
                        "UPDATE library_document SET particulars = ?, document = ? WHERE id = ? AND state = 'WAITING'",
                        Json.write(metadata),
                        document,
                        id)
                > 0;
    }

    List<ImportedDocument> untold() {
        return database.read(tx -> tx.list(
                "SELECT * FROM library_document WHERE told_at IS NULL AND state IN ('WAITING', 'FAILED')"
                        + " AND (channel IS NOT NULL OR inbox_file IS NOT NULL) ORDER BY id",
                ImportedRows::imported));
    }

    boolean told(Tx tx, long id, Instant at) {
        return tx.update("UPDATE library_document SET told_at = ? WHERE id = ? AND told_at IS NULL", at, id) > 0;
    }

    String opening(long id) {
        List<String> first = database.read(tx -> tx.list(
                "SELECT body FROM library_passage WHERE document_id = ? ORDER BY place LIMIT 2",
                row -> row.text("body"),
                id));
        return String.join("\n", first);
    }

    /** Makes a version that waits the live one, and the one before it an old one; false where it does not wait. */
    boolean goLive(Tx tx, ImportedDocument imported, Instant at) {
        // First, so that a second tap, here or in another replica, finds it taken.
        int waits = tx.update(
                "UPDATE library_document SET live_at = ? WHERE id = ? AND state = 'WAITING'", at, imported.id());
        if (waits == 0) {
            return false;
        }
        tx.update(
                "UPDATE library_document SET state = 'SUPERSEDED', ended_at = ? WHERE document = ? AND language = ?"
                        + " AND state = 'LIVE'",
                at,
                imported.document(),
                imported.language());
        tx.update("UPDATE library_document SET state = 'LIVE' WHERE id = ?", imported.id());
        return true;
    }

    boolean end(Tx tx, long id, ImportedDocument.State from, ImportedDocument.State to, Instant at) {
        return tx.update(
                        "UPDATE library_document SET state = ?, ended_at = ? WHERE id = ? AND state = ?",
                        to,
                        at,
                        id,
                        from)
                > 0;
    }

    public Optional<ImportedDocument> find(long id) {
        return database.read(tx -> find(tx, id));
    }

    public Optional<ImportedDocument> find(Tx tx, long id) {
        return tx.one("SELECT * FROM library_document WHERE id = ?", ImportedRows::imported, id);
    }

    Optional<ImportedDocument> withContent(Tx tx, String sha256) {
        return tx.one(
                "SELECT * FROM library_document WHERE sha256 = ? AND state IN ('LIVE', 'WAITING', 'UNREAD') ORDER BY id",
                ImportedRows::imported,
                sha256);
    }

    boolean isLive(Tx tx, String document, String language) {
        return tx.count(
                        "SELECT COUNT(*) AS n FROM library_document WHERE document = ? AND language = ? AND state = 'LIVE'",
                        document,
                        language)
                > 0;
    }

    List<ImportedDocument> in(ImportedDocument.State state) {
        return database.read(tx ->
                tx.list("SELECT * FROM library_document WHERE state = ? ORDER BY id", ImportedRows::imported, state));
    }

    public Optional<ImportedDocument> liveOf(String document, String language) {
        return database.read(tx -> liveOf(tx, document, language));
    }

    public Optional<ImportedDocument> liveOf(Tx tx, String document, String language) {
        return tx.one(
                "SELECT * FROM library_document WHERE document = ? AND language = ? AND state = 'LIVE'",
                ImportedRows::imported,
                document,
                language);
    }

    List<ImportedDocument> held() {
        return database.read(tx -> tx.list(
                "SELECT * FROM library_document WHERE state IN ('LIVE', 'WITHDRAWN') ORDER BY live_at DESC, id DESC",
                ImportedRows::imported));
    }

    boolean restateLive(Tx tx, long id, DocumentMetadata metadata) {
        return tx.update(
                        "UPDATE library_document SET particulars = ?, revision = revision + 1 WHERE id = ? AND state = 'LIVE'",
                        Json.write(metadata),
                        id)
                > 0;
    }

    public List<Shelved.Part> parts(long id) {
        return database.read(tx -> tx.list(
                "SELECT * FROM library_passage WHERE document_id = ? ORDER BY place",
                row -> new Shelved.Part(
                        row.text("name"),
                        row.text("heading"),
                        row.text("article"),
                        Math.toIntExact(row.number("page")),
                        row.text("body")),
                id));
    }

    private static ImportedDocument imported(Row row) {
        return new ImportedDocument(
                row.number("id"),
                ImportedDocument.State.valueOf(row.text("state")),
                row.text("document"),
                row.text("language"),
                row.text("file"),
                row.text("sha256"),
                row.text("file_name"),
                row.text("media_type"),
                Math.toIntExact(row.number("pages")),
                row.flag("recognised"),
                Json.read(row.text("particulars"), DocumentMetadata.class),
                row.textIfAny("obstacle").map(ImportFailure::valueOf),
                row.textIfAny("channel")
                        .flatMap(channel ->
                                row.textIfAny("chat").map(chat -> new ImportedDocument.Sender(channel, chat))),
                row.textIfAny("inbox_file"));
    }
}
