package danvan.storage;

import danvan.config.Config;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A copy of a SQLite database, as it stands at one moment. A bot may be at work on it meanwhile: SQLite gives a reader
 * one moment's view, and writers go on.
 */
public final class Backup {
    private static final String SQLITE = "jdbc:sqlite:";

    private Backup() {}

    /**
     * Writes the copy, checks it and only then gives it its name, so that half a backup is never taken for a whole one.
     *
     * @return its size in bytes
     * @throws StorageException where it cannot be made, with the fix
     */
    public static long write(Config.Storage config, Path file) {
        if (!config.url().startsWith(SQLITE)) {
            throw new StorageException("this database is PostgreSQL's, which has a better tool: pg_dump --format=custom"
                    + " --file=" + file + " DATABASE");
        }
        Path database = Path.of(config.url().substring(SQLITE.length()).replaceFirst("\\?.*", ""));
        if (!Files.isRegularFile(database)) {
            throw new StorageException(
                    "there is no database " + database + " to back up. Check --data, --config and storage.url");
        }
        if (Files.exists(file)) {
            throw new StorageException(file + " exists already; name a new file");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            PrivateFiles.folder(
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(".")));
            Files.deleteIfExists(part);
            // SQLite fills a file that is empty.
            boolean unused = PrivateFiles.create(part);
            copy(database, part);
            check(part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(file);
        } catch (IOException | SQLException e) {
            throw new StorageException("the backup " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void copy(Path database, Path part) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SQLITE + database)) {
            // Closed before the copying begins: SQLite does not copy while another statement is open.
            try (Statement patience = connection.createStatement()) {
                patience.execute("PRAGMA busy_timeout = 10000");
            }
            try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, part.toString());
                vacuum.execute();
            }
        }
    }

    private static void check(Path part) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SQLITE + part);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA quick_check")) {
            if (!answer.next() || !"ok".equals(answer.getString(1))) {
                throw new SQLException("the copy is not whole; look after the disk, and try again");
            }
        }
    }
}
