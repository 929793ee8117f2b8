package danvan.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** A connection to a shared database that is not of the pool, for what belongs to a session. */
final class OwnConnection {
    private OwnConnection() {}

    /**
     * Connects.
     *
     * @param name shown in the database's list of sessions
     * @param patience after which an answer that has not come counts as a lost connection
     */
    static Connection open(Database database, String name, Duration patience) throws SQLException {
        HikariDataSource pool = database.pool()
                .map(HikariDataSource.class::cast)
                .orElseThrow(() -> new IllegalStateException("this database is not shared"));
        Properties properties = new Properties();
        Optional.ofNullable(pool.getUsername()).ifPresent(user -> properties.setProperty("user", user));
        Optional.ofNullable(pool.getPassword()).ifPresent(word -> properties.setProperty("password", word));
        String seconds = Long.toString(patience.toSeconds());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", name);
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }
}
