package danvan.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.config.Config;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresStorageTest extends StorageContract {
    @Override
    Config.Storage empty() {
        return TestDatabase.emptyPostgres();
    }

    @Test
    void severalProcessesMayShareIt() {
        try (Database second = Database.open(storage)) {
            assertThat(second.shared()).isTrue();
            second.change(tx -> put(tx, "from the second", 1));
        }
        assertThat(probes()).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotThereIsNamedWithTheSettingsToCheckAndWithoutThePassword() {
        Config.Storage away = new Config.Storage(
                "jdbc:postgresql://127.0.0.1:1/danvan?connectTimeout=1", Optional.of("bot"), Optional.of("s3cret"));
        assertThatThrownBy(() -> Database.open(away))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("storage.url, storage.user and storage.password")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aPasswordInTheAddressIsNotInTheError() {
        Config.Storage nobody = new Config.Storage(
                "jdbc:postgresql://127.0.0.1:1/danvan?user=bot&password=s3cret", Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> Database.open(nobody))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/danvan: ")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }
}
