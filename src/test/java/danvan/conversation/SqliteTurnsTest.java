package danvan.conversation;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class SqliteTurnsTest extends TurnsContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.sqlite(folder);
    }
}
