package danvan.storage.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that is moved.
 *
 * @param columns in the order of their names
 */
record Table(String name, List<Column> columns) {
    private static final int BATCH = 500;
    private static final int FETCHED = 200;
    /** Of what one statement holds the most; a part of a file has about a megabyte. */
    private static final long BATCH_BYTES = 8 << 20;

    /** What a column holds, by the name that PostgreSQL has for it. */
    record Column(String name, String type) {}

    Table {
        columns = List.copyOf(columns);
    }

    private String names() {
        return columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
    }

    /** What it holds in a database. */
    Content content(Connection in) throws SQLException {
        Content content = new Content();
        try (Statement statement = in.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery("SELECT " + names() + " FROM \"" + name + "\"")) {
                while (rows.next()) {
                    content.add(values(rows));
                }
            }
        }
        return content;
    }

    /** Copies all rows and says what was read; what was written is not compared yet. */
    Content copy(Connection from, Connection to) throws SQLException {
        Content content = new Content();
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (Statement statement = from.createStatement();
                PreparedStatement insert =
                        to.prepareStatement("INSERT INTO \"" + name + "\" (" + names() + ") VALUES (" + marks + ")")) {
            statement.setFetchSize(FETCHED);
            int waiting = 0;
            long bytes = 0;
            try (ResultSet rows = statement.executeQuery("SELECT " + names() + " FROM \"" + name + "\"")) {
                while (rows.next()) {
                    List<@Nullable Object> values = values(rows);
                    content.add(values);
                    for (int i = 0; i < values.size(); i++) {
                        insert.setObject(i + 1, values.get(i));
                        bytes += values.get(i) instanceof byte[] raw ? raw.length : 0;
                    }
                    insert.addBatch();
                    waiting++;
                    if (waiting >= BATCH || bytes > BATCH_BYTES) {
                        insert.executeBatch();
                        waiting = 0;
                        bytes = 0;
                    }
                }
            }
            insert.executeBatch();
        }
        return content;
    }

    private List<@Nullable Object> values(ResultSet rows) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
            @Nullable
            Object value = switch (columns.get(i - 1).type()) {
                case "bigint", "integer" -> rows.getLong(i);
                case "double precision" -> rows.getDouble(i);
                case "bytea" -> rows.getBytes(i);
                // PostgreSQL keeps no character of the number 0.
                default -> clean(rows.getString(i));
            };
            values.add(rows.wasNull() ? null : value);
        }
        return values;
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\ufffd');
    }

    /** From now on, new rows get numbers behind those that came. */
    void continueNumbers(Connection in) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet identity = statement.executeQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                                + " AND is_identity = 'YES' AND table_name = '" + name + "'")) {
            List<String> numbered = new ArrayList<>();
            while (identity.next()) {
                numbered.add(identity.getString(1));
            }
            for (String column : numbered) {
                try (Statement set = in.createStatement()) {
                    set.execute("SELECT setval(pg_get_serial_sequence('\"" + name + "\"', '" + column
                            + "'), (SELECT COALESCE(MAX(\"" + column + "\"), 0) + 1 FROM \"" + name + "\"), FALSE)");
                }
            }
        }
    }
}
