package danvan.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.IntFunction;

/** A content read from one part after the other, each fetched when it is needed. */
final class PartStream extends InputStream {
    private final int parts;
    private final IntFunction<byte[]> fetch;
    private int next;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);

    PartStream(int parts, IntFunction<byte[]> fetch) {
        this.parts = parts;
        this.fetch = fetch;
    }

    @Override
    public int read() {
        return hasMore() ? current.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (most == 0) {
            return 0;
        }
        return hasMore() ? current.read(into, from, most) : -1;
    }

    @Override
    public int available() {
        return current.available();
    }

    private boolean hasMore() {
        while (current.available() == 0 && next < parts) {
            current = new ByteArrayInputStream(fetch.apply(next));
            next++;
        }
        return current.available() > 0;
    }
}
