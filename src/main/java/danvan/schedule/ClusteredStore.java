package danvan.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz's tables in PostgreSQL, which several processes share: each time comes in one of them. A process that dies is
 * noticed by the others, which do what it had begun.
 */
final class ClusteredStore {
    /** The same for all processes: the rows of the tables bear it. */
    static final String NAME = "danvan";

    private static final int CHECK_IN_MILLIS = 5_000;

    /** How late a process hears at most of a time that another has set, and that ends before it comes. */
    private static final int LOOK_MILLIS = 5_000;

    private ClusteredStore() {}

    /** What Quartz is to be told, beside what holds for any store. */
    static Properties properties(DataSource database) {
        String source = "schedule-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(source, new Connections(database));
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", NAME);
        properties.setProperty(
                "org.quartz.scheduler.instanceId", UUID.randomUUID().toString());
        properties.setProperty("org.quartz.scheduler.idleWaitTime", Integer.toString(LOOK_MILLIS));
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.dataSource", source);
        properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", Integer.toString(CHECK_IN_MILLIS));
        // Nothing of a class is kept beside its name, so that another version reads it.
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        return properties;
    }

    /** The bot's own pool, which outlives Quartz. */
    private record Connections(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void initialize() {
            // It is open.
        }

        @Override
        public void shutdown() {
            // Its owner closes it.
        }
    }
}
