package danvan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz_0123";

    @TempDir
    Path folder;

    /** A bad file with / for a line's end; the line to be named; what else the message must hold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            language: fr | 1 | language | expected vi, tr or en, not 'fr'
            language: [vi, tr] | 1 | language | expected one value, vi, tr or en
            rehearsal: maybe | 1 | rehearsal | expected true or false, not 'maybe'
            data: d/time-zone: Mars/Phobos | 2 | time-zone | expected a time zone such as Asia/Ho_Chi_Minh
            knowledge-base: nowhere-at-all | 1 | knowledge-base | expected a folder that exists
            telegram:/  token: abc | 2 | telegram.token | expected the token BotFather gave
            telegram:/  api-url: api.telegram.org | 2 | telegram.api-url | expected an address such as https://
            telegram:/  proxy: ftp:\\\\proxy | 2 | telegram.proxy | expected http://HOST:PORT or socks5://HOST:PORT
            storage:/  user: bot/  url: mysql:x | 3 | storage.url | jdbc:sqlite:FILE or jdbc:postgresql:
            web:/  enabled: perhaps | 2 | web.enabled | expected true or false
            web:/  port: 65536 | 2 | web.port | expected a port from 0 to 65535, not '65536'
            web:/  port: -1 | 2 | web.port | expected a port from 0 to 65535
            web:/  port: http | 2 | web.port | expected a port from 0 to 65535
            web:/  public-url: bot.example.vn | 2 | web.public-url | expected an address such as https://bot
            people:/  admission: closed | 2 | people.admission | expected invitation or open, not 'closed'
            people:/  administrators: [4711] | 2 | people.administrators | expected addresses such as telegram:4711
            people:/  administrators:/    - {a: b} | 3 | people.administrators | expected a list of plain values
            reminders:/  hour: 7h30 | 2 | reminders.hour | expected an hour such as "07:30", not '7h30'
            reminders:/  quiet-from: 25:00 | 2 | reminders.quiet-from | expected an hour such as "21:00"
            reminders:/  quiet-to: noon | 2 | reminders.quiet-to | expected an hour such as "06:30"
            reminders:/  grace: 2 days | 2 | reminders.grace | expected a time such as P2D
            reminders:/  grace: -P1D | 2 | reminders.grace | expected a time such as P2D
            data: d/lanugage: vi | 2 | lanugage | there is no such setting. The settings are: rehearsal, data
            telegram:/  tokn: x | 2 | telegram.tokn | there is no such setting
            data:/  folder: d | 2 | data.folder | there is no such setting
            telegram: 4711 | 1 | telegram | expected settings below it
            telegram: abc | 1 | telegram | expected settings below it, nested by two spaces, such as telegram.token
            language: vi/retention: abc | 2 | retention | expected settings below it, nested by two spaces, such as
            retention:/  messages: 90 | 2 | retention.messages | expected a time such as P90D
            retention:/  page: P0D | 2 | retention.page | expected a time such as P90D
            web: [8080] | 1 | web | expected settings below it
            language: vi/data: d/language: tr | 3 | language | keep one of them
            web: {port: 1}/web: {port: 2} | 2 | web.port | keep one of them
            data: d/language: [vi | 2 | | this is not YAML
            - a/- b | 1 | | expected 'key: value' lines
            just words | 1 | | expected 'key: value' lines
            """)
    void aBadSettingIsNamedWithItsLineAndWhatIsExpected(String text, int line, String key, String expected)
            throws IOException {
        Path file = file(text.replaceAll("/(?=\\S*:)|/(?= +)|/(?=- )", "\n").replace("\\\\", "//"));
        ConfigException problem = catchThrowableOfType(ConfigException.class, () -> read(file, Map.of()));
        assertThat(problem).as(Files.readString(file)).isNotNull();
        assertThat(problem.getMessage())
                .startsWith(file + " line " + line + ": " + (key == null ? "" : key + ": "))
                .contains(expected)
                .hasLineCount(1);
    }

    @Test
    void aBadValueOfTheEnvironmentIsNamedWithItsVariable() {
        assertThatThrownBy(() -> read(Map.of("DANVAN_WEB_PORT", "eighty")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("environment DANVAN_WEB_PORT: web.port: expected a port from 0 to 65535, not 'eighty'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789:too-short", "the token is " + TOKEN, TOKEN + "\u200b"})
    void aBadTokenIsNeverShown(String token) throws IOException {
        Path file = file("telegram:\n  token: \"" + token + "\"\n");
        for (Map<String, String> environment :
                List.of(Map.<String, String>of(), Map.of("DANVAN_TELEGRAM_TOKEN", token))) {
            ConfigException problem = catchThrowableOfType(ConfigException.class, () -> read(file, environment));
            assertThat(problem).hasMessageContaining("telegram.token").hasMessageContaining("BotFather");
            StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace, true));
            assertThat(trace.toString()).doesNotContain(token).doesNotContain(TOKEN);
        }
    }

    /** People write the password into the address as elsewhere; the line that says what is wrong must not spread it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://bot:s3cret@db/danvan",
                "jdbc:postgresql://bot:s3cret@db/danvan",
                "postgresql://db/danvan?password=s3cret"
            })
    void aPasswordInABadAddressOfTheDatabaseIsNeverShown(String url) {
        ConfigException problem =
                catchThrowableOfType(ConfigException.class, () -> read(Map.of("DANVAN_STORAGE_URL", url)));
        assertThat(problem).hasMessageContaining("storage.url").hasMessageContaining("storage.password");
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).doesNotContain("s3cret");
    }

    @Test
    void aPasswordInAGoodAddressOfTheDatabaseIsNotPrinted() {
        Config config = read(Map.of("DANVAN_STORAGE_URL", "jdbc:postgresql://db/danvan?user=bot&password=s3cret"));
        assertThat(config.storage().url()).endsWith("s3cret");
        assertThat(config.toString()).contains("jdbc:postgresql://db/danvan").doesNotContain("s3cret");
    }

    @Test
    void secretsAreNotInWhatTheSettingsPrint() throws IOException {
        Path file = file("telegram: {token: '" + TOKEN + "'}\nstorage: {user: bot, password: s3cret}\n");
        Config config = read(file, Map.of());
        assertThat(config.telegram().token()).contains(TOKEN);
        assertThat(config.storage().password()).contains("s3cret");
        assertThat(config.toString())
                .doesNotContain(TOKEN)
                .doesNotContain("s3cret")
                .contains("token=set");
    }

    @Test
    void theEnvironmentStandsOverTheFile() throws IOException {
        Path file = file("language: tr\ndata: from-file\npeople:\n  administrators: [telegram:1]\n");
        Config config = read(
                file,
                Map.of(
                        "DANVAN_LANGUAGE", "en",
                        "DANVAN_TELEGRAM_API_URL", "http://localhost:8081/",
                        "DANVAN_PEOPLE_ADMINISTRATORS", "telegram:7, web:abc",
                        "DANVAN_WEB_PORT", " ",
                        "PATH", "/bin"));
        assertThat(config.language()).isEqualTo("en");
        assertThat(config.data()).isEqualTo(Path.of("from-file"));
        assertThat(config.telegram().apiUrl()).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(config.people().administrators()).containsExactly("telegram:7", "web:abc");
        assertThat(config.web().port()).as("a blank variable is none").isEqualTo(8080);
    }

    @Test
    void aCommaInASingleValueOfTheEnvironmentBelongsToIt() {
        Config config = read(Map.of("DANVAN_STORAGE_PASSWORD", "one, two,three"));
        assertThat(config.storage().password()).contains("one, two,three");
    }

    @Test
    void everySettingHasAVariable() {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("DANVAN_REHEARSAL", "false"),
                Map.entry("DANVAN_DATA", "d"),
                Map.entry("DANVAN_KNOWLEDGE_BASE", folder.toString()),
                Map.entry("DANVAN_LANGUAGE", "tr"),
                Map.entry("DANVAN_TIME_ZONE", "Europe/Istanbul"),
                Map.entry("DANVAN_TELEGRAM_TOKEN", TOKEN),
                Map.entry("DANVAN_TELEGRAM_API_URL", "http://localhost:1"),
                Map.entry("DANVAN_TELEGRAM_PROXY", "socks5://proxy:1080"),
                Map.entry("DANVAN_TELEGRAM_MODE", "polling"),
                Map.entry("DANVAN_STORAGE_URL", "jdbc:postgresql://db/danvan"),
                Map.entry("DANVAN_STORAGE_USER", "bot"),
                Map.entry("DANVAN_STORAGE_PASSWORD", "p"),
                Map.entry("DANVAN_WEB_ENABLED", "no"),
                Map.entry("DANVAN_WEB_HOST", "0.0.0.0"),
                Map.entry("DANVAN_WEB_PORT", "0"),
                Map.entry("DANVAN_WEB_PUBLIC_URL", "https://bot.example.vn/"),
                Map.entry("DANVAN_WEB_DESK", "false"),
                Map.entry("DANVAN_WEB_DESK_FROM", "10.20.0.0/16"),
                Map.entry("DANVAN_PEOPLE_ADMISSION", "Open"),
                Map.entry("DANVAN_PEOPLE_ADMINISTRATORS", "telegram:1"),
                Map.entry("DANVAN_REMINDERS_HOUR", "08:00"),
                Map.entry("DANVAN_REMINDERS_QUIET_FROM", "20:00"),
                Map.entry("DANVAN_REMINDERS_QUIET_TO", "07:00"),
                Map.entry("DANVAN_REMINDERS_GRACE", "PT12H"),
                Map.entry("DANVAN_REPORTS_LARGEST_FILE", "5"),
                Map.entry("DANVAN_REPORTS_FILES_A_DAY", "40"),
                Map.entry("DANVAN_REPORTS_MEGABYTES_A_DAY", "80"),
                Map.entry("DANVAN_REPORTS_DRAFT_REMINDER", "PT12H"),
                Map.entry("DANVAN_REPORTS_DRAFTS_KEPT", "P7D"),
                Map.entry("DANVAN_REPORTS_WITHDRAW_WITHIN", "PT2H"),
                Map.entry("DANVAN_REPORTS_KEPT", "P6M"),
                Map.entry("DANVAN_REPORTS_NEWS_HOURS", "08:00, 14:00"),
                Map.entry("DANVAN_REPORTS_CHASE_AFTER", "PT0S"),
                Map.entry("DANVAN_REPORTS_ISSUERS", "xa-a state: / Ủy ban nhân dân xã A / UBND"),
                Map.entry("DANVAN_REPORTS_KEY", KEY),
                Map.entry("DANVAN_OPENROSA_URL", "https://central.example.vn/v1/projects/1/submission"),
                Map.entry("DANVAN_OPENROSA_USER", "bot@example.vn"),
                Map.entry("DANVAN_OPENROSA_PASSWORD", "p"),
                Map.entry("DANVAN_LIBRARY_INBOX_FOLDER", "inbox"),
                Map.entry("DANVAN_SEARCH_EMBEDDINGS", "embeddings"),
                Map.entry("DANVAN_RETENTION_MESSAGES", "P30D"),
                Map.entry("DANVAN_RETENTION_PAGE", "P6M"),
                Map.entry("DANVAN_OPERATIONS_BACKUPS", "/srv/backups"),
                Map.entry("DANVAN_OPERATIONS_BACKUPS_KEPT", "30"),
                Map.entry("DANVAN_OPERATIONS_METRICS_TOKEN", "0123456789abcdef"));
        assertThat(environment.keySet())
                .containsExactlyInAnyOrderElementsOf(ConfigReader.KEYS.stream()
                        .map(Settings::environmentName)
                        .toList());
        assertThat(read(environment))
                .isEqualTo(new Config(
                        false,
                        Path.of("d"),
                        Optional.of(folder),
                        "tr",
                        ZoneId.of("Europe/Istanbul"),
                        new Config.Telegram(
                                Optional.of(TOKEN),
                                URI.create("http://localhost:1"),
                                Optional.of(URI.create("socks5://proxy:1080")),
                                Config.Telegram.Mode.POLLING),
                        new Config.Storage("jdbc:postgresql://db/danvan", Optional.of("bot"), Optional.of("p")),
                        new Config.Web(
                                false,
                                "0.0.0.0",
                                0,
                                Optional.of(URI.create("https://bot.example.vn")),
                                false,
                                List.of(AddressRange.of("10.20.0.0/16"))),
                        new Config.People(Config.Admission.OPEN, List.of("telegram:1")),
                        new Config.Reminders(
                                LocalTime.of(8, 0), LocalTime.of(20, 0), LocalTime.of(7, 0), Duration.ofHours(12)),
                        new Config.Reports(
                                5,
                                40,
                                80,
                                Duration.ofHours(12),
                                Duration.ofDays(7),
                                Duration.ofHours(2),
                                Period.ofMonths(6),
                                List.of(LocalTime.of(8, 0), LocalTime.of(14, 0)),
                                Duration.ZERO,
                                List.of(new IssuingAgency("xa-a", false, "", "Ủy ban nhân dân xã A", "UBND")),
                                Optional.of(KEY)),
                        new Config.OpenRosa(
                                Optional.of(URI.create("https://central.example.vn/v1/projects/1/submission")),
                                Optional.of("bot@example.vn"),
                                Optional.of("p")),
                        new Config.Library(Optional.of(Path.of("inbox"))),
                        new Config.Search(Optional.of(Path.of("embeddings"))),
                        new Config.Retention(Period.ofDays(30), Period.ofMonths(6)),
                        new Config.Operations(Path.of("/srv/backups"), 30, Optional.of("0123456789abcdef"))));
    }

    @Test
    void nothingNeedsToBeSaid() throws IOException {
        for (Path file : List.of(file(""), file("# only a comment\n"), file("telegram:\nweb: {}\n"))) {
            Config config = read(file, Map.of());
            assertThat(config.rehearsal()).isFalse();
            assertThat(config.data()).isEqualTo(Path.of("data"));
            assertThat(config.knowledgeBase()).isEmpty();
            assertThat(config.language()).isEqualTo("vi");
            assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
            assertThat(config.telegram())
                    .isEqualTo(new Config.Telegram(
                            Optional.empty(),
                            URI.create("https://api.telegram.org"),
                            Optional.empty(),
                            Config.Telegram.Mode.POLLING));
            assertThat(config.storage())
                    .isEqualTo(new Config.Storage(
                            "jdbc:sqlite:" + Path.of("data", "danvan.db"), Optional.empty(), Optional.empty()));
            assertThat(config.web()).isEqualTo(new Config.Web(true, "127.0.0.1", 8080, Optional.empty(), true));
            assertThat(config.people()).isEqualTo(new Config.People(Config.Admission.INVITATION, List.of()));
            assertThat(config.openRosa().url()).isEmpty();
            assertThat(config.reminders().hour()).isEqualTo(LocalTime.of(7, 30));
            assertThat(config.reminders().grace()).isEqualTo(Duration.ofDays(2));
        }
    }

    @Test
    void theFolderOnTheCommandLineGoesBeforeAllElse() throws IOException {
        Config config = ConfigReader.read(
                Optional.of(file("data: from-file\n")),
                Optional.of(Path.of("from-command-line")),
                Map.of("DANVAN_DATA", "from-environment"));
        assertThat(config.data()).isEqualTo(Path.of("from-command-line"));
        assertThat(config.storage().url()).isEqualTo("jdbc:sqlite:" + Path.of("from-command-line", "danvan.db"));
    }

    @Test
    void itIsARehearsalWithoutFileAndTokenUnlessTheSettingsSayOtherwise() throws IOException {
        Path empty = file("");
        assertThat(read(Map.of()).rehearsal()).as("neither file nor token").isTrue();
        assertThat(read(Map.of("DANVAN_TELEGRAM_TOKEN", TOKEN)).rehearsal())
                .as("a token")
                .isFalse();
        assertThat(read(empty, Map.of()).rehearsal()).as("a file").isFalse();
        assertThat(read(Map.of("DANVAN_REHEARSAL", "false")).rehearsal()).isFalse();
        assertThat(read(empty, Map.of("DANVAN_REHEARSAL", "yes")).rehearsal()).isTrue();
    }

    @Test
    void aWebhookNeedsAnAddressThatTelegramCanReach() throws IOException {
        Path served = file("telegram:\n  mode: webhook\nweb:\n  public-url: https://bot.example.vn\n");
        assertThat(read(served, Map.of()).telegram().mode()).isEqualTo(Config.Telegram.Mode.WEBHOOK);
        Path nowhere = file("telegram:\n  mode: webhook\n");
        assertThatThrownBy(() -> read(nowhere, Map.of())).hasMessageContaining("web.public-url");
        assertThatThrownBy(() -> read(served, Map.of("DANVAN_WEB_ENABLED", "false")))
                .hasMessageContaining("web.enabled: true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1:3128", "socks5://proxy.example.vn:1080"})
    void proxiesOfBothKindsAreTaken(String proxy) throws IOException {
        Path file = file("telegram:\n  proxy: " + proxy + "\n  api-url: http://localhost:8081/bot-api\n");
        assertThat(read(file, Map.of()).telegram())
                .isEqualTo(new Config.Telegram(
                        Optional.empty(),
                        URI.create("http://localhost:8081/bot-api"),
                        Optional.of(URI.create(proxy)),
                        Config.Telegram.Mode.POLLING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://proxy:1", "socks4://proxy:1", "http://proxy", "socks5://proxy", "proxy:1080"})
    void aProxyThatIsNoneIsRefused(String proxy) {
        assertThatThrownBy(() -> read(Map.of("DANVAN_TELEGRAM_PROXY", proxy)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("telegram.proxy: expected http://HOST:PORT or socks5://HOST:PORT");
    }

    @Test
    void hoursMayStandWithoutQuotes() throws IOException {
        Path file = file("reminders:\n  hour: 07:45\n  quiet-from: \"22:00\"\n");
        assertThat(read(file, Map.of()).reminders().hour()).isEqualTo(LocalTime.of(7, 45));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read(folder.resolve("nope.yml"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nope.yml")
                .hasMessageContaining("no such file");
    }

    /** It was said that there is no such file, and to copy the example over it. */
    @Test
    void aFolderInThePlaceOfTheFileIsCalledAFolder() {
        assertThatThrownBy(() -> ConfigReader.read(Optional.of(folder), Optional.empty(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(folder + ": this is a folder")
                .hasMessageNotContaining("no such file");
    }

    /** It was said that it cannot be read, and not why. */
    @Test
    void aFileOfAnotherAccountSaysWhoMayNotReadIt() throws IOException {
        Path file = Files.writeString(folder.resolve("closed.yml"), "language: vi\n");
        Files.setPosixFilePermissions(file, Set.of());
        // The superuser may read everything.
        assumeThat(Files.isReadable(file)).isFalse();
        assertThatThrownBy(() -> read(file, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(file + ": this account may not read it");
    }

    @Test
    void aFileThatIsNoUtf8IsNamed() throws IOException {
        Path file = folder.resolve("latin.yml");
        Files.write(file, "data: đ\nlanguage: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("latin.yml")
                .hasMessageContaining("UTF-8");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "config", ".yml"), text);
    }

    private static Config read(Path file, Map<String, String> environment) {
        return ConfigReader.read(Optional.of(file), Optional.empty(), environment);
    }

    private static Config read(Map<String, String> environment) {
        return ConfigReader.read(Optional.empty(), Optional.empty(), environment);
    }
}
