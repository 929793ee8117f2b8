package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import danvan.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a running bot's database, seen and put there from beside it. */
final class Rows implements AutoCloseable {
    private final Connection database;

    Rows(Path data) throws SQLException {
        this(TestDatabase.sqlite(data));
    }

    Rows(Config.Storage storage) throws SQLException {
        database = DriverManager.getConnection(
                storage.url(), storage.user().orElse(""), storage.password().orElse(""));
    }

    /** All that stands in these tables. */
    String dump(List<String> tables) throws SQLException {
        StringBuilder dump = new StringBuilder();
        for (String table : tables) {
            dump.append(dump(table, "SELECT * FROM " + table + " ORDER BY 1"));
        }
        return dump.toString();
    }

    /** All that stands in any table, contents of files included, by table. */
    Map<String, String> everything() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = database.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (names.next()) {
                tables.add(names.getString("TABLE_NAME"));
            }
        }
        Map<String, String> all = new TreeMap<>();
        for (String table : tables) {
            if (!table.startsWith("sqlite_") && !table.startsWith("pg_")) {
                all.put(table, table.equals("file_part") ? contents() : dump(table, "SELECT * FROM " + table));
            }
        }
        return all;
    }

    private String contents() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT body FROM file_part")) {
            while (rows.next()) {
                all.append(new String(rows.getBytes(1), StandardCharsets.UTF_8)).append('\n');
            }
        }
        return all.toString();
    }

    String dump(String name, String query) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                dump.append('\n').append(name);
                for (int i = 1; i <= columns; i++) {
                    dump.append('|').append(rows.getString(i));
                }
            }
        }
        return dump.toString();
    }

    /** The turns that failed, or are taken again, since this was asked last; empty where there are none. */
    String failedTurns() throws SQLException {
        String failed = " WHERE outcome LIKE 'failed%' OR attempts > 0";
        String found = dump("inbox", "SELECT id, outcome, attempts FROM inbox" + failed);
        int unused = any("UPDATE inbox SET outcome = 'seen', attempts = 0" + failed);
        return found;
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /** The first column of the first row. */
    String text(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Puts or changes one row. */
    void one(String sql) throws SQLException {
        assertThat(any(sql)).as(sql).isOne();
    }

    int any(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
