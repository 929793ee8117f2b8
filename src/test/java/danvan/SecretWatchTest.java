package danvan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch over all that is said sees a token, and nothing else. */
class SecretWatchTest {
    /** Put together here, so that no line of this file is one. */
    private static final String TOKEN = "987654321" + ":" + "AAF-watched_0123456789abcdefghijklmno";

    private final Queue<String> found = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream behind = new ByteArrayOutputStream();
    private final PrintStream watched =
            SecretWatch.watched(new PrintStream(behind, true, StandardCharsets.UTF_8), found);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://api.telegram.org/bot%s/getMe failed",
                "java.io.IOException: https://api.telegram.org/bot%s/getUpdates?timeout=50",
                "telegram.token: %s",
                "token=%s"
            })
    void aTokenIsFoundAndNotSaidAgain(String line) {
        watched.println("before");
        watched.println(line.formatted(TOKEN));
        assertThatThrownBy(() -> SecretWatch.fail(found))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(line.substring(0, 6).replace("%s", ""))
                .hasMessageNotContaining("AAF-watched");
        assertThat(behind.toString(StandardCharsets.UTF_8)).contains(TOKEN);
        SecretWatch.fail(found);
    }

    @Test
    void itIsFoundInPiecesEncodedAndAfterALongLine() {
        watched.print("x".repeat(8_150));
        watched.print(TOKEN.substring(0, 20));
        watched.print(TOKEN.substring(20));
        watched.println();
        assertThat(found).isNotEmpty();
        found.clear();
        watched.println("proxy asked for bot" + TOKEN.replace(":", "%3A") + "/sendMessage");
        assertThat(found).hasSize(1);
        assertThatThrownBy(() -> SecretWatch.clean("a child said " + TOKEN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatLooksLikeOneIsNone() {
        watched.println("2024-01-02 07:30:00.123 INFO Polling: polling as @danvan_bot (123456789)");
        watched.println("123456789:too-short");
        watched.println("telegram.token: <hidden>, chat 123456789: message 17");
        watched.println("sha256:0123456789abcdef0123456789abcdef0123456789abcdef");
        assertThat(found).isEmpty();
        assertThat(SecretWatch.clean("nothing")).isEqualTo("nothing");
    }

    /** Or nothing would ever be seen. */
    @Test
    void theStreamsOfThisProcessAreWatched() {
        System.out.println("watched bot" + TOKEN);
        assertThatThrownBy(SecretWatch::failIfAny).isInstanceOf(AssertionError.class);
        System.err.println("watched bot" + TOKEN);
        assertThatThrownBy(SecretWatch::failIfAny).isInstanceOf(AssertionError.class);
    }
}
