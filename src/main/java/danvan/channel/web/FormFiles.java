package danvan.channel.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * A form with files ({@code multipart/form-data}), read part by part as it arrives: what is in its fields is kept, what is in
 * its files goes to the disk, and is deleted when this is closed. Before the first byte of a file is kept, the fields that
 * stand before it must be allowed.
 */
public final class FormFiles implements AutoCloseable {
    private static final int MOST_PARTS = 200;

    /**
     * How much is taken.
     *
     * @param oneFile bytes of one file; of a larger one nothing is kept
     * @param files how many
     * @param all bytes of all, whatever is in it
     */
    public record Limits(long oneFile, int files, long all) {}

    /**
     * A file that was sent.
     *
     * @param tooLarge whether nothing of it was kept for its size
     */
    public record Sent(String name, String type, long bytes, boolean tooLarge, Path content) {
        public InputStream open() throws IOException {
            return Files.newInputStream(content);
        }
    }

    /** Why nothing is taken. */
    public enum Reason {
        NOT_ALLOWED,
        TOO_LARGE,
        SLOW,
        MALFORMED
    }

    /** Nothing of it is taken. */
    public static final class NotTaken extends RuntimeException {
        private final Reason reason;

        NotTaken(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    private final FormParts parts;

    private FormFiles(FormParts parts) {
        this.parts = parts;
    }

    /** Whether a request is such a form. */
    public static boolean is(Context request) {
        return Optional.ofNullable(request.contentType())
                .filter(type -> type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length()))
                .isPresent();
    }

    /**
     * Reads it.
     *
     * @param allowed asked with the fields that stand before the first file, or with all where there is none
     * @throws NotTaken for whatever reason nothing is taken
     * @throws IOException where it ends before it is whole, or the disk takes nothing
     */
    public static FormFiles read(Context request, Limits limits, Predicate<Map<String, String>> allowed)
            throws IOException {
        String boundary = Optional.ofNullable(request.contentType())
                .map(MultiPart::extractBoundary)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new NotTaken(Reason.MALFORMED));
        FormParts parts = new FormParts(limits, allowed);
        FormFiles form = new FormFiles(parts);
        boolean whole = false;
        try (parts) {
            MultiPart.Parser parser = new MultiPart.Parser(boundary, parts);
            parser.setMaxParts(MOST_PARTS);
            feed(request, limits, parser, parts);
            whole = true;
            return form;
        } catch (Refusal slow) {
            throw new NotTaken(Reason.SLOW);
        } finally {
            if (!whole) {
                form.close();
            }
        }
    }

    private static void feed(Context request, Limits limits, MultiPart.Parser parser, FormParts parts)
            throws IOException {
        TimedStream body = new TimedStream(request.bodyInputStream(), System::nanoTime);
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            all += read;
            if (all > limits.all()) {
                // Who is still sending does not hear the answer: as much again is let in and dropped.
                body.drop(limits.all());
                throw new NotTaken(Reason.TOO_LARGE);
            }
            parse(parser, parts, ByteBuffer.wrap(buffer, 0, read), false);
        }
        parse(parser, parts, ByteBuffer.allocate(0), true);
        if (!parts.isComplete()) {
            throw new NotTaken(Reason.MALFORMED);
        }
        parts.allow();
    }

    private static void parse(MultiPart.Parser parser, FormParts parts, ByteBuffer bytes, boolean last)
            throws IOException {
        parser.parse(Content.Chunk.from(bytes, last));
        parts.fail();
    }

    /** Reads over a body that nobody wants, so that who is still sending hears the answer. */
    public static void drop(Context request, Limits limits) throws IOException {
        try {
            new TimedStream(request.bodyInputStream(), System::nanoTime).drop(limits.all());
        } catch (Refusal slow) {
            throw new NotTaken(Reason.SLOW);
        }
    }

    /** A field's value; empty where it was not sent. */
    public String field(String name) {
        return parts.fields().getOrDefault(name, "");
    }

    /** The files that are not empty, in the order in which they were sent. */
    public List<Sent> files() {
        return List.copyOf(parts.files());
    }

    @Override
    public void close() {
        for (Path file : parts.kept()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The system clears its own folder for such files.
                file.toFile().deleteOnExit();
            }
        }
    }
}
