package danvan.conversation;

import danvan.config.Config;
import danvan.storage.TestDatabase;
import org.junit.jupiter.api.Test;

class SqliteTurnsTest extends TurnsContract {
    @Test
    @Override
    void anUpdateThatMeetsAFullDiskWaitsHoweverOftenItIsTried() {
        super.anUpdateThatMeetsAFullDiskWaitsHoweverOftenItIsTried();
    }

    @Override
    Config.Storage storage() {
        return TestDatabase.sqlite(folder);
    }
}
