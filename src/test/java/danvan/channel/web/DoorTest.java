package danvan.channel.web;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, from where, and with what. */
class DoorTest {
    private static final String HERE = "/c/" + Phone.LINK;
    private static final String WORDS = "{\"id\":\"id-00001\",\"text\":\"x\"}";

    @TempDir
    private Path folder;

    private Phone phone;

    @BeforeEach
    void opens() {
        phone = new Phone(folder, false);
    }

    @AfterEach
    void closes() {
        phone.close();
    }

    @Test
    void thePageBeginsInTheLanguageOfTheSettings() {
        assertThat(phone.get(HERE).body()).contains("<html lang=\"tr\">");
    }

    @Test
    void aLinkOpensTheChat() {
        HttpResponse<String> page = phone.get(HERE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<!doctype html>", "\"rehearsal\":false")
                .doesNotContain("Lan");
        for (String asset : page.body().split("(href|src)=\"", -1)) {
            if (asset.startsWith("../page.")) {
                HttpResponse<String> file = phone.get(asset.substring(2, asset.indexOf('"')));
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                        .contains("immutable");
            }
        }
    }

    @Test
    void thePageStaysSmall() {
        int bytes = 0;
        for (String path : new String[] {HERE, "/page.css", "/page.js"}) {
            bytes += phone.get(path).body().getBytes(StandardCharsets.UTF_8).length;
        }
        assertThat(bytes).as("unpacked").isLessThanOrEqualTo(40 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history", "/events", "/file/1"})
    void anUnknownLinkOpensNothing(String path) {
        HttpResponse<String> answer = phone.get("/c/guessed" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("guessed", "Lan", Phone.LINK);
    }

    @Test
    void anUnknownLinkCannotSpeak() {
        HttpResponse<String> answer = phone.send(phone.request("/c/guessed/say")
                .header("Content-Type", "application/json")
                .POST(ofString(WORDS)));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"unknown-link\"}");
        assertThat(phone.inbox.waiting()).isZero();
    }

    @Test
    void whoGuessesIsSlowedDownAndWhoWasInBeforeIsNot() {
        assertThat(phone.get(HERE).statusCode()).isEqualTo(200);
        for (int i = 0; i < Misses.MOST_A_MINUTE; i++) {
            assertThat(phone.get("/c/guess" + i).statusCode()).isEqualTo(404);
        }

        assertThat(phone.get("/c/secret-of-minh").statusCode()).isEqualTo(429);
        assertThat(phone.get(HERE).statusCode()).isEqualTo(200);
        assertThat(phone.send(phone.request("/c/secret-of-minh").header("X-Forwarded-For", "203.0.113.9"))
                        .statusCode())
                .as("another address, as the proxy on this machine says")
                .isEqualTo(200);
    }

    @Test
    void aTapNamesALineOfItsOwnChatAndNothingElse() {
        for (String message : new String[] {"outbox:1", "-1", "x", "9".repeat(19)}) {
            String tap = "{\"id\":\"tap-0001\",\"messageId\":\"" + message + "\",\"action\":\"report:v:1\"}";
            assertThat(phone.posts("/tap", tap).statusCode()).as(message).isEqualTo(400);
        }
        assertThat(phone.inbox.waiting()).isZero();
    }

    @Test
    void aGuesserIsForgivenAfterAMinute() {
        long[] time = {0};
        Misses misses = new Misses(() -> time[0]);
        for (int i = 0; i < Misses.MOST_A_MINUTE; i++) {
            assertThat(misses.tooMany("here")).isFalse();
            misses.add("here");
        }
        assertThat(misses.tooMany("here")).isTrue();
        assertThat(misses.tooMany("elsewhere")).isFalse();

        time[0] = 60_000_000_000L;
        assertThat(misses.tooMany("here")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "not an origin"})
    void anotherSitesPageCannotSpeakForAMember(String origin) {
        HttpResponse<String> answer = phone.send(json().header("Origin", origin));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(phone.inbox.waiting()).isZero();
    }

    @Test
    void theBrowsersOwnWordCounts() {
        assertThat(phone.send(json().header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(phone.send(json().header("Sec-Fetch-Site", "same-site")).statusCode())
                .isEqualTo(403);
        assertThat(phone.send(json().header("Sec-Fetch-Site", "same-origin").header("Origin", phone.origin()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(phone.send(json().header("Origin", phone.origin())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void behindAProxyThePublicAddressIsOurs() {
        phone.close();
        phone = new Phone(folder, false, "127.0.0.1", Optional.of(URI.create("https://bot.example/danvan")));

        assertThat(phone.send(json().header("Origin", "https://bot.example")).statusCode())
                .isEqualTo(200);
        assertThat(phone.send(json().header("Origin", "http://bot.example")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void onlyJsonIsTaken(String type) {
        HttpResponse<String> answer = phone.send(
                phone.request(HERE + "/say").header("Content-Type", type).POST(ofString(WORDS)));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(phone.inbox.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"id\":\"id-00001\"}",
                "{\"text\":\"x\"}",
                "{\"id\":\"short\",\"text\":\"x\"}",
                "{\"id\":\"../../etc/passwd\",\"text\":\"x\"}",
                "{\"id\":\"id-00001\",\"text\":\" \\n \"}",
                "{\"id\":\"id-00001\",\"text\":\"\\u0000\"}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        assertThat(phone.posts("/say", body).statusCode()).isEqualTo(400);
        assertThat(phone.posts("/tap", body).statusCode()).isEqualTo(400);
        assertThat(phone.inbox.waiting()).isZero();
    }

    @Test
    void aFileIsTakenFromOurPageOnly() {
        assertThat(phone.send(phone.request(HERE + "/file?id=id-00001&name=x")
                                .header("Content-Type", "text/plain")
                                .POST(ofString("x")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(phone.send(phone.request(HERE + "/file?id=id-00001&name=x")
                                .header("Content-Type", "application/octet-stream")
                                .header("Origin", "https://evil.example")
                                .POST(ofString("x")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(phone.send(phone.request("/c/guessed/file?id=id-00001&name=x")
                                .header("Content-Type", "application/octet-stream")
                                .POST(ofString("x")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(phone.inbox.waiting()).isZero();
    }

    @Test
    void aTextMayBeAsLongAsTelegramsAndNoLonger() {
        assertThat(phone.says("id-00001", "ệ".repeat(ChatRoutes.LONGEST_TEXT)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = phone.says("id-00002", "x".repeat(ChatRoutes.LONGEST_TEXT + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"error\":\"too-long\"}");
        assertThat(phone.inbox.waiting()).isEqualTo(1);
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadToItsEnd() {
        String large = "x".repeat(ChatRoutes.LONGEST_BODY + 1);

        assertThat(phone.says("id-00001", large).statusCode()).isEqualTo(413);
        HttpRequest.BodyPublisher ofUnknownLength =
                HttpRequest.BodyPublishers.fromPublisher(ofString("{\"id\":\"id-00001\",\"text\":\"" + large + "\"}"));
        assertThat(phone.send(phone.request(HERE + "/say")
                                .header("Content-Type", "application/json")
                                .POST(ofUnknownLength))
                        .statusCode())
                .isEqualTo(413);
        assertThat(phone.inbox.waiting()).isZero();
    }

    @Test
    void everyAnswerGuardsTheLink() {
        for (String path : new String[] {HERE, HERE + "/history", "/", "/c/guessed", "/nothing/here"}) {
            var headers = phone.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void theFirstPageAsksForAPersonalLink() {
        assertThat(phone.get("/").body()).contains("class=\"notice needed\"").doesNotContain(Phone.LINK);
    }

    @Test
    void inARehearsalTheFirstPageOffersTheExampleMembers() {
        rehearses("127.0.0.1");

        assertThat(phone.get("/").body()).contains("href=\"c/" + Phone.LINK, "Nguyễn Thị Lan", "cán bộ &lt;xã&gt;");
        assertThat(phone.get(HERE).body()).contains("\"rehearsal\":true", "Nguyễn Thị Lan", "\\u003cxã>");
    }

    @Test
    void aRehearsalThatOthersCanReachShowsNobodysLink() {
        rehearses("0.0.0.0");

        assertThat(phone.get("/").body()).doesNotContain(Phone.LINK);
        assertThat(phone.get(HERE).body()).contains("\"rehearsal\":true").doesNotContain("Nguyễn Thị Lan");
    }

    private void rehearses(String host) {
        phone.close();
        phone = new Phone(folder, true, host, Optional.empty());
    }

    private HttpRequest.Builder json() {
        return phone.request(HERE + "/say")
                .header("Content-Type", "application/json")
                .POST(ofString(WORDS));
    }
}
