package danvan.storage.move;

import danvan.config.Config;
import danvan.storage.Database;
import danvan.storage.DatabaseLock;
import danvan.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
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
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;

/**
 * Moves a SQLite database into an empty one of PostgreSQL, table by table. Each comes in one transaction, is read again where
 * it came to and compared with what was read; so a move that is cut short goes on with the next table. The source is opened
 * to be read alone, and no bot may be at work on it meanwhile.
 */
public final class DatabaseMove {
    private static final String SQLITE = "jdbc:sqlite:";
    /**
     * What is not moved: what PostgreSQL alone has, the schedule and what several processes need; and the words of the
     * reports, which each database keeps in its own way and a bot fills again from the reports.
     */
    private static final Pattern LEFT_OUT =
            Pattern.compile("flyway_schema_history|qrtz_.*|process|leader|pace|pace_.*|moved_table|report_words");

    private static final String VERSIONS = "the two databases are not of the same version of the bot (%s). Start this"
            + " version's bot, or doctor, on the SQLite database once, then try again";

    /**
     * A table that has come.
     *
     * @param before whether it had come in an earlier run
     */
    public record Moved(String table, long rows, String checksum, boolean before) {}

    private DatabaseMove() {}

    /**
     * Moves all tables that have not come yet.
     *
     * @param told of each table, when it has come
     * @throws StorageException where something is in the way, with the fix; what has come stays
     */
    public static void run(Config.Storage from, Config.Storage to, Consumer<Moved> told) {
        if (!from.url().startsWith(SQLITE)) {
            throw new StorageException(
                    "storage.url is " + from.shownUrl() + ", and only a SQLite database can be moved");
        }
        Path file = Path.of(from.url().substring(SQLITE.length()).replaceFirst("\\?.*", ""));
        if (!Files.isRegularFile(file)) {
            throw new StorageException(
                    "there is no database " + file + " to move. Check --data, --config and storage.url");
        }
        // The lock of a running bot: what it wrote behind the copy would be lost.
        try (FileChannel unused = DatabaseLock.of(file.toAbsolutePath());
                Database target = Database.open(to);
                Connection source = readOnly(file)) {
            DataSource pool = target.pool()
                    .orElseThrow(() -> new StorageException("--to: expected jdbc:postgresql://HOST/DATABASE"));
            try (Connection into = pool.getConnection()) {
                into.setAutoCommit(false);
                move(source, into, told);
            }
        } catch (SQLException | IOException e) {
            throw new StorageException(
                    "moving " + file + ": " + e.getMessage() + ". What has come stays; run it again to go on", e);
        }
    }

    private static Connection readOnly(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Properties properties = config.toProperties();
        return DriverManager.getConnection(SQLITE + file, properties);
    }

    private static void move(Connection source, Connection into, Consumer<Moved> told) throws SQLException {
        refuseWhereBotsRun(into);
        List<Table> tables = ordered(tables(source, into), into);
        Map<String, Moved> come = come(into);
        for (Table table : tables) {
            if (come.isEmpty() && table.content(into).rows() > 0) {
                throw new StorageException(
                        "the table " + table.name() + " of the target is not empty: name a new database");
            }
        }
        into.commit();
        try {
            selfReferences(into, "DEFERRABLE INITIALLY DEFERRED");
            for (Table table : tables) {
                Optional<Moved> before = Optional.ofNullable(come.get(table.name()));
                told.accept(before.isPresent() ? checked(source, table, before.get()) : moved(source, into, table));
            }
        } catch (SQLException | RuntimeException e) {
            into.rollback();
            throw e;
        }
        selfReferences(into, "NOT DEFERRABLE");
    }

    /** What came in an earlier run must still be what the source holds: a bot may have been started on it since. */
    private static Moved checked(Connection source, Table table, Moved before) throws SQLException {
        Content now = table.content(source);
        if (now.rows() != before.rows() || !now.checksum().equals(before.checksum())) {
            throw new StorageException(
                    "the table " + table.name() + " has changed since it was moved: a bot was at work"
                            + " on the SQLite database. Empty the target, or name a new one, and begin again");
        }
        return before;
    }

