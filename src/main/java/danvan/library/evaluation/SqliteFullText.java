package danvan.library.evaluation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SQLite's FTS5, with the tokenizer that takes off the most marks; any word may be found, bm25 orders. */
public final class SqliteFullText implements Peer {
    private final Connection connection;
    private final PreparedStatement query;

    /** Builds the table, in memory. */
    public SqliteFullText(List<Text> texts) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            fill(texts);
            query = connection.prepareStatement("select rowid from p where p match ? order by rank limit ?");
        } catch (SQLException e) {
            throw new IllegalStateException("building the FTS5 table in memory", e);
        }
    }

    private void fill(List<Text> texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create virtual table p using fts5(title, body," + " tokenize = 'unicode61 remove_diacritics 2')");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into p(rowid, title, body) values (?, ?, ?)")) {
            for (int i = 0; i < texts.size(); i++) {
                insert.setInt(1, i + 1);
                insert.setString(2, texts.get(i).title());
                insert.setString(3, texts.get(i).body());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @Override
    public String name() {
        return "SQLite FTS5";
    }

    @Override
    public List<Integer> search(String question, int most) {
        // Each word between quotes: FTS5 would read operators and punctuation as its own syntax.
        String words = question.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                        ? Character.toString(c)
                        : " ")
                .collect(Collectors.joining())
                .strip();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        try {
            query.setString(1, '"' + words.replaceAll(" +", "\" OR \"") + '"');
            query.setInt(2, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getInt(1) - 1);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("searching the FTS5 table", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("closing the FTS5 table", e);
        }
    }
}
