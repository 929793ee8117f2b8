package danvan.storage;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The contents of files, in the database, so that a backup has them and every replica sees them. Content goes in outside
 * of a turn's transaction, part by part, and is deleted after a day unless a turn {@linkplain #keep takes it over}: what a
 * turn that was not kept had fetched fades away by itself. Safe for use by several threads.
 */
public final class Files {
    private static final int PART = 1 << 20;
    private static final Duration UNCLAIMED = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private volatile Optional<FileSeal> seal = Optional.empty();

    public Files(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores a content. It is there for a day.
     *
     * @param most its size at most, in bytes
     * @throws FileTooLarge where it is larger
     * @throws IOException where reading it fails
     */
    public StoredFile store(InputStream content, long most) throws IOException, FileTooLarge {
        String id = UUID.randomUUID().toString();
        DigestInputStream digested = new DigestInputStream(content, sha256());
        try {
            long bytes = parts(id, digested, most);
            String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            Instant until = clock.instant().plus(UNCLAIMED);
            database.change(tx -> tx.update(
                    "INSERT INTO file (id, sha256, bytes, created_at, keep_until) VALUES (?, ?, ?, ?, ?)",
                    id,
                    sha256,
                    bytes,
                    clock.instant(),
                    until));
            return new StoredFile(id, sha256, bytes, Optional.of(until));
        } catch (IOException | FileTooLarge | RuntimeException e) {
            database.change(tx -> tx.update("DELETE FROM file_part WHERE file_id = ?", id));
            throw e;
        }
    }

    private long parts(String id, InputStream content, long most) throws IOException, FileTooLarge {
        long bytes = 0;
        for (int number = 0; ; number++) {
            byte[] body = content.readNBytes(PART);
            bytes += body.length;
            if (bytes > most) {
                throw new FileTooLarge(most);
            }
            if (body.length == 0) {
                return bytes;
            }
            int part = number;
            database.change(
                    tx -> tx.update("INSERT INTO file_part (file_id, part, body) VALUES (?, ?, ?)", id, part, body));
        }
    }

    /**
     * Takes a file over in the turn's transaction.
     *
     * @param until when it may be deleted; empty: when its owner says so
     */
    public void keep(Tx tx, String id, Optional<Instant> until) {
        tx.update("UPDATE file SET keep_until = ? WHERE id = ?", until, id);
    }

    /** As {@link #keep}, for some time by this store's own clock: a rehearsal's is years behind, and nothing would be kept. */
    public void keepFor(Tx tx, String id, Duration time) {
        keep(tx, id, Optional.of(clock.instant().plus(time)));
    }

    public Optional<StoredFile> find(String id) {
        return database.read(tx -> tx.one(
                "SELECT * FROM file WHERE id = ?",
                row -> new StoredFile(
                        row.text("id"), row.text("sha256"), row.number("bytes"), row.instantIfAny("keep_until")),
                id));
    }

    /**
     * Opens a content, read part by part as it is used.
     *
     * @throws IOException where there is no such file
     */
    public InputStream open(String id) throws IOException {
        StoredFile file = find(id).orElseThrow(() -> new IOException("the file " + id + " is not stored any more"));
        int parts = Math.toIntExact((file.bytes() + PART - 1) / PART);
        return new PartStream(parts, number -> part(id, number));
    }

    private byte[] part(String id, int number) {
        return database.read(tx -> tx.one(
                        "SELECT p.body, f.sealed FROM file_part p JOIN file f ON f.id = p.file_id"
                                + " WHERE p.file_id = ? AND p.part = ?",
                        row -> row.flag("sealed")
                                ? seal().open(row.bytes("body"), place(id, number))
                                : row.bytes("body"),
                        id,
                        number))
                .orElseThrow(() -> new StorageException("the file " + id + " lacks its part " + number));
    }

    /** From now on contents can be sealed, and those that are can be read. */
    public void sealedBy(FileSeal with) {
        seal = Optional.of(with);
    }

    /** Seals a content in the owner's transaction; one that is sealed stays as it is. */
    public void seal(Tx tx, String id) {
        if (tx.update("UPDATE file SET sealed = 1 WHERE id = ? AND sealed = 0", id) == 1) {
            change(tx, id, (body, place) -> Optional.of(seal().seal(body, place)));
        }
    }

    /** Seals again, under the key in use, what older keys sealed; says whether that was so. */
    public boolean reseal(Tx tx, String id) {
        return tx.count("SELECT COUNT(*) AS n FROM file WHERE id = ? AND sealed = 1", id) == 1
                && change(tx, id, seal()::renewed);
    }

    private static boolean change(Tx tx, String id, BiFunction<byte[], String, Optional<byte[]>> how) {
        boolean changed = false;
        long parts = tx.count("SELECT COUNT(*) AS n FROM file_part WHERE file_id = ?", id);
        for (int number = 0; number < parts; number++) {
            String place = place(id, number);
            Optional<byte[]> body = tx.one(
                            "SELECT body FROM file_part WHERE file_id = ? AND part = ?",
                            row -> row.bytes("body"),
                            id,
                            number)
                    .flatMap(before -> how.apply(before, place));
            if (body.isPresent()) {
                tx.update("UPDATE file_part SET body = ? WHERE file_id = ? AND part = ?", body.get(), id, number);
                changed = true;
            }
        }
        return changed;
    }

    private FileSeal seal() {
        return seal.orElseThrow(() -> new StorageException("sealed files are opened by the running bot alone"));
    }

    private static String place(String id, int number) {
        return id + "/" + number;
    }

    /** Lets a file go in the owner's transaction. */
    public void forget(Tx tx, String id) {
        tx.update("DELETE FROM file_part WHERE file_id = ?", id);
        tx.update("DELETE FROM file WHERE id = ?", id);
    }

    /** Deletes what nobody keeps any more, and says how many. */
    public int forgetExpired() {
        List<String> expired = database.read(tx -> tx.list(
                "SELECT id FROM file WHERE keep_until < ? ORDER BY keep_until LIMIT 1000",
                row -> row.text("id"),
                clock.instant()));
        expired.forEach(id -> database.change(tx -> forget(tx, id)));
        return expired.size();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
