package danvan.channel.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file that a phone loads once: packed at the start, and kept by the browser as long as its version is asked for. */
public final class Asset {
    private final byte[] plain;
    private final byte[] packed;
    private final String type;
    private final String version;

    /**
     * An asset.
     *
     * @param name a file of {@code /web} in the jar
     * @param type its media type
     */
    public Asset(String name, String type) {
        this(bare(read("/web/" + name), name.endsWith(".css")), type);
    }

    /**
     * A file of somebody else's, sent as it is.
     *
     * @param resource its whole name in the jar
     */
    public static Asset foreign(String resource, String type) {
        return new Asset(read(resource), type);
    }

    private Asset(byte[] content, String type) {
        this.plain = content;
        this.packed = packed(plain);
        this.type = type;
        CRC32 sum = new CRC32();
        sum.update(plain);
        this.version = HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** The text of a file of {@code /web} in the jar. */
    static String text(String name) {
        return new String(read("/web/" + name), StandardCharsets.UTF_8);
    }

    /** A word that changes with the content. */
    public String version() {
        return version;
    }

    public void send(Context request) {
        boolean current = version.equals(request.queryParam("v"));
        boolean unpacks = Optional.ofNullable(request.header("Accept-Encoding"))
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
        request.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        request.header("Vary", "Accept-Encoding");
        request.contentType(type);
        if (unpacks) {
            request.header("Content-Encoding", "gzip");
        }
        request.result(unpacks ? packed : plain);
    }

    /**
     * Blanks at the beginnings of lines, lines of comment, and in a style sheet the blanks behind a semicolon and beside braces
     * are for who reads the file here; they are a fifth of it.
     */
    private static byte[] bare(byte[] text, boolean style) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//") && !(line.startsWith("/*") && line.endsWith("*/")))
                .map(line -> style ? line.replace("; ", ";").replace(" {", "{").replace("{ ", "{") : line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("packing a file in memory", e);
        }
        return packed.toByteArray();
    }

    private static byte[] read(String name) {
        try (@Nullable InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
