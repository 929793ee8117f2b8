package danvan.storage.backup;

import danvan.config.Config;
import danvan.storage.PrivateFiles;
import danvan.storage.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes backups of one bot's state, and knows those of its folder. A bot may be at work meanwhile. */
public final class Backups {
    private static final String BEGIN = "danvan-";
    private static final String END = ".zip";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** What a copy and its archive take at worst, in parts of the database. */
    private static final int ROOM = 2;

    private final Config config;
    private final Clock clock;

    /** @param clock the system's time */
    public Backups(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** One of the folder. */
    record Kept(Path file, Instant madeAt) {}

    /** Where backups are put that are given no other name. */
    public Path folder() {
        return config.operations().backups();
    }

    /** A name of the folder for a backup that is made now. */
    public Path next() {
        return folder().resolve(BEGIN + STAMP.format(clock.instant()) + END);
    }

    /** When the youngest backup of the folder was made. */
    public Optional<Instant> youngest() {
        return all().stream().map(Kept::madeAt).findFirst();
    }

    /** Those of the folder, the youngest first. */
    List<Kept> all() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.flatMap(file -> kept(file).stream())
                    .sorted(Comparator.comparing(Kept::madeAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new StorageException("the folder of backups " + folder() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Kept> kept(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(BEGIN) || !name.endsWith(END)) {
            return Optional.empty();
        }
        try {
            String stamp = name.substring(BEGIN.length(), name.length() - END.length());
            return Optional.of(new Kept(file, STAMP.parse(stamp, Instant::from)));
        } catch (DateTimeParseException e) {
            // Somebody else's file, which is not ours to delete.
            return Optional.empty();
        }
    }

    /**
     * Makes a backup, checks it and only then gives it its name, so that half a backup is never taken for a whole one.
     *
     * @return what is in it
     * @throws StorageException where it cannot be made, with the fix
     */
    public Manifest write(Path file) {
        if (Files.exists(file)) {
            throw new StorageException(file + " exists already; name a new file");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path copy = file.resolveSibling(file.getFileName() + ".copy");
        try {
            PrivateFiles.folder(
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(".")));
            Manifest manifest = write(part, copy);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException | SQLException e) {
            throw new StorageException("the backup " + file + " cannot be written: " + e.getMessage(), e);
        } finally {
            discard(part);
            discard(copy);
        }
    }

    private Manifest write(Path part, Path copy) throws IOException, SQLException {
        Instant now = clock.instant();
        Files.deleteIfExists(part);
        Files.deleteIfExists(copy);
        // SQLite fills a file that is empty.
        boolean unused = PrivateFiles.create(copy) && PrivateFiles.create(part);
        String database;
        String entry;
        String schema;
        Map<String, Long> rows;
        if (config.storage().url().startsWith(SqliteCopy.URL)) {
            database = Manifest.SQLITE;
            entry = "danvan.db";
            checkRoom(SqliteCopy.file(config.storage()), part);
            SqliteCopy.make(SqliteCopy.file(config.storage()), copy);
            schema = SqliteCopy.schema(copy);
            rows = SqliteCopy.rows(copy);
        } else {
            database = Manifest.POSTGRES;
            entry = "danvan.pgdump";
            PostgresDump.Content content = PostgresDump.make(config.storage(), copy);
            schema = content.schema();
            rows = content.rows();
        }
        List<String> keys = KeyPrint.of(config);
        try (OutputStream out = Files.newOutputStream(part)) {
            Archive.write(
                    out,
                    entry,
                    copy,
                    (bytes, sha256) -> new Manifest(
                            Manifest.FORMAT, now.toString(), database, entry, bytes, sha256, schema, rows, keys));
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return Archive.manifest(part);
    }

    private static void checkRoom(Path database, Path part) throws IOException {
        if (!Files.isRegularFile(database)) {
            return;
        }
        long wanted = Files.size(database) * ROOM;
        long room = Files.getFileStore(part).getUsableSpace();
        if (room < wanted) {
            throw new IOException(
                    "the disk has room for %,d MB, and a backup may take %,d MB; make room, or name another"
                                    .formatted(room >> 20, wanted >> 20)
                            + " disk in operations.backups");
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StorageException(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Deletes the oldest of the folder until so many are left, and says how many. */
    int prune(int kept) {
        List<Kept> old = all().stream().skip(kept).toList();
        old.forEach(one -> discard(one.file()));
        return old.size();
    }
}
