package danvan.organization.chat;

import danvan.config.Config;
import danvan.storage.TestDatabase;

class PostgresPeopleTest extends PeopleContract {
    @Override
    Config.Storage storage() {
        return TestDatabase.postgres();
    }
}
