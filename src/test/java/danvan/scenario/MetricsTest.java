package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.text.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What whoever watches the bot can read, and what nobody may. */
class MetricsTest {
    private static final String METRICS_TOKEN = "a-secret-of-the-watchers-0123456789";
    private static final Path DASHBOARD = Path.of("docs/operations/grafana-dashboard.json");

    private static final Pattern LABEL = Pattern.compile("([a-z_]++)[=!]~?\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby *\\(([a-z_, ]++)\\)");
    /** Labels that Prometheus itself puts to each figure. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    private static final Path ALERTS = Path.of("docs/operations/alerts.yml");

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("danvan");
    private final Level before = own.getLevel();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy failure = event.getThrowableProxy();
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + (failure == null ? "" : ThrowableProxyUtil.asString(failure)));
        }
    };
    private Bot bot;
    private URI page;
    private Member lan;

    @BeforeEach
    void opens() {
        own.setLevel(Level.DEBUG);
        listener.start();
        root.addAppender(listener);
        bot = new Bot(
                data,
                false,
                Pace.unlimited(),
                Map.of("DANVAN_WEB_PORT", "0", "DANVAN_OPERATIONS_METRICS_TOKEN", METRICS_TOKEN));
        page = URI.create(bot.app().openPage());
        lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
    }

    @AfterEach
    void closes() {
        bot.close();
        root.detachAppender(listener);
        own.setLevel(before);
    }

    @Test
    void whatHappensIsCounted() throws Exception {
        lan.says("08-ĐA/TU là gì?");
        lan.says("/help");
        String metrics = get("metrics").body();
        assertThat(value(metrics, "danvan_turn_seconds_count{outcome=\"done\"}"))
                .isGreaterThanOrEqualTo(2);
        assertThat(metrics).contains("danvan_search_seconds_count{grade=\"sure\"}");
        assertThat(value(metrics, "danvan_send_seconds_count{channel=\"telegram\",outcome=\"delivered\"}"))
                .isGreaterThanOrEqualTo(2);
        assertThat(value(metrics, "danvan_inbox_waiting")).isZero();
        assertThat(value(metrics, "danvan_outbox_waiting{channel=\"telegram\"}"))
                .isZero();
        assertThat(value(metrics, "danvan_database_up")).isEqualTo(1);
        assertThat(value(metrics, "danvan_poll_age_seconds{channel=\"telegram\"}"))
                .isBetween(0.0, 60.0);
        assertThat(value(metrics, "danvan_index_generation")).isPositive();
        assertThat(value(metrics, "danvan_jobs_open")).isZero();
        assertThat(get("healthz").statusCode()).isEqualTo(200);
        assertThat(get("healthz/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void otherMachinesReadNothingWithoutTheToken() throws Exception {
        assertThat(get("metrics", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(404);
        assertThat(get("metrics", "X-Forwarded-For", "203.0.113.9", "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("metrics", "X-Forwarded-For", "203.0.113.9", "Authorization", "Bearer " + METRICS_TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    /** Each failure that has an address in it might show the token, which stands in every address of the Bot API. */
    @Test
    void theTokenStandsInNoLogNoMessageAndNoFigure() throws Exception {
        MockResponse html = new MockResponse.Builder().code(502).body("<html>").build();
        for (String method : List.of("sendMessage", "getUpdates", "getFile", "setMyCommands", "sendDocument")) {
            for (MockResponse answer : List.of(
                    FakeTelegram.error(500, "Internal Server Error", ""),
                    FakeTelegram.error(401, "Unauthorized", ""),
                    FakeTelegram.error(404, "Not Found", ""),
                    FakeTelegram.error(409, "Conflict: terminated by other getUpdates request", ""),
                    FakeTelegram.hangUp(),
                    html)) {
                bot.telegram().fails(new FakeTelegram.Fault(method::equalsIgnoreCase, body -> true, false, answer));
            }
        }
        for (int i = 0; i < 3; i++) {
            lan.says("/help");
            lan.sendsPhoto(new byte[] {1, 2, 3});
        }
        String metrics = get("metrics").body();
        String health = get("healthz").body() + get("healthz/ready").body();
        bot.restarts();
        bot.close();
        String secret = FakeTelegram.TOKEN.substring(FakeTelegram.TOKEN.indexOf(':') + 1);
        assertThat(logged).as("something was logged").isNotEmpty();
        assertThat(logged).noneMatch(line -> line.contains(secret) || line.contains(METRICS_TOKEN));
        assertThat(metrics + health).doesNotContain(secret).doesNotContain(METRICS_TOKEN);
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret)
                        .doesNotContain(METRICS_TOKEN);
            }
        }
    }

    /** A panel over a figure that is not there shows nothing, and nobody notices on the day it is needed. */
    @Test
    void theDashboardAsksForFiguresThatAreThere() throws Exception {
        lan.says("08-ĐA/TU là gì?");
        Map<String, Set<String>> labels = new TreeMap<>();
        for (String line : get("metrics").body().split("\n", -1)) {
            if (!line.startsWith("#") && !line.isEmpty()) {
                Set<String> ofFigure = labels.computeIfAbsent(line.replaceFirst("[{ ].*", ""), any -> new TreeSet<>());
                LABEL.matcher(line).results().forEach(label -> ofFigure.add(label.group(1)));
            }
        }
        Set<String> there = labels.keySet();
        JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
        assertThat(dashboard.path("title").asText()).isNotEmpty();
        List<String> queries = new ArrayList<>(dashboard.findValuesAsText("expr"));
        Files.readAllLines(ALERTS).stream()
                .filter(line -> line.strip().startsWith("expr:") && !line.contains("up{"))
                .forEach(queries::add);
        assertThat(queries).hasSizeGreaterThan(8);
        Set<String> asked = new TreeSet<>();
        for (String query : queries) {
            Matcher name = Pattern.compile("\\b(?:danvan|jvm|process|system|disk)_[a-z0-9_]++")
                    .matcher(query);
            assertThat(name.find()).as(query).isTrue();
            do {
                asked.add(name.group());
                // What is chosen by a label that is not there is an empty panel, too.
                Set<String> chosen = new TreeSet<>();
                Matcher choice = Pattern.compile("^\\{([^}]*+)\\}").matcher(query.substring(name.end()));
                if (choice.find()) {
                    LABEL.matcher(choice.group(1)).results().forEach(label -> chosen.add(label.group(1)));
                }
                GROUPED.matcher(query)
                        .results()
                        .forEach(by -> chosen.addAll(List.of(by.group(1).split(", *", -1))));
                chosen.remove("le");
                chosen.removeAll(OF_PROMETHEUS);
                assertThat(labels.getOrDefault(name.group(), Set.of()))
                        .as(query)
                        .containsAll(chosen);
            } while (name.find());
        }
        assertThat(there).containsAll(asked);
        for (JsonNode target : dashboard.findParents("legendFormat")) {
            Matcher name = Pattern.compile("\\b[a-z]++_[a-z0-9_]++(?=[^a-z0-9_(]|$)")
                    .matcher(target.path("expr").asText());
            assertThat(name.results()
                            .flatMap(figure -> labels.getOrDefault(figure.group(), Set.of()).stream())
                            .toList())
                    .as(target.toString())
                    .containsAll(Pattern.compile("\\{\\{([a-z_]++)\\}\\}")
                            .matcher(target.path("legendFormat").asText())
                            .results()
                            .map(label -> label.group(1))
                            .toList());
        }
        assertThat(asked)
                .as("the dashboard shows all of ours")
                .containsAll(there.stream()
                        .filter(name -> name.startsWith("danvan_") && !name.matches(".*_(sum|max|bucket)"))
                        .toList());
    }

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + metrics));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(page.resolve("/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
