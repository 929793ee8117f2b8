package danvan.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Puts many cadres into a bot's database, each with a chat on Telegram, past their invitations. */
final class Townspeople {
    static final long FIRST_CHAT = 100_000;

    private Townspeople() {}

    /**
     * Adds them, spread evenly over units.
     *
     * @param url the database of a bot that is not running, or is idle
     */
    static void add(String url, int count, List<String> units) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement member = connection.prepareStatement(
                        "INSERT INTO member (id, name, role, unit, created_at) VALUES (?, ?, 'CADRE', ?, 0)");
                PreparedStatement address = connection.prepareStatement(
                        "INSERT INTO member_address (channel, chat, member_id, last_seen_at) VALUES ('telegram', ?, ?, 0)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                long id = 1_000_000L + i;
                member.setLong(1, id);
                member.setString(2, "Cán bộ " + i);
                member.setString(3, units.get(i % units.size()));
                member.addBatch();
                address.setString(1, Long.toString(FIRST_CHAT + i));
                address.setLong(2, id);
                address.addBatch();
            }
            member.executeBatch();
            address.executeBatch();
            connection.commit();
        }
    }

    static long count(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
