package danvan.form.admin;

import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The forms that were sent, by their file. */
final class SentForms {
    private static final String WAITING = "WAITING";
    private static final String LIVE = "LIVE";

    /** One of them. */
    record Sent(String file, String name, String form, String version, String title) {}

    private final Database database;

    SentForms(Database database) {
        this.database = database;
    }

    /** Keeps a sound form until somebody decides. A job that begins again keeps it once. */
    static void put(Tx tx, Sent form, long by, Instant now) {
        tx.update("""
                INSERT INTO form_sent (file_id, file_name, form_id, version, title, state, sent_by, sent_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, form.file(), form.name(), form.form(), form.version(), form.title(), WAITING, by, now);
    }

    Optional<Sent> waiting(String file) {
        return database.read(tx ->
                tx.one("SELECT * FROM form_sent WHERE file_id = ? AND state = ?", SentForms::sent, file, WAITING));
    }

    List<Sent> waiting(int most) {
        return in(WAITING, most);
    }

    /** Those in service, the latest first. */
    List<Sent> live(int most) {
        return in(LIVE, most);
    }

    Optional<Sent> live(String file) {
        return database.read(
                tx -> tx.one("SELECT * FROM form_sent WHERE file_id = ? AND state = ?", SentForms::sent, file, LIVE));
    }

    private List<Sent> in(String state, int most) {
        return database.read(tx -> tx.list(
                "SELECT * FROM form_sent WHERE state = ? ORDER BY sent_at DESC, file_id LIMIT ?",
                SentForms::sent,
                state,
                most));
    }

    /** Whether this version was put live before. */
    static boolean isLive(Tx tx, Sent form) {
        return tx.count(
                        "SELECT COUNT(*) AS n FROM form_sent WHERE form_id = ? AND version = ? AND state = ?",
                        form.form(),
                        form.version(),
                        LIVE)
                > 0;
    }

    /** Decides, once: false where it was decided before. */
    static boolean decide(Tx tx, String file, boolean live, long by, Instant now) {
        return tx.update(
                        "UPDATE form_sent SET state = ?, decided_by = ?, decided_at = ? WHERE file_id = ? AND state = ?",
                        live ? LIVE : "DROPPED",
                        by,
                        now,
                        file,
                        WAITING)
                == 1;
    }

    private static Sent sent(Row row) {
        return new Sent(
                row.text("file_id"),
                row.text("file_name"),
                row.text("form_id"),
                row.text("version"),
                row.text("title"));
    }
}
