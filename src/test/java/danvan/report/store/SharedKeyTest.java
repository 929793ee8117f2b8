package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.storage.Database;
import danvan.storage.StorageException;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedKeyTest {
    @TempDir
    Path folder;

    /** Each process made a key of its own, and what one sealed was lost to the others. */
    @Test
    void aProcessWithAKeyOfItsOwnIsRefused() throws IOException {
        AnswerCipher first = AnswerCipher.in(folder.resolve("first.key"));
        AnswerCipher other = AnswerCipher.in(folder.resolve("other.key"));
        try (Database database = Database.open(TestDatabase.postgres())) {
            SharedKey.check(database, first);
            SharedKey.check(database, AnswerCipher.in(folder.resolve("first.key")));
            assertThatThrownBy(() -> SharedKey.check(database, other))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("reports.key");
        }
    }
}
