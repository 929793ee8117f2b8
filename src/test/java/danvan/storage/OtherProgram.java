package danvan.storage;

import danvan.config.Config;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Another program that has the SQLite file open and keeps it locked, as a backup or a viewer does. */
public final class OtherProgram implements AutoCloseable {
    private final Connection connection;

    public OtherProgram(Config.Storage storage) {
        try {
            connection = DriverManager.getConnection(storage.url());
        } catch (SQLException e) {
            throw new AssertionError("the file cannot be opened beside the bot", e);
        }
    }

    public OtherProgram locks() {
        run("BEGIN EXCLUSIVE");
        return this;
    }

    public void unlocks() {
        run("COMMIT");
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError("closing", e);
        }
    }
}
