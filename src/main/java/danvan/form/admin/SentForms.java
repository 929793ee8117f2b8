package danvan.form.admin;

import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The forms in service that the office sent, by their file. Some that were sent before {@link danvan.workbook.ReviewedUpload}
 * kept what waits, wait here.
 */
final class SentForms {
    private static final String WAITING = "WAITING";
    private static final String LIVE = "LIVE";

    /** One of them. */
    record Sent(String file, String name, String form, String version, String title) {}

    private final Database database;

    SentForms(Database database) {
        this.database = database;
    }

    /** Puts a form in service. */
    static void putLive(Tx tx, Sent form, long by, Instant now) {
        tx.update("""
                INSERT INTO form_sent
                    (file_id, file_name, form_id, version, title, state, sent_by, sent_at, decided_by, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, form.file(), form.name(), form.form(), form.version(), form.title(), LIVE, by, now, by, now);
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

    /** The one that a version came by. */
    Optional<Sent> live(String form, String version) {
        return database.read(tx -> tx.one(
                "SELECT * FROM form_sent WHERE form_id = ? AND version = ? AND state = ? ORDER BY decided_at LIMIT 1",
                SentForms::sent,
                form,
                version,
                LIVE));
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

    /** One that waits here waits no longer; false where it did not. */
    static boolean forgetWaiting(Tx tx, String file) {
        return tx.update("DELETE FROM form_sent WHERE file_id = ? AND state = ?", file, WAITING) == 1;
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
