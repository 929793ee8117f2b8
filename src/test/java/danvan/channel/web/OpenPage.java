package danvan.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A page that watches: reads server-sent events as they come. */
final class OpenPage implements AutoCloseable {
    private final InputStream stream;
    private final Thread reader;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    OpenPage(HttpClient http, HttpRequest.Builder request) {
        try {
            stream = http.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new AssertionError("the events do not begin", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", e);
        }
        reader = new Thread(this::read, "open-page");
        reader.setDaemon(true);
        reader.start();
    }

    /** The next event of a name, with its number and data; others before it are passed over. */
    String next(String name) {
        try {
            for (@Nullable String event = poll(); event != null; event = poll()) {
                if (event.contains("event: " + name + "\n")) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no event " + name + " came within ten seconds");
    }

    /** Waits until the server lets the page go. */
    void isLetGo() {
        try {
            reader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (reader.isAlive()) {
            throw new AssertionError("the page still watches after ten seconds");
        }
    }

    private @Nullable String poll() throws InterruptedException {
        return events.poll(10, TimeUnit.SECONDS);
    }

    private void read() {
        try (Scanner scanner = new Scanner(stream, StandardCharsets.UTF_8).useDelimiter("\n\n")) {
            while (scanner.hasNext()) {
                events.add(scanner.next() + "\n");
            }
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a page", e);
        }
    }
}
