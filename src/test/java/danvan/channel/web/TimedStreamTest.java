package danvan.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A body goes on at some pace or ends, whether anybody wants it or not. */
class TimedStreamTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aBodyThatComesAtAPhonesPaceIsReadToItsEnd() throws IOException {
        assertThat(body(100_000, Duration.ofMillis(1)).readAllBytes()).hasSize(100_000);
    }

    @Test
    void aBodyThatComesByteByByteIsRefused() {
        assertThatThrownBy(() -> body(100_000, Duration.ofSeconds(1)).readAllBytes())
                .isInstanceOf(Refusal.class);
    }

    /** Whoever had sent enough for a day, or announced too much, could hold one of the few places for files for hours. */
    @Test
    void whatIsReadOverMustComeAtThatPaceToo() {
        assertThatThrownBy(() -> body(100_000, Duration.ofSeconds(1)).drop(100_000))
                .isInstanceOf(Refusal.class);
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void noMoreIsReadOverThanIsAsked() throws IOException {
        InputStream left = body(100_000, Duration.ZERO);
        ((TimedStream) left).drop(60_000);
        assertThat(left.readAllBytes()).hasSize(40_000);
        ((TimedStream) left).drop(10);
    }

    /** Gives a byte, after this time, whatever it is asked for. */
    private TimedStream body(int length, Duration each) {
        InputStream slow = new ByteArrayInputStream(new byte[length]) {
            @Override
            public synchronized int read(byte[] into, int offset, int most) {
                nanos.addAndGet(each.toNanos());
                return super.read(into, offset, each.isZero() ? most : Math.min(most, 1));
            }
        };
        return new TimedStream(slow, nanos::get);
    }
}
