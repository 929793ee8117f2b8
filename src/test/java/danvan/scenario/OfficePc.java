package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A PC in the office, whose browser keeps cookies and runs no script: follows links, fills in forms and sends them. */
final class OfficePc {
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36";

    private final CookieManager cookies;
    private final HttpClient http;
    private final String root;
    private HttpResponse<byte[]> answer;
    private Document page = new Document("");

    private final Runnable settles;

    OfficePc(Bot bot, String root) {
        this(root, bot::settles);
    }

    /** A PC at the desk of a bot that is a process of its own. */
    OfficePc(String root) {
        this(root, () -> {});
    }

    private OfficePc(String root, Runnable settles) {
        this.cookies = new CookieManager();
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.root = root;
        this.settles = settles;
    }

    private OfficePc(OfficePc same, String root) {
        this.cookies = same.cookies;
        this.http = same.http;
        this.settles = same.settles;
        this.root = root;
    }

    /** The same browser, whose requests a balancer hands to another process. */
    OfficePc at(String otherRoot) {
        return new OfficePc(this, otherRoot);
    }

    /** Opens a page, such as {@code desk/reports}. */
    OfficePc opens(String path) {
        return sends(HttpRequest.newBuilder(URI.create(root + path)));
    }

    /** Follows a link of the page by its words. */
    OfficePc follows(String words) {
        Element link = page.select("a").stream()
                .filter(one -> one.text().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + words + " on " + text()));
        return sends(HttpRequest.newBuilder(URI.create(link.absUrl("href"))));
    }

    /**
     * Presses a button: its form is sent with what stands in it.
     *
     * @param fields names and values, which take the place of what stands there
     */
    OfficePc presses(String button, String... fields) {
        Element pressed = page.select("button").stream()
                .filter(one -> one.text().contains(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " on " + text()));
        Element form = pressed.closest("form");
        if (form == null) {
            throw new AssertionError("a button without a form: " + button);
        }
        List<String> typed = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            names.add(fields[i]);
            typed.add(pair(fields[i], fields[i + 1]));
        }
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            boolean ticked = !field.attr("type").matches("checkbox|radio") || field.hasAttr("checked");
            if (ticked && !names.contains(field.attr("name"))) {
                typed.add(pair(
                        field.attr("name"),
                        field.normalName().equals("select")
                                ? chosen(field)
                                : field.normalName().equals("textarea") ? field.wholeText() : field.val()));
            }
        }
        if (!pressed.attr("name").isEmpty()) {
            typed.add(pair(pressed.attr("name"), pressed.val()));
        }
        String body = String.join("&", typed);
        String action = form.absUrl("action");
        return form.attr("method").equals("post")
                ? sends(HttpRequest.newBuilder(URI.create(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", root.substring(0, root.length() - 1))
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(body)))
                : sends(HttpRequest.newBuilder(URI.create(action + "?" + body)));
    }

    /** Sends a form's body as anybody could. */
    OfficePc posts(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return sends(headers.length == 0 ? request : request.headers(headers));
    }

    /** A file that is sent with a form. */
    @SuppressWarnings("ArrayRecordComponent") // made and sent, never compared
    record Chosen(String name, byte[] content) {}

    /** Chooses files in a form of the page and sends it, as a browser without script does. */
    OfficePc uploads(String action, Chosen... files) {
        Element form = page.select("form[enctype]").stream()
                .filter(one -> one.absUrl("action").endsWith(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form sends files to " + action + " on " + text()));
        return sendsFiles(form.absUrl("action"), token(), files);
    }

    /** Sends files as anybody could. */
    OfficePc sendsFiles(String path, String token, Chosen... files) {
        String boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
        return sendsBody(path, "multipart/form-data; boundary=" + boundary, parts(boundary, token, files));
    }

    OfficePc sendsBody(String path, String type, byte[] body) {
        return sends(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path))
                .header("Content-Type", type)
                .header("Origin", root.substring(0, root.length() - 1))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    static byte[] parts(String boundary, String token, Chosen... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        for (Chosen file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Says something in the chat of a page, as its script does. */
    OfficePc says(String page, String words, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + page + "/say"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"id\":\"said-" + System.nanoTime() + "\",\"text\":\"" + words + "\"}"));
        return sends(headers.length == 0 ? request : request.headers(headers));
    }

    /** The token of the page's forms. */
    String token() {
        return page.select("input[name=csrf]").attr("value");
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        Element first = select.selectFirst("option");
        Element taken = option != null ? option : first;
        return taken == null ? "" : taken.hasAttr("value") ? taken.attr("value") : taken.text();
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private OfficePc sends(HttpRequest.Builder request) {
        try {
            answer = http.send(
                    request.header("User-Agent", CHROME)
                            .header("Accept-Language", "vi-VN,vi;q=0.9")
                            .build(),
                    BodyHandlers.ofByteArray());
            page = Jsoup.parse(body(), answer.uri().toString());
            // What others were told of it has arrived when the test goes on.
            settles.run();
            return this;
        } catch (IOException e) {
            throw new AssertionError("the desk does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", e);
        }
    }

    /** Comes in as a member of the scenario does: the code goes to the bot, the number is chosen in the chat. */
    OfficePc comesInAs(Member member) {
        return comesInAs(member, false);
    }

    OfficePc comesInAs(Member member, boolean ownPc) {
        opens("desk");
        presses("Lấy mã", ownPc ? new String[] {"own", "on"} : new String[0]);
        member.says(code());
        member.taps(number());
        return opens("desk/code");
    }

    String code() {
        return page.select("output.code").first().text();
    }

    String number() {
        return page.select("output.code").last().text();
    }

    OfficePc sees(String... words) {
        assertThat(text()).contains(words);
        return this;
    }

    OfficePc doesNotSee(String... words) {
        assertThat(text()).doesNotContain(words);
        return this;
    }

    OfficePc isAnswered(int status) {
        assertThat(answer.statusCode()).as(() -> answer.uri() + " " + text()).isEqualTo(status);
        return this;
    }

    /** The lines of the page's first table, cells parted by a bar. */
    List<String> rows() {
        return page.select("table").first() == null
                ? List.of()
                : page.select("table").first().select("tbody tr").stream()
                        .map(row ->
                                row.select("th, td").stream().map(Element::text).collect(Collectors.joining(" | ")))
                        .toList();
    }

    String text() {
        return page.text();
    }

    Document page() {
        return page;
    }

    byte[] bytes() {
        return answer.body();
    }

    String body() {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    String address() {
        return answer.uri().toString();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** What the browser was told to keep by the first of the answers that told it something. */
    List<String> setCookies() {
        List<String> told = new ArrayList<>();
        for (HttpResponse<byte[]> one = answer;
                one != null;
                one = one.previousResponse().orElse(null)) {
            told.addAll(one.headers().allValues("Set-Cookie"));
        }
        return told;
    }

    int status() {
        return answer.statusCode();
    }
}
