package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever likes can write to the bot, as often as they like. */
class FloodTest {
    @TempDir
    private Path data;

    /** One stranger, or a group the bot was put into, wrote a row for each message, and the rows stayed for two days. */
    @Test
    void oneStrangersFloodLeavesNoMoreThanAFewRows() throws Exception {
        try (Bot bot = new Bot(data, false)) {
            for (int i = 0; i < 1_500; i++) {
                bot.telegram().says(880_001, "Lạ", "Cho tôi hỏi " + i);
                bot.telegram()
                        .updates("{\"message\":{\"message_id\":" + i
                                + ",\"chat\":{\"id\":-7,\"type\":\"group\"},\"text\":\"x\"}}");
            }
            bot.settles();
        }
        try (Rows rows = new Rows(data)) {
            assertThat(rows.number("SELECT COUNT(*) FROM inbox")).isLessThan(2 * 200 + 100);
            assertThat(rows.number("SELECT COUNT(*) FROM outbox")).isLessThan(10);
            assertThat(rows.number("SELECT COUNT(*) FROM stranger")).isLessThan(3);
        }
    }
}
