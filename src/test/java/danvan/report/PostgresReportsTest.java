package danvan.report;

import danvan.config.Config;
import danvan.storage.TestDatabase;
import java.nio.file.Path;

class PostgresReportsTest extends ReportsTest {
    @Override
    Config.Storage storage(Path where) {
        return TestDatabase.postgres();
    }
}
