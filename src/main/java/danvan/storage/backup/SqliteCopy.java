package danvan.storage.backup;

import danvan.config.Config;
import danvan.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A SQLite database as it stands at one moment: SQLite gives a reader one moment's view, and writers go on. */
final class SqliteCopy {
    static final String URL = "jdbc:sqlite:";

    private SqliteCopy() {}

    /** The file of a database's address. */
    static Path file(Config.Storage config) {
        return Path.of(config.url().substring(URL.length()).replaceFirst("\\?.*", ""));
    }

    /** Copies a database, also while a bot is at work on it, and checks the copy. */
    static void make(Path database, Path copy) throws SQLException {
        if (!Files.isRegularFile(database)) {
            throw new StorageException(
                    "there is no database " + database + " to back up. Check --data, --config and storage.url");
        }
        try (Connection connection = DriverManager.getConnection(URL + database)) {
            // Closed before the copying begins: SQLite does not copy while another statement is open.
            try (Statement patience = connection.createStatement()) {
                patience.execute("PRAGMA busy_timeout = 10000");
            }
            try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, copy.toString());
                vacuum.execute();
            }
        }
        check(copy, "quick_check");
    }

    /** Looks through the whole file. */
    static void check(Path copy, String how) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL + copy);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA " + how)) {
            String found = answer.next() ? answer.getString(1) : "no answer";
            if (!"ok".equals(found)) {
                throw new SQLException("the copy is not whole (" + found + "); look after the disk, and try again");
            }
        }
    }

    /** How many rows each table of a copy has. */
    static Map<String, Long> rows(Path copy) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(URL + copy);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM \"" + table.replace("\"", "\"\"") + "\"")) {
                    rows.put(table, count.next() ? count.getLong(1) : 0);
                }
            }
        }
        return rows;
    }

    /** The last migration that the tables of a copy have; empty where they have none. */
    static String schema(Path copy) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL + copy);
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT version FROM flyway_schema_history"
                        + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")) {
            return version.next() ? version.getString(1) : "";
        }
    }
}
