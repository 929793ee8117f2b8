package danvan.scenario;

import danvan.config.Config;
import danvan.storage.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** What the office sends in, tells many and answers, with PostgreSQL behind it. */
class DeskOfficeOnPostgresTest {

    @Nested
    class Uploads extends DeskUploadsTest {
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

    @Nested
    class Broadcasts extends DeskBroadcastsTest {
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

    @Nested
    class Programme extends DeskProgrammeTest {
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
}
