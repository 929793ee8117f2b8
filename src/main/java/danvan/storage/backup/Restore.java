package danvan.storage.backup;

import danvan.config.Config;
import danvan.storage.Database;
import danvan.storage.DatabaseLock;
import danvan.storage.PrivateFiles;
import danvan.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a backup in the place of the database, once it is known to be whole; what was there stays beside it. */
public final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Config config;
    private final Clock clock;

    /** @param clock the system's time */
    public Restore(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param before where the old database is now; empty where there was none, or only the archive was checked
     * @param keyMissing whether personal answers of the backup cannot be read with the keys that are here
     */
    public record Done(Manifest manifest, Optional<Path> before, boolean keyMissing) {}

    /**
     * Checks an archive: checksums, the database's own integrity, its version, its rows, and that its tables can be brought up
     * to date. Nothing is changed.
     *
     * @throws StorageException where it must not be restored, with the reason
     */
    public Done check(Path archive) {
        Path folder = workplace();
        try {
            Manifest manifest = prepared(archive, folder);
            return new Done(manifest, Optional.empty(), keyMissing(manifest));
        } finally {
            discard(folder);
        }
    }

    /**
     * Checks an archive as {@link #check} does, and puts it in the database's place. The bot must be stopped.
     *
     * @throws StorageException where it must not be restored; then all is as it was
     */
    public Done replace(Path archive) {
        Path database = target();
        Path folder = workplace();
        try (FileChannel alone = DatabaseLock.of(database)) {
            Manifest manifest = prepared(archive, folder);
            Path before = database.resolveSibling("before-restore-" + STAMP.format(clock.instant()));
            Optional<Path> old = setAside(database, before);
            Files.move(
                    folder.resolve(manifest.entry()),
                    database,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            // Filled again from the rows: the old one knows of later ones.
            discard(config.data().resolve(PrivateFiles.SEARCH_INDEX));
            return new Done(manifest, old, keyMissing(manifest));
        } catch (IOException e) {
            throw new StorageException("restoring " + archive + ": " + e.getMessage(), e);
        } finally {
            discard(folder);
        }
    }

    private Path target() {
        if (!config.storage().url().startsWith(SqliteCopy.URL)) {
            throw new StorageException(
                    "a PostgreSQL database is restored by its own tools: unzip the backup, then"
                            + " createdb NEW and pg_restore --no-owner --exit-on-error --dbname=NEW danvan.pgdump, and set"
                            + " storage.url to NEW; the old database stays as it is. restore --check looks whether the backup is whole");
        }
        return SqliteCopy.file(config.storage()).toAbsolutePath();
    }

    /** Beside the database, so that the last step is a move. */
    private Path workplace() {
        try {
            Path beside = config.storage().url().startsWith(SqliteCopy.URL)
                    ? Optional.ofNullable(target().getParent()).orElse(Path.of("."))
                    : config.data();
            return Files.createTempDirectory(PrivateFiles.folder(beside), "restore-");
        } catch (IOException e) {
            throw new StorageException("a folder for the restored database cannot be made: " + e.getMessage(), e);
        }
    }

    private Manifest prepared(Path archive, Path folder) {
        if (!Files.isRegularFile(archive)) {
            throw new StorageException("there is no file " + archive);
        }
        Manifest manifest = Archive.manifest(archive);
        boolean plain = Path.of(manifest.entry()).getNameCount() == 1
                && !manifest.entry().startsWith(".");
        if (!plain) {
            throw new StorageException(archive + " is no backup of this bot: its entry is named " + manifest.entry());
        }
        boolean sqlite = config.storage().url().startsWith(SqliteCopy.URL);
        if (manifest.database().equals(Manifest.SQLITE) != sqlite) {
            throw new StorageException(archive + " holds a " + manifest.database()
                    + " database, and storage.url names another kind; set storage.url to one of its kind");
        }
        Path copy = folder.resolve(manifest.entry());
        Archive.unpack(archive, manifest, copy);
        if (sqlite) {
            checkDatabase(archive, manifest, copy);
        }
        return manifest;
    }

    private void checkDatabase(Path archive, Manifest manifest, Path copy) {
        try {
            SqliteCopy.check(copy, "integrity_check");
            Map<String, Long> rows = SqliteCopy.rows(copy);
            if (!rows.equals(manifest.rows())) {
                throw new StorageException(archive + " holds other rows than it says; take the backup before it");
            }
            if (!SqliteCopy.schema(copy).equals(manifest.schema())) {
                throw new StorageException(archive + " is of another version than it says; take the backup before it");
            }
        } catch (SQLException e) {
            throw new StorageException(archive + ": " + e.getMessage(), e);
        }
        // As at a start: a version newer than this one is refused, an older one is brought up to date.
        Database.open(new Config.Storage(SqliteCopy.URL + copy, Optional.empty(), Optional.empty()))
                .close();
    }

    private boolean keyMissing(Manifest manifest) {
        List<String> here = KeyPrint.of(config);
        return !here.containsAll(manifest.keys());
    }

    /** Keeps a whole set of the old files, whatever happens before the new database is in its place. */
    private static Optional<Path> setAside(Path database, Path before) throws IOException {
        if (!Files.exists(database)) {
            return Optional.empty();
        }
        PrivateFiles.folder(before);
        Path name = database.getFileName();
        for (String end : List.of("-wal", "-shm", "-journal")) {
            Path file = database.resolveSibling(name + end);
            if (Files.exists(file)) {
                Files.copy(file, before.resolve(name + end), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        try {
            Files.createLink(before.resolve(name), database);
        } catch (IOException | UnsupportedOperationException e) {
            // A disk that knows no links.
            Files.copy(database, before.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String end : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(database.resolveSibling(name + end));
        }
        return Optional.of(before);
    }

    private static void discard(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StorageException(folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
