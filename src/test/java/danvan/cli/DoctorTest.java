package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.App;
import danvan.SecretWatch;
import danvan.chat.Address;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import danvan.library.embedding.SmallModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads: real files, a real database, Telegram's words over HTTP. */
class DoctorTest {
    private static final String TOKEN = "123456789:AAExample-token-of-the-doctors-test";

    @TempDir
    Path folder;

    private final MockWebServer telegram = new MockWebServer();
    private String printed = "";

    @BeforeEach
    void telegramIsUp() throws IOException {
        telegram.start();
    }

    @AfterEach
    void telegramIsDown() {
        telegram.close();
    }

    @Test
    void allIsWell() throws IOException {
        telegramSays(
                200,
                "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"D\",\"username\":\"danvan_bot\"}}");
        telegramSays(200, "{\"ok\":true,\"result\":{\"url\":\"\",\"pending_update_count\":0}}");
        assertThat(doctor(settings(""))).isZero();
        assertThat(printed)
                .contains("ok  telegram        the token is that of @danvan_bot")
                .contains("ok  webhook         none is set")
                .contains("waiting: 0 in, 0 out")
                .contains("administrators: 1")
                .contains("No problems found.")
                .doesNotContain("!!")
                .doesNotContain(TOKEN);
    }

    @Test
    void aWebhookThatSomebodyElseSet() throws IOException {
        telegramSays(
                200,
                "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"D\",\"username\":\"danvan_bot\"}}");
        telegramSays(
                200, "{\"ok\":true,\"result\":{\"url\":\"https://elsewhere.example\",\"pending_update_count\":7}}");
        assertThat(doctor(settings(""))).isEqualTo(1);
        assertThat(printed).contains("!!  webhook         a webhook to https://elsewhere.example is set");
    }

    @Test
    void aTokenThatTelegramRefuses() throws IOException {
        telegramSays(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(doctor(settings(""))).isEqualTo(1);
        assertThat(printed)
                .contains("!!  telegram        Telegram refuses this token (401). Ask BotFather")
                .contains("To fix: 1")
                .doesNotContain("Exception")
                .doesNotContain(TOKEN);
    }

    @Test
    void aTelegramThatCannotBeReached() throws IOException {
        Path settings = settings("");
        telegram.close();
        assertThat(doctor(settings)).isEqualTo(1);
        assertThat(printed).contains("cannot be reached. Check the network").doesNotContain("Exception");
    }

    @Test
    void aSettingThatCannotBeRead() throws IOException {
        assertThat(doctor(write("config.yml", "language: xx\n"))).isEqualTo(1);
        assertThat(printed).contains("!!  settings", "line 1: language: expected vi, tr or en");
    }

    @Test
    void aDatabaseThatIsNone() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        write("data/danvan.db", "this file is not a database, however long one looks at it");
        assertThat(doctor(withoutTelegram("people: {admission: open}"))).isEqualTo(1);
        assertThat(printed)
                .contains("!!  database", "not a database", "Check storage.url", "restore BACKUP")
                .doesNotContain("Exception");
    }

    @Test
    void nobodyWhoCouldInvite() throws IOException {
        assertThat(doctor(withoutTelegram(""))).isEqualTo(1);
        assertThat(printed).contains("!!  people", "Name one in people.administrators");
    }

    @Test
    void theEmbeddingModel() throws IOException {
        Path model = SmallModel.in(folder.resolve("minilm"));
        doctor(withoutTelegram("people: {admission: open}\nsearch: {embeddings: '" + model + "'}"));
        assertThat(printed).contains("ok  embeddings", "vectors of 384 dimensions");
        Files.delete(model.resolve("tokenizer.json"));
        assertThat(doctor(withoutTelegram("people: {admission: open}\nsearch: {embeddings: '" + model + "'}")))
                .isEqualTo(1);
        assertThat(printed).contains("!!  embeddings", "holds no tokenizer.json");
    }

