package danvan.library.imports;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class PostgresImportsTest extends ImportsContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.postgres();
    }
}
