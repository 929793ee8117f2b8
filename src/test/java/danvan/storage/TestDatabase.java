package danvan.storage;

import danvan.config.Config;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Real databases for tests: a SQLite file, or a database of its own on one PostgreSQL server for all test classes. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final boolean ON_POSTGRES = Boolean.getBoolean("danvan.postgres");
    private static final Map<Path, Config.Storage> FOLDERS = new ConcurrentHashMap<>();
    private static final String TEMPLATE = "danvan_template";

    private TestDatabase() {}

    /**
     * SQLite in a folder; with {@code -Ddanvan.postgres=true} a PostgreSQL database that stands for the folder, to have all
     * tests run there once.
     */
    public static Config.Storage sqlite(Path folder) {
        return ON_POSTGRES
                ? FOLDERS.computeIfAbsent(folder.toAbsolutePath(), any -> postgres())
                : storage("jdbc:sqlite:" + folder.resolve("danvan.db"));
    }

    /** A new PostgreSQL database with all tables, copied from a template because that is quicker than migrating. */
    public static Config.Storage postgres() {
        return created(" TEMPLATE " + TEMPLATE);
    }

    /** A new PostgreSQL database without any table. */
    public static Config.Storage emptyPostgres() {
        return created("");
    }

    private static Config.Storage created(String how) {
        String name = "danvan_" + COUNT.incrementAndGet();
        Server.run("CREATE DATABASE " + name + how);
        return Server.storage(name);
    }

    private static Config.Storage storage(String url) {
        return new Config.Storage(url, Optional.empty(), Optional.empty());
    }

    /** Started at its first use; ends with the tests' process. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        static {
            run("CREATE DATABASE " + TEMPLATE);
            Database.open(storage(TEMPLATE)).close();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("starting PostgreSQL", e);
            }
        }

        static Config.Storage storage(String name) {
            return TestDatabase.storage(POSTGRES.getJdbcUrl("postgres", name));
        }

        static void run(String sql) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new StorageException("running: " + sql, e);
            }
        }
    }
}
