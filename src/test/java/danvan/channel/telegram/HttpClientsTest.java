package danvan.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class HttpClientsTest {
    /** A proxy that passes an answer on byte by byte kept every read in time, and the poll had no end. */
    @Test
    void everyRequestHasAnEndHoweverItsAnswerTrickles() {
        for (OkHttpClient client :
                new OkHttpClient[] {HttpClients.polling(Optional.empty()), HttpClients.sending(Optional.empty())}) {
            assertThat(Duration.ofMillis(client.callTimeoutMillis()))
                    .isPositive()
                    .isLessThan(Duration.ofMinutes(5));
        }
        assertThat(Duration.ofMillis(HttpClients.polling(Optional.empty()).callTimeoutMillis()))
                .isGreaterThan(Polling.POLL.plusSeconds(10));
    }
}
