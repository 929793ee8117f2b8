package danvan.channel.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final int LONGEST_FIELDS = Server.LONGEST_BODY;
    private static final int LONGEST_NAME = 120;
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

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Sent> files = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();

    private FormFiles() {}

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
        FormFiles form = new FormFiles();
        boolean whole = false;
        try (Parts parts = form.new Parts(limits, allowed)) {
            MultiPart.Parser parser = new MultiPart.Parser(boundary, parts);
            parser.setMaxParts(MOST_PARTS);
            form.feed(request, limits, parser, parts);
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

    private void feed(Context request, Limits limits, MultiPart.Parser parser, Parts parts) throws IOException {
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
        if (!parts.complete) {
            throw new NotTaken(Reason.MALFORMED);
        }
        parts.allow();
    }

    private static void parse(MultiPart.Parser parser, Parts parts, ByteBuffer bytes, boolean last)
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
        return fields.getOrDefault(name, "");
    }

    /** The files that are not empty, in the order in which they were sent. */
    public List<Sent> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() {
        for (Path file : kept) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The system clears its own folder for such files.
                file.toFile().deleteOnExit();
            }
        }
    }

    /** Takes the parts as they come. */
    private final class Parts implements MultiPart.Parser.Listener, AutoCloseable {
        private final Limits limits;
        private final Predicate<Map<String, String>> allowed;
        private Optional<RuntimeException> failure = Optional.empty();
        private boolean asked;
        private boolean complete;
        private int fieldBytes;
        private Disposition about = Disposition.NONE;
        private String type = "";
        private ByteArrayOutputStream text = new ByteArrayOutputStream();
        private Optional<OutputStream> file = Optional.empty();
        private Optional<Path> path = Optional.empty();
        private long bytes;

        Parts(Limits limits, Predicate<Map<String, String>> allowed) {
            this.limits = limits;
            this.allowed = allowed;
        }

        void fail() throws IOException {
            RuntimeException why = failure.orElse(null);
            if (why instanceof UncheckedIOException disk) {
                throw disk.getCause();
            }
            if (why != null) {
                throw why;
            }
        }

        void allow() {
            if (!asked && !allowed.test(Map.copyOf(fields))) {
                throw new NotTaken(Reason.NOT_ALLOWED);
            }
            asked = true;
        }

        @Override
        public void onPartBegin() {
            about = Disposition.NONE;
            type = "";
            text = new ByteArrayOutputStream();
            bytes = 0;
        }

        @Override
        public void onPartHeader(String name, String value) {
            if (name.equalsIgnoreCase("Content-Disposition")) {
                about = Disposition.of(value);
            } else if (name.equalsIgnoreCase("Content-Type")) {
                type = value.strip();
            }
        }

        /** The parser logs and passes over what a listener throws: it is kept, and ends the reading with the chunk. */
        private void unlessFailed(Runnable step) {
            if (failure.isEmpty()) {
                try {
                    step.run();
                } catch (NotTaken | UncheckedIOException e) {
                    failure = Optional.of(e);
                }
            }
        }

        @Override
        public void onPartHeaders() {
            unlessFailed(this::begin);
        }

        private void begin() {
            if (!about.isFile()) {
                return;
            }
            allow();
            if (files.size() >= limits.files()) {
                throw new NotTaken(Reason.TOO_LARGE);
            }
            try {
                Path fresh = Files.createTempFile("danvan-desk-", ".part");
                kept.add(fresh);
                path = Optional.of(fresh);
                file = Optional.of(Files.newOutputStream(fresh));
            } catch (IOException e) {
                throw new UncheckedIOException("storing a file that is sent at the desk", e);
            }
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            unlessFailed(() -> take(chunk));
        }

        private void take(Content.Chunk chunk) {
            ByteBuffer buffer = chunk.getByteBuffer();
            byte[] content = new byte[buffer.remaining()];
            buffer.get(content);
            bytes += content.length;
            if (about.isFile()) {
                keep(content);
                return;
            }
            fieldBytes += content.length;
            if (fieldBytes > LONGEST_FIELDS) {
                throw new NotTaken(Reason.TOO_LARGE);
            }
            text.writeBytes(content);
        }

        private void keep(byte[] content) {
            if (bytes > limits.oneFile()) {
                return;
            }
            try {
                file.orElseThrow().write(content);
            } catch (IOException e) {
                throw new UncheckedIOException("storing a file that is sent at the desk", e);
            }
        }

        @Override
        public void onPartEnd() {
            unlessFailed(this::end);
        }

        private void end() {
            if (!about.isFile()) {
                fields.put(about.name(), text.toString(StandardCharsets.UTF_8));
                return;
            }
            close();
            if (bytes > 0 && !about.fileName().isEmpty()) {
                boolean tooLarge = bytes > limits.oneFile();
                files.add(new Sent(about.fileName(), type, bytes, tooLarge, path.orElseThrow()));
            }
        }

        @Override
        public void onComplete() {
            complete = true;
        }

        @Override
        public void onFailure(Throwable why) {
            unlessFailed(() -> {
                throw new NotTaken(Reason.MALFORMED);
            });
        }

        @Override
        public void close() {
            try (OutputStream done = file.orElse(OutputStream.nullOutputStream())) {
                done.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("storing a file that is sent at the desk", e);
            }
            file = Optional.empty();
        }
    }

    /**
     * What a part says it is.
     *
     * @param isFile whether it has a file name, be it empty
     */
    private record Disposition(String name, boolean isFile, String fileName) {
        static final Disposition NONE = new Disposition("", false, "");

        static Disposition of(String header) {
            // Browsers write the names as they are, in UTF-8, with quotes and line ends escaped (the form encoding of HTML).
            Optional<String> file = parameter(header, "filename");
            return new Disposition(
                    parameter(header, "name").orElse(""),
                    file.isPresent(),
                    file.map(Disposition::plain).orElse(""));
        }

        private static Optional<String> parameter(String header, String name) {
            String spaced = header.replaceAll(";\\s*+", "; ");
            String before = "; " + name + "=\"";
            int at = spaced.indexOf(before);
            if (at < 0) {
                return Optional.empty();
            }
            String rest = spaced.substring(at + before.length());
            int end = rest.indexOf('"');
            return Optional.of((end < 0 ? rest : rest.substring(0, end))
                    .replace("%22", "\"")
                    .replace("%0D%0A", " "));
        }

        /** Without the folder that old browsers send with it. */
        private static String plain(String name) {
            String last = name.replaceFirst("^.*[/\\\\]", "");
            String plain = ChatRoutes.UNWANTED.matcher(last).replaceAll("").strip();
            return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        }
    }
}
