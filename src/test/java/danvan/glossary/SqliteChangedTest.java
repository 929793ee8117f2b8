package danvan.glossary;

import danvan.config.Config;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteChangedTest extends ChangedContract {
    @TempDir
    Path folder;

    @Override
    Config.Storage storage() {
        return TestDatabase.sqlite(folder);
    }
}
