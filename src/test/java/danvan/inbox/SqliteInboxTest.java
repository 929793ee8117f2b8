package danvan.inbox;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class SqliteInboxTest extends InboxContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.sqlite(folder);
    }
}
