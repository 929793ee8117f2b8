package danvan.broadcast;

import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Row;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.time.Duration;
import java.util.List;

/** The files that go with broadcasts, and the messages that carry them. */
final class BroadcastFiles {
    /** So many go with one broadcast. */
    static final int MOST = 10;

    /** Telegram's limit of a caption. */
    static final int MOST_CAPTION = 1_000;

    /** Members read the page for a year; nobody asks for a broadcast's file after that. */
    private static final Duration KEPT = Duration.ofDays(400);

    /** One of them; its content is in the store. */
    record Attached(long number, String file, String name, String mediaType, long bytes, String caption) {}

    private final Database database;
    private final Files files;

    BroadcastFiles(Database database, Files files) {
        this.database = database;
        this.files = files;
    }

    List<Attached> of(String code) {
        return database.read(tx -> of(tx, code));
    }

    static List<Attached> of(Tx tx, String code) {
        return tx.list(
                "SELECT * FROM broadcast_file WHERE broadcast = ? ORDER BY number", BroadcastFiles::attached, code);
    }

    /** Adds one to a broadcast that is not sent yet; false where it has as many as it can, or is on its way. */
    boolean add(Tx tx, String code, StoredFile stored, AttachedKind.Named named, String caption) {
        boolean open = Broadcasts.find(tx, code)
                .filter(one -> one.state() == Broadcasts.State.PREPARED)
                .isPresent();
        List<Attached> there = of(tx, code);
        if (!open || there.size() >= MOST) {
            return false;
        }
        long number = there.isEmpty() ? 1 : there.get(there.size() - 1).number() + 1;
        tx.update(
                "INSERT INTO broadcast_file (broadcast, number, file, name, media_type, bytes, caption)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                code,
                number,
                stored.id(),
                named.name(),
                named.mediaType(),
                stored.bytes(),
                caption);
        files.keepFor(tx, stored.id(), KEPT);
        return true;
    }

    /** Takes one off. */
    void remove(Tx tx, String code, long number) {
        of(tx, code).stream().filter(one -> one.number() == number).forEach(one -> {
            tx.update("DELETE FROM broadcast_file WHERE broadcast = ? AND number = ?", code, number);
            files.forget(tx, one.file());
        });
    }

    /** Takes all off. */
    void clear(Tx tx, String code) {
        of(tx, code).forEach(one -> remove(tx, code, one.number()));
    }

    static void sent(Tx tx, String code, long member, long queued) {
        tx.update(
                "INSERT INTO broadcast_file_sent (broadcast, member_id, queued) VALUES (?, ?, ?)",
                code,
                member,
                queued);
    }

    /** The numbers of the messages that carry a broadcast's files to somebody. */
    static List<Long> sent(Tx tx, String code, long member) {
        return tx.list(
                "SELECT queued FROM broadcast_file_sent WHERE broadcast = ? AND member_id = ? ORDER BY queued",
                row -> row.number("queued"),
                code,
                member);
    }

    private static Attached attached(Row row) {
        return new Attached(
                row.number("number"),
                row.text("file"),
                row.text("name"),
                row.text("media_type"),
                row.number("bytes"),
                row.text("caption"));
    }
}
