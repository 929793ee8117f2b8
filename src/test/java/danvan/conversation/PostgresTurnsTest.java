package danvan.conversation;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class PostgresTurnsTest extends TurnsContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.postgres();
    }
}
