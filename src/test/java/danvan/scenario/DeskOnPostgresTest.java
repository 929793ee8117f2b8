package danvan.scenario;

import danvan.config.Config;
import danvan.storage.TestDatabase;
import java.sql.SQLException;
import java.util.Map;

/** The desk's reports on PostgreSQL, where every filter, order and search is another query to the database. */
class DeskOnPostgresTest extends DeskReportsTest {
    private final Config.Storage storage = TestDatabase.postgres();

    @Override
    Map<String, String> settings() {
        return Map.of("DANVAN_STORAGE_URL", storage.url());
    }

    @Override
    Rows rows() throws SQLException {
        return new Rows(storage);
    }
}
