package danvan.channel.web;

import danvan.channel.web.FormFiles.Limits;
import danvan.channel.web.FormFiles.NotTaken;
import danvan.channel.web.FormFiles.Reason;
import danvan.channel.web.FormFiles.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** Takes the parts as they come. */
final class FormParts implements MultiPart.Parser.Listener, AutoCloseable {
    private static final int LONGEST_FIELDS = Server.LONGEST_BODY;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Sent> files = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();
    private final Limits limits;
    private final Predicate<Map<String, String>> allowed;
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean asked;
    private boolean complete;
    private int fieldBytes;
    private PartName about = PartName.NONE;
    private String type = "";
    private ByteArrayOutputStream text = new ByteArrayOutputStream();
    private Optional<OutputStream> file = Optional.empty();
    private Optional<Path> path = Optional.empty();
    private long bytes;

    FormParts(Limits limits, Predicate<Map<String, String>> allowed) {
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

    boolean isComplete() {
        return complete;
    }

    Map<String, String> fields() {
        return fields;
    }

    List<Sent> files() {
        return files;
    }

    /** The files on the disk, to be deleted. */
    List<Path> kept() {
        return kept;
    }

    @Override
    public void onPartBegin() {
        about = PartName.NONE;
        type = "";
        text = new ByteArrayOutputStream();
        bytes = 0;
    }

    @Override
    public void onPartHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Disposition")) {
            about = PartName.of(value);
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