    @Test
    void aRunningBotIsNoFault() throws IOException {
        Path settings = withoutTelegram("people: {admission: open}");
        Config config = ConfigReader.read(Optional.of(settings), Optional.of(folder.resolve("data")), Map.of());
        Knowledge nothing = Knowledge.read(folder.resolve("nowhere"), problem -> {});
        try (App bot = new App(config, nothing, Clock.systemUTC())) {
            String page = bot.openPage();
            String port = page.replaceAll("\\D*$", "").replaceAll(".*:", "");
            Path same = write("same.yml", Files.readString(settings).replace("port: 0", "port: " + port));
            assertThat(doctor(same)).isZero();
        }
        assertThat(printed)
                .contains("ok  database        a running bot has it in use")
                .contains("ok  phone page      a running bot answers at 127.0.0.1:");
    }

    @Test
    void anotherBotOnThePagesPort() throws IOException {
        Path settings = withoutTelegram("people: {admission: open}");
        Config config = ConfigReader.read(Optional.of(settings), Optional.of(folder.resolve("other")), Map.of());
        Knowledge nothing = Knowledge.read(folder.resolve("nowhere"), problem -> {});
        try (App bot = new App(config, nothing, Clock.systemUTC())) {
            String port = bot.openPage().replaceAll("\\D*$", "").replaceAll(".*:", "");
            assertThat(doctor(write("config.yml", Files.readString(settings).replace("port: 0", "port: " + port))))
                    .isEqualTo(1);
        }
        assertThat(printed).contains("!!  phone page", "is another program's. Set web.port to a free one");
    }

    /** Its pages refuse everybody over plain HTTP: whoever sets that up should hear of it before the office does. */
    @Test
    void aDeskThatOtherPcsReachByPlainHttpOnly() throws IOException {
        String open = Files.readString(withoutTelegram("people: {admission: open}"));
        assertThat(doctor(write(
                        "config.yml", open.replace("port: 0", "port: 0, public-url: \"http://dan-van.example\""))))
                .isEqualTo(1);
        assertThat(printed).contains("!!  desk", "plain HTTP", "set web.public-url to its https address");
        assertThat(doctor(write(
                        "config.yml", open.replace("port: 0", "port: 0, public-url: \"https://dan-van.example/\""))))
                .isZero();
        assertThat(printed).contains("open to PCs at https://dan-van.example/desk");
        assertThat(doctor(write("config.yml", open))).isZero();
        assertThat(printed).contains("open to browsers on this machine");
    }

