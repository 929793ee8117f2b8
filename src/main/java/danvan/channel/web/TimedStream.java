package danvan.channel.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A body that must go on at some pace: who sends a byte now and then gives the place to others. */
final class TimedStream extends FilterInputStream {
    /** A slow mobile network manages several times as much. */
    static final long BYTES_A_SECOND = 512;

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final long begun;
    private long bytes;

    TimedStream(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    /** Reads over what nobody wants, at the same pace. */
    void drop(long most) throws IOException {
        byte[] dropped = new byte[8_192];
        for (long left = most; left > 0; ) {
            int read = read(dropped, 0, (int) Math.min(dropped.length, left));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private void count(int more) {
        bytes += more;
        long seconds =
                Duration.ofNanos(nanoTime.getAsLong() - begun).minus(GRACE).toSeconds();
        if (seconds > 0 && bytes < seconds * BYTES_A_SECOND) {
            throw new Refusal(408, "slow");
        }
    }
}