    private static Moved moved(Connection source, Connection into, Table table) throws SQLException {
        Content read = table.copy(source, into);
        Content written = table.content(into);
        if (!written.isSame(read)) {
            throw new StorageException("the table " + table.name() + " did not come whole: " + read.rows() + " rows ("
                    + read.checksum() + ") were read and " + written.rows() + " (" + written.checksum()
                    + ") are there. Nothing of it was kept; look after both databases' disks");
        }
        table.continueNumbers(into);
        try (PreparedStatement mark =
                into.prepareStatement("INSERT INTO moved_table (name, rows, checksum) VALUES (?, ?, ?)")) {
            mark.setString(1, table.name());
            mark.setLong(2, read.rows());
            mark.setString(3, read.checksum());
            mark.executeUpdate();
        }
        into.commit();
        return new Moved(table.name(), read.rows(), read.checksum(), false);
    }

    private static Map<String, Moved> come(Connection into) throws SQLException {
        Map<String, Moved> come = new TreeMap<>();
        try (Statement statement = into.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, rows, checksum FROM moved_table")) {
            while (rows.next()) {
                come.put(rows.getString(1), new Moved(rows.getString(1), rows.getLong(2), rows.getString(3), true));
            }
        }
        return come;
    }

    private static void refuseWhereBotsRun(Connection into) throws SQLException {
        if (!texts(into, "SELECT node FROM process").isEmpty()) {
            throw new StorageException("a bot is, or was, at work on the target: name a new database");
        }
    }

    private static List<Table> tables(Connection source, Connection into) throws SQLException {
        Set<String> here = new TreeSet<>(texts(
                source,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                        + " AND name NOT LIKE 'sqlite_%'"));
        here.removeIf(name -> LEFT_OUT.matcher(name).matches());
        Map<String, List<Table.Column>> there = new TreeMap<>();
        try (Statement statement = into.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name, column_name, data_type"
                        + " FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2")) {
            while (rows.next()) {
                if (!LEFT_OUT.matcher(rows.getString(1)).matches()) {
                    there.computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
                            .add(new Table.Column(rows.getString(2), rows.getString(3)));
                }
            }
        }
        if (!here.equals(there.keySet())) {
            Set<String> only = new TreeSet<>(there.keySet());
            only.addAll(here);
            only.removeIf(name -> here.contains(name) && there.containsKey(name));
            throw new StorageException(VERSIONS.formatted("only one has " + String.join(", ", only)));
        }
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<Table.Column>> table : there.entrySet()) {
            Set<String> columns =
                    new TreeSet<>(texts(source, "SELECT name FROM pragma_table_info('" + table.getKey() + "')"));
            if (!columns.equals(new TreeSet<>(
                    table.getValue().stream().map(Table.Column::name).toList()))) {
                throw new StorageException(VERSIONS.formatted("the columns of " + table.getKey()));
            }
            tables.add(new Table(table.getKey(), table.getValue()));
        }
        return tables;
    }

    /** Those first to which others refer. */
    private static List<Table> ordered(List<Table> tables, Connection into) throws SQLException {
        Map<String, Set<String>> needs = new TreeMap<>();
        try (Statement statement = into.createStatement();
                ResultSet rows = statement.executeQuery("SELECT c.conrelid::regclass::text, c.confrelid::regclass::text"
                        + " FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid <> c.confrelid")) {
            while (rows.next()) {
                needs.computeIfAbsent(rows.getString(1), any -> new TreeSet<>()).add(rows.getString(2));
            }
        }
        List<Table> ordered = new ArrayList<>();
        Set<String> placed = new TreeSet<>();
        List<Table> left = new ArrayList<>(tables);
        while (!left.isEmpty()) {
            List<Table> free = left.stream()
                    .filter(table -> placed.containsAll(needs.getOrDefault(table.name(), Set.of())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left);
            }
            ordered.addAll(free);
            free.forEach(table -> placed.add(table.name()));
            left.removeAll(free);
        }
        return ordered;
    }

    /** A unit may stand before the one above it. */
    private static void selfReferences(Connection into, String how) throws SQLException {
        List<String> changes = texts(
                into,
                "SELECT 'ALTER TABLE ' || c.conrelid::regclass || ' ALTER CONSTRAINT ' || quote_ident(c.conname) || ' "
                        + how + "' FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = c.confrelid");
        try (Statement statement = into.createStatement()) {
            for (String change : changes) {
                statement.execute(change);
            }
        }
        into.commit();
    }

    private static List<String> texts(Connection in, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = in.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
