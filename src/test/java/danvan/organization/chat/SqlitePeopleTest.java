package danvan.organization.chat;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class SqlitePeopleTest extends PeopleContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.sqlite(folder);
    }
}
