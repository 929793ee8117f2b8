package danvan.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.Eventually;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BroadcastWorkTest {
    private static final int PEOPLE = 1_000;

    @TempDir
    Path folder;

    @Test
    void restartsInTheMiddleNeitherLoseNorDoubleAPerson() {
        try (Crowd crowd = new Crowd(folder, PEOPLE)) {
            crowd.begins();
            for (int part = 1; part <= 3; part++) {
                int enough = part * PEOPLE / 5;
                Eventually.await("a part of the people", () -> crowd.enlisted() >= enough);
                crowd.restarts();
            }
            Eventually.await("all people", () -> crowd.enlisted() == PEOPLE);
            crowd.restarts();
            assertThat(crowd.messages()).isEqualTo(PEOPLE);
            assertThat(crowd.chats()).isEqualTo(PEOPLE);
        }
    }
}
