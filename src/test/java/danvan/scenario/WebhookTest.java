package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.App;
import danvan.channel.telegram.WebhookCheck;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import danvan.outbox.Pace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telegram posts updates to the bot. */
class WebhookTest {
    private static final long LAN = 600;

    @TempDir
    Path folder;

    private final FakeTelegram telegram = new FakeTelegram();
    private final HttpClient http = HttpClient.newHttpClient();
    private Config config;
    private App app;
    private String page;

    @BeforeEach
    void open() throws IOException {
        config = ConfigReader.read(
                Optional.empty(),
                Optional.of(folder.resolve("data")),
                Map.of(
                        "DANVAN_TELEGRAM_TOKEN", FakeTelegram.TOKEN,
                        "DANVAN_TELEGRAM_API_URL", telegram.url().toString(),
                        "DANVAN_TELEGRAM_MODE", "webhook",
                        "DANVAN_WEB_PUBLIC_URL", "https://bot.example.vn/",
                        "DANVAN_WEB_PORT", "0",
                        "DANVAN_PEOPLE_ADMISSION", "open",
                        "DANVAN_REHEARSAL", "false"));
        Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
        Files.writeString(knowledge.resolve("units.yml"), "- {code: tinh, name: Tỉnh, level: PROVINCE}\n");
        app = new App(config, Knowledge.read(knowledge, problem -> {}), Clock.systemUTC());
        String name = app.openTelegram(FakeTelegram.TOKEN, Pace.telegram(), () -> {});
        assertThat(name).isEqualTo("danvan_bot");
        page = app.openPage();
        app.begin();
    }

    @AfterEach
    void close() {
        app.close();
        telegram.close();
    }

    @Test
    void whatIsPostedWithTheSecretIsAnsweredOnceAndNothingElseIsTaken() throws IOException, InterruptedException {
        Await.until(() -> "the webhook to be set", () -> !telegram.webhook().isEmpty());
        assertThat(telegram.webhook()).isEqualTo("https://bot.example.vn/telegram");
        assertThat(telegram.webhookSecret()).hasSizeGreaterThan(40).doesNotContain(FakeTelegram.TOKEN);
        telegram.says(LAN, "Lan", "/help");
        String update = telegram.taken();

        assertThat(posted(update, "")).isEqualTo(401);
        assertThat(posted(update, telegram.webhookSecret() + "x")).isEqualTo(401);
        assertThat(posted("{", telegram.webhookSecret()))
                .as("damaged, and done with")
                .isEqualTo(200);
        assertThat(posted("{\"update_id\":5,\"x\":\"" + "y".repeat(1_500_000) + "\"}", telegram.webhookSecret()))
                .as("too long, and done with")
                .isEqualTo(200);
        assertThat(posted(update, telegram.webhookSecret())).isEqualTo(200);
        assertThat(posted(update, telegram.webhookSecret())).as("once more").isEqualTo(200);
        telegram.says(LAN, "Lan", "/help");
        assertThat(posted(telegram.taken(), telegram.webhookSecret())).isEqualTo(200);
        Await.until(() -> "both to be answered " + telegram.chat(LAN), () -> answers() == 2);
        Await.until(() -> "all to be done", app::idle);
        assertThat(answers()).isEqualTo(2);
        assertThat(telegram.called("getUpdates")).as("nobody polls").isZero();
        assertThat(check().good()).as(check().words()).isTrue();

        var request = HttpRequest.newBuilder(URI.create(telegram.url() + "/bot" + FakeTelegram.TOKEN + "/setWebhook"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"https://elsewhere.example\"}"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        assertThat(check().good()).isFalse();
        assertThat(check().words()).contains("https://elsewhere.example");
    }

    private WebhookCheck check() {
        return WebhookCheck.ask(config.telegram(), FakeTelegram.TOKEN, config.web(), Clock.systemUTC());
    }

    private long answers() {
        return telegram.chat(LAN).stream()
                .filter(shown -> shown.text().contains("/help") || shown.text().contains("/trogiup"))
                .count();
    }

    private int posted(String update, String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page + "telegram"))
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update, StandardCharsets.ISO_8859_1))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
