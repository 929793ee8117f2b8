package danvan.storage.move;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, told in short: how many rows, and a sum over their hashes, in which their order does not count. Two
 * databases that hold the same have the same, whatever each calls its types.
 */
final class Content {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest;
    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    Content() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a row: whole numbers, fractions, texts, bytes and nulls. */
    void add(List<? extends @Nullable Object> values) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (@Nullable Object value : values) {
            byte[] bytes = bytes(value);
            // Its kind and its length, so that no two rows are written alike.
            row.write(kind(value));
            row.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            row.writeBytes(bytes);
        }
        sum = sum.add(new BigInteger(1, digest.digest(row.toByteArray()))).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    String checksum() {
        return sum.toString(16);
    }

    boolean isSame(Content other) {
        return rows == other.rows && sum.equals(other.sum);
    }

    private static int kind(@Nullable Object value) {
        return value == null ? 0 : value instanceof byte[] ? 1 : value instanceof String ? 2 : 3;
    }

    private static byte[] bytes(@Nullable Object value) {
        return value == null
                ? new byte[0]
                : value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
