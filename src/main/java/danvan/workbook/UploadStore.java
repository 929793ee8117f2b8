package danvan.workbook;

import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that were shown and wait for a decision, and those that were decided on, each once. */
final class UploadStore {
    private static final String WAITING = "WAITING";

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
