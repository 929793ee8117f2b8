package danvan.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A browser on the phone page, which does what the page's scripts do. */
final class Browser {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String page;

    /** A browser on a page such as {@code http://127.0.0.1:8080/}. */
    Browser(String page) {
        this.page = page;
    }

    HttpResponse<String> opens(String link) {
        return sends(HttpRequest.newBuilder(URI.create(page + "c/" + link)));
    }

    HttpResponse<String> posts(String path, String json) {
        return sends(HttpRequest.newBuilder(URI.create(page + "c/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> joins(String code, String token, String name) {
        return posts(code + "/join", "{\"token\":\"" + token + "\",\"name\":\"" + name + "\"}");
    }

    /** What the talk behind a link says. */
    String talk(String link) {
        return opens(link + "/history").body();
    }

    private HttpResponse<String> sends(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", e);
        }
    }
}
