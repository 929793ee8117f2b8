package danvan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** A cadre at the phone page, who asks the bot for something again and again; how long each reply takes. */
final class PhoneReplies implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String chat;
    private final String origin;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Stream<String> events;
    private final Thread listener;
    private int number;

    PhoneReplies(String root) throws IOException, InterruptedException {
        String home = http.send(HttpRequest.newBuilder(URI.create(root)).build(), BodyHandlers.ofString())
                .body();
        String link = Jsoup.parse(home).select("a[href^=c/]").attr("href");
        this.chat = root + link;
        this.origin = root.substring(0, root.length() - 1);
        HttpResponse<Stream<String>> stream =
                http.send(HttpRequest.newBuilder(URI.create(chat + "/events")).build(), BodyHandlers.ofLines());
        this.events = stream.body();
        this.listener = new Thread(
                () -> events.filter(line -> line.startsWith("data: ") && line.contains("\"BOT\""))
                        .forEach(said::add),
                "phone");
        listener.setDaemon(true);
        listener.start();
    }

    /** How many milliseconds each of some replies took, the shortest first. */
    List<Double> measure(int times) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            said.clear();
            long from = System.nanoTime();
            HttpResponse<String> kept = http.send(
                    HttpRequest.newBuilder(URI.create(chat + "/say"))
                            .header("Content-Type", "application/json")
                            .header("Origin", origin)
                            .POST(BodyPublishers.ofString(
                                    "{\"id\":\"bench-" + System.nanoTime() + "-" + number++ + "\",\"text\":\"/help\"}"))
                            .build(),
                    BodyHandlers.ofString());
            if (kept.statusCode() != 200 || said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
                throw new IllegalStateException("the bot does not reply: " + kept.statusCode() + " " + kept.body());
            }
            millis.add((System.nanoTime() - from) / 1e6);
        }
        Collections.sort(millis);
        return millis;
    }

    @Override
    public void close() {
        listener.interrupt();
    }
}