    @Test
    void anotherProgramOnThePagesPort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path settings = withoutTelegram("people: {admission: open}");
            String taken = Files.readString(settings).replace("port: 0", "port: " + other.getLocalPort());
            assertThat(doctor(write("config.yml", taken))).isEqualTo(1);
        }
        assertThat(printed).contains("!!  phone page", "is another program's. Set web.port to a free one");
    }

    @Test
    void everyFaultOfTheKnowledgeBaseIsALineOfItsOwn() throws IOException {
        write("kb/documents/good/vi.md", "---\ntitle: T\nkind: K\n---\n## H\nText.\n");
        write("kb/documents/bad/vi.md", "no front matter\n");
        write("kb/forms/bad.yml", "survey: [{type: riddle, name: x}]\n");
        write("kb/programmes/2024.yml", "year: soon\n");
        assertThat(doctor(withoutTelegram("people: {admission: open}\nknowledge-base: " + folder.resolve("kb"))))
                .isEqualTo(1);
        assertThat(printed)
                .contains("documents: 1 in 1 texts")
                .contains("!!  knowledge base  documents/bad/vi.md, line 1: there is no front matter")
                .contains("!!  knowledge base  bad.yml")
                .contains("!!  knowledge base  2024.yml")
                .contains("!!  knowledge base  units.yml is missing");
    }

    @Test
    void aKnowledgeBaseOfDocumentsOnly() throws IOException {
        write("kb/documents/good/vi.md", "---\ntitle: T\nkind: K\n---\n## H\nText.\n");
        write("kb/units.yml", "- {code: xa, name: \"xã A\", level: COMMUNE}\n");
        assertThat(doctor(withoutTelegram("people: {admission: open}\nknowledge-base: " + folder.resolve("kb"))))
                .isZero();
        assertThat(printed).contains("documents: 1 in 1 texts; forms: 0; tasks: 0; units: 1");
    }

    /** What works today and will be missed one day is told before, and is no failure of the check. */
    @Test
    void whatWillBeMissedOneDayIsAWarning() throws IOException {
        assertThat(doctor(withoutTelegram("people: {admission: open}"))).isZero();
        assertThat(printed)
                .contains("~~  programme", "none covers", "/programme")
                .contains("~~  backup", "there is none in")
                .contains("ok  disk", "No problems found. Warnings: 2");
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("backups"));
        write("data/backups/danvan-20240102T000000Z.zip", "old");
        assertThat(doctor(withoutTelegram("people: {admission: open}\nweb: {port: 0, desk: off,"
                        + " public-url: 'http://dan-van.example'}")))
                .isZero();
        assertThat(printed)
                .contains("~~  backup", "days old")
                .contains("~~  phone page", "plain HTTP", "https address");
        assertThat(doctor(withoutTelegram("people: {admission: open}\noperations: {backups-kept: 0}")))
                .isZero();
        assertThat(printed).contains("~~  backup", "operations.backups-kept");
    }

    /** The district tier ended on 30/6/2025; whoever was left there was reminded of nothing, and nobody said so. */
    @Test
    void membersOfUnitsThatHaveEndedAndTheYearsProgrammeAreSeen() throws IOException {
        write("kb/documents/good/vi.md", "---\ntitle: T\nkind: K\n---\n## H\nText.\n");
        write("kb/units.yml", """
                - {code: tinh, name: "tỉnh A", level: PROVINCE}
                - {code: huyen, name: "huyện B", level: DISTRICT, parent: tinh, valid_to: 2025-06-30}
                """);
        Files.createDirectories(folder.resolve("kb/programmes"));
        Files.copy(Path.of("knowledge-base/programmes/2024.yml"), folder.resolve("kb/programmes/2024.yml"));
        Path settings = withoutTelegram("people: {admission: open}\nknowledge-base: " + folder.resolve("kb"));
        Config config = ConfigReader.read(Optional.of(settings), Optional.of(folder.resolve("data")), Map.of());
        Clock may2024 = Clock.fixed(Instant.parse("2024-05-02T03:00:00Z"), ZoneOffset.UTC);
        try (App bot = new App(config, Knowledge.read(folder.resolve("kb"), problem -> {}), may2024)) {
            bot.people().example("Lan", Role.CADRE, "huyen", List.of(new Address("telegram", "5")), may2024.instant());
        }
        assertThat(new Checkup(config, may2024).findings())
                .extracting(Finding::what)
                .doesNotContain("units", "programme");
        Clock later = Clock.fixed(Instant.parse("2026-01-02T03:00:00Z"), ZoneOffset.UTC);
        assertThat(new Checkup(config, later).findings())
                .filteredOn(Finding::warns)
                .extracting(Finding::words)
                .anySatisfy(words -> assertThat(words).contains("huyện B (1)", "/roster"))
                .anySatisfy(words -> assertThat(words).contains("none covers 2026"));
    }

    @Test
    void aClockThatWasNeverSet() throws IOException {
        Config config = ConfigReader.read(
                Optional.of(withoutTelegram("people: {admission: open}")),
                Optional.of(folder.resolve("data")),
                Map.of());
        List<Finding> findings = new Checkup(config, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).findings();
        assertThat(findings)
                .filteredOn(finding -> !finding.good())
                .extracting(Finding::what)
                .containsExactly("clock");
    }

    private void telegramSays(int status, String body) {
        telegram.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private Path settings(String more) throws IOException {
        String api = telegram.url("/").toString();
        return write(
                "config.yml",
                "telegram: {token: \"" + TOKEN + "\", api-url: \"" + api + "\"}\nweb: {port: 0}\n"
                        + "people: {administrators: [\"telegram:1\"]}\n" + more);
    }

    private Path withoutTelegram(String more) throws IOException {
        return write("config.yml", (more.contains("web:") ? "" : "web: {port: 0}\n") + more + "\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int doctor(Path settings) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return BotCommand.execute(
                    "doctor",
                    "--config",
                    settings.toString(),
                    "--data",
                    folder.resolve("data").toString());
        } finally {
            System.setOut(before);
            printed = SecretWatch.clean(out.toString(StandardCharsets.UTF_8));
        }
    }
}
