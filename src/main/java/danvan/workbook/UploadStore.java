package danvan.workbook;

import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that were shown and wait for a decision, and those that were decided on, each once. */
final class UploadStore {
    private static final String WAITING = "WAITING";

    /** Those that were proposed, and those that were only looked at. */
    private static final String SEEN = """
            SELECT f.file_id, f.name, f.sent_by, f.sent_at, f.state, l.look FROM (
                SELECT file_id, file_name AS name, sent_by, sent_at, state FROM reviewed_upload WHERE kind = ?
                UNION ALL
                SELECT file_id, name, sent_by, sent_at, '' AS state FROM upload_look WHERE kind = ?
                    AND NOT EXISTS (SELECT 1 FROM reviewed_upload r WHERE r.file_id = upload_look.file_id AND r.kind = ?)
            ) f LEFT JOIN upload_look l ON l.file_id = f.file_id
            """;

    private final Database database;
    private final String kind;

    UploadStore(Database database, String kind) {
        this.database = database;
        this.kind = kind;
    }

    /** Keeps that a file was shown; once shown it stays so. */
    void propose(Tx tx, String file, String name, long by, Instant now) {
        tx.update(
                "INSERT INTO reviewed_upload (file_id, kind, file_name, state, sent_by, sent_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                file,
                kind,
                name,
                WAITING,
                by,
                now);
    }

    /** A file, where it waits. */
    Optional<SentFile> waiting(String file) {
        return database.read(tx -> tx.one(
                "SELECT file_id, file_name FROM reviewed_upload WHERE file_id = ? AND kind = ? AND state = ?",
                UploadStore::sent,
                file,
                kind,
                WAITING));
    }

    /** Those that wait, the latest first. */
    List<SentFile> waiting(int most) {
        return database.read(tx -> tx.list(
                "SELECT file_id, file_name FROM reviewed_upload WHERE kind = ? AND state = ?"
                        + " ORDER BY sent_at DESC, file_id LIMIT ?",
                UploadStore::sent,
                kind,
                WAITING,
                most));
    }

    /** Keeps what was found in a file, in the place of what was found before. */
    void look(Tx tx, SentFile file, long by, Instant now, UploadLook look) {
        tx.update(
                "INSERT INTO upload_look (file_id, kind, name, sent_by, sent_at, look) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (file_id) DO UPDATE SET look = excluded.look",
                file.id(),
                kind,
                file.name(),
                by,
                now,
                Json.write(look));
    }

    Optional<ReviewedFiles.Seen> seen(String file) {
        return database.read(tx -> tx.one(SEEN + " WHERE f.file_id = ?", UploadStore::seen, kind, kind, kind, file));
    }

    List<ReviewedFiles.Seen> seen(int most) {
        return database.read(tx -> tx.list(
                SEEN + " WHERE f.state = ? ORDER BY f.sent_at DESC, f.file_id LIMIT ?",
                UploadStore::seen,
                kind,
                kind,
                kind,
                WAITING,
                most));
    }

    private static ReviewedFiles.Seen seen(Row row) {
        String state = row.text("state");
        return new ReviewedFiles.Seen(
                row.text("file_id"),
                row.text("name"),
                row.number("sent_by"),
                row.instant("sent_at"),
                state.isEmpty() ? ReviewedFiles.Standing.LOOKED_AT : ReviewedFiles.Standing.valueOf(state),
                row.textIfAny("look").map(look -> Json.read(look, UploadLook.class)));
    }

    private static SentFile sent(Row row) {
        return new SentFile(row.text("file_id"), row.text("file_name"));
    }

    /**
     * Decides, once.
     *
     * @throws Conflict where it was decided meanwhile: the turn begins again and says so
     */
    void decide(Tx tx, String file, boolean applied, long by, Instant now) {
        int changed = tx.update(
                "UPDATE reviewed_upload SET state = ?, decided_by = ?, decided_at = ?"
                        + " WHERE file_id = ? AND kind = ? AND state = ?",
                applied ? "APPLIED" : "DROPPED",
                by,
                now,
                file,
                kind,
                WAITING);
        if (changed == 0) {
            throw new Conflict("the file that was sent (" + kind + ") was decided on meanwhile");
        }
    }

    /** How many were applied; another number means that there is something new. */
    static long applied(Tx tx, String kind) {
        return tx.count("SELECT COUNT(*) AS n FROM reviewed_upload WHERE kind = ? AND state = 'APPLIED'", kind);
    }
}
