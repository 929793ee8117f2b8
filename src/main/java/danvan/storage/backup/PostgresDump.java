package danvan.storage.backup;

import danvan.config.Config;
import danvan.storage.StorageException;
import java.io.IOException;
import java.net.URI;
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
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL database as it stands at one moment, by {@code pg_dump}, which knows its server best. Rows are counted in the
 * same snapshot, so that who restores the dump can compare.
 */
final class PostgresDump {
    private static final String JDBC = "jdbc:";
    private static final Pattern PASSWORD = Pattern.compile("[?&]password=([^&]*)");
    private static final Pattern USER = Pattern.compile("[?&]user=([^&]*)");

    private PostgresDump() {}

    /** What the tables hold at the moment of the dump. */
    record Content(String schema, Map<String, Long> rows) {}

    static Content make(Config.Storage config, Path copy) throws SQLException, IOException {
        Properties login = new Properties();
        config.user().ifPresent(user -> login.setProperty("user", user));
        config.password().ifPresent(password -> login.setProperty("password", password));
        try (Connection connection = DriverManager.getConnection(config.url(), login)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                String snapshot = text(statement, "SELECT pg_export_snapshot()");
                dump(config, copy, snapshot);
                Map<String, Long> rows = new TreeMap<>();
                for (String table : tables(statement)) {
                    rows.put(
                            table,
                            Long.parseLong(
                                    text(statement, "SELECT COUNT(*) FROM \"" + table.replace("\"", "\"\"") + "\"")));
                }
                return new Content(
                        text(
                                statement,
                                "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
                                        + " ORDER BY installed_rank DESC LIMIT 1"),
                        rows);
            }
        }
    }

    private static void dump(Config.Storage config, Path copy, String snapshot) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "pg_dump",
                "--format=custom",
                "--no-password",
                "--snapshot=" + snapshot,
                "--file=" + copy,
                "--dbname=" + config.shownUrl().substring(JDBC.length())));
        config.user().or(() -> parameter(USER, config.url())).ifPresent(user -> command.add("--username=" + user));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Never among the arguments, which every account of the machine can read.
        config.password()
                .or(() -> parameter(PASSWORD, config.url()))
                .ifPresent(password -> builder.environment().put("PGPASSWORD", password));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new StorageException(
                    "PostgreSQL is backed up by pg_dump, which is not installed here: install the PostgreSQL client of the"
                            + " server's version (apt-get install postgresql-client)",
                    e);
        }
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StorageException(
                        "pg_dump failed: "
                                + said.lines()
                                        .limit(3)
                                        .reduce((a, b) -> a + "; " + b)
                                        .orElse("without a word")
                                + ". It must be of the server's version or newer, and its user must be able to read all tables");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StorageException("the backup was stopped", e);
        }
    }

    private static Optional<String> parameter(Pattern name, String url) {
        Matcher found = name.matcher(url);
        return found.find()
                ? Optional.ofNullable(URI.create("x:/?" + found.group(1)).getQuery())
                : Optional.empty();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? String.valueOf(answer.getString(1)) : "";
        }
    }
}
