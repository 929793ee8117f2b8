package danvan.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import danvan.config.Config;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The database. Safe for use by several threads.
 *
 * <p>SQLite has one writer: writes queue at a fair lock on one connection, so that no write ever fails as "busy", while
 * reads go on beside them (write-ahead log). A SQLite file belongs to one process; a second one is refused. PostgreSQL
 * may be shared by several processes ({@link #shared}).
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final Duration LOCKED_FOR = Duration.ofSeconds(10);

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;
    private final boolean shared;
    private final ReentrantLock oneWriter = new ReentrantLock(true);
    private final @Nullable FileChannel lockFile;
    private final Outage outage = new Outage();

    private Database(HikariDataSource writers, HikariDataSource readers, boolean shared, @Nullable FileChannel lock) {
        this.writers = writers;
        this.readers = readers;
        this.writing = Jdbi.create(writers);
        this.reading = readers == writers ? writing : Jdbi.create(readers);
        this.shared = shared;
        this.lockFile = lock;
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @throws DatabaseInUse where it is a SQLite file that belongs to another process
     * @throws StorageException where it cannot be reached, or was made by a newer version
     */
    public static Database open(Config.Storage config) {
        return open(config, LOCKED_FOR);
    }

    /**
     * As {@link #open(Config.Storage)}.
     *
     * @param lockedFor how long a statement waits where another program keeps a SQLite file locked
     */
    public static Database open(Config.Storage config, Duration lockedFor) {
        return config.url().startsWith("jdbc:sqlite:") ? sqlite(config, lockedFor) : postgres(config);
    }

    /** Whether other processes may work on the same database, so that work must be claimed in it. */
    public boolean shared() {
        return shared;
    }

    /**
     * Runs a query or several on one connection.
     *
     * @throws DatabaseAway where it can be run later
     */
    public <T> T read(Function<Tx, T> work) {
        try {
            return reading.withHandle(handle -> work.apply(new Tx(handle)));
        } catch (RuntimeException e) {
            throw outage.of(e);
        }
    }

    /**
     * Runs the work as one transaction: all of it is kept, or, where it throws, nothing.
     *
     * @throws DatabaseAway where it can be run later
     */
    public <T> T write(Function<Tx, T> work) {
        if (!shared) {
            oneWriter.lock();
        }
        try {
            return writing.inTransaction(handle -> work.apply(new Tx(handle)));
        } catch (RuntimeException e) {
            throw outage.of(e);
        } finally {
            if (!shared) {
                oneWriter.unlock();
            }
        }
    }

    /** As {@link #write}, without a result. */
    public void change(Consumer<Tx> work) {
        write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
        if (lockFile != null) {
            release(lockFile);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StorageException("releasing the lock of the database file", e);
        }
    }

    private static Database sqlite(Config.Storage config, Duration lockedFor) {
        Path file = Path.of(config.url().substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""))
                .toAbsolutePath();
        FileChannel lock = lock(file);
        try {
            // SQLite gives its other files the rights that the database has.
            boolean unused = PrivateFiles.create(file);
            Stream.of("-wal", "-shm", "-journal")
                    .forEach(end -> PrivateFiles.mend(file.resolveSibling(file.getFileName() + end)));
            return sqlite(config, lock, String.valueOf(lockedFor.toMillis()));
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        } catch (IOException e) {
            release(lock);
            throw new StorageException("the database " + file + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static Database sqlite(Config.Storage config, FileChannel lock, String lockedFor) {
        HikariConfig writer = pool(config, 1);
        // Set by the driver at each new connection. FULL: what was committed outlives a power cut.
        Map.of("journal_mode", "WAL", "synchronous", "FULL", "busy_timeout", lockedFor, "foreign_keys", "true")
                .forEach(writer::addDataSourceProperty);
        // The lock is taken when a transaction begins, not at its first change.
        writer.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        HikariDataSource writers = connect(writer);
        migrate(writers, Map.of("id", "INTEGER PRIMARY KEY AUTOINCREMENT", "text", "TEXT", "bytes", "BLOB"));
        HikariConfig reader = pool(config, READERS);
        reader.addDataSourceProperty("busy_timeout", lockedFor);
        // The driver knows no property for it.
        reader.setConnectionInitSql("PRAGMA query_only = true");
        return new Database(writers, connect(reader), false, lock);
    }

    private static Database postgres(Config.Storage config) {
        HikariDataSource pool = connect(pool(config, 2 * READERS));
        migrate(
                pool,
                Map.of(
                        "id", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
                        "text", "TEXT COLLATE \"C\"",
                        "bytes", "BYTEA"));
        return new Database(pool, pool, true, null);
    }

    private static HikariConfig pool(Config.Storage config, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(config.url());
        config.user().ifPresent(pool::setUsername);
        config.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(10_000);
        return pool;
    }

    private static HikariDataSource connect(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            // A driver may show the whole address, and that may hold a password.
            String shown = config.getJdbcUrl().replaceFirst("\\?.*", "");
            String words = "opening the database " + shown + ": "
                    + rootCause(e).replace(config.getJdbcUrl(), shown)
                    + (config.getJdbcUrl().startsWith("jdbc:sqlite:")
                            ? ". Check storage.url; where the file is damaged, put a backup in its place"
                            : ". Check storage.url, storage.user and storage.password");
            throw shown.equals(config.getJdbcUrl()) ? new StorageException(words, e) : new StorageException(words);
        }
    }

    private static void migrate(HikariDataSource source, Map<String, String> words) {
        try {
            Flyway flyway = Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(words)
                    .load();
            if (Stream.of(flyway.info().applied())
                    .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)) {
                throw new StorageException("the database was made by a newer version of the bot: start that version,"
                        + " or bring back the backup made before it");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            source.close();
            throw new StorageException("bringing the tables up to date: " + rootCause(e), e);
        } catch (StorageException e) {
            source.close();
            throw e;
        }
    }

    private static FileChannel lock(Path file) {
        try {
            PrivateFiles.folder(Optional.ofNullable(file.getParent()).orElse(Path.of(".")));
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            boolean unused = PrivateFiles.create(lock);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            @Nullable FileLock held = tryLock(channel);
            if (held == null) {
                channel.close();
                throw new DatabaseInUse("the database " + file
                        + " is in use by another bot process: stop that one, or start this one with --data FOLDER");
            }
            return channel;
        } catch (IOException e) {
            // Of these two the message is the bare name.
            String reason = e instanceof AccessDeniedException
                    ? "this account may not write to " + e.getMessage()
                    : e instanceof FileAlreadyExistsException
                            ? e.getMessage() + " is a file and no folder"
                            : e.getMessage();
            throw new StorageException(
                    "the folder of " + file + " cannot be written: " + reason
                            + ". Mend that, or name another folder with data, DANVAN_DATA or --data",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same process has it open: to the operator the same mistake.
            return null;
        }
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        for (@Nullable Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
