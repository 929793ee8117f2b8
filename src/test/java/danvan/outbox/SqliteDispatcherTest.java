package danvan.outbox;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class SqliteDispatcherTest extends DispatcherContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.sqlite(folder);
    }
}
