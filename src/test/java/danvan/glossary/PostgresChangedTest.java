package danvan.glossary;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class PostgresChangedTest extends ChangedContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.postgres();
    }
}
