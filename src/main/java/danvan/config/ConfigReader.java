package danvan.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the settings: {@code config.yml}, the environment over it, defaults below it. */
public final class ConfigReader {
    /** Every setting there is, in the order of {@code config.example.yml}. */
    static final List<String> KEYS = List.of(
            "rehearsal",
            "data",
            "knowledge-base",
            "language",
            "time-zone",
            "telegram.token",
            "telegram.api-url",
            "telegram.proxy",
            "telegram.mode",
            "storage.url",
            "storage.user",
            "storage.password",
            "web.enabled",
            "web.host",
            "web.port",
            "web.public-url",
            "web.desk",
            "web.desk-from",
            "people.admission",
            "people.administrators",
            "reminders.hour",
            "reminders.quiet-from",
            "reminders.quiet-to",
            "reminders.grace",
            "reports.largest-file",
            "reports.files-a-day",
            "reports.megabytes-a-day",
            "reports.draft-reminder",
            "reports.drafts-kept",
            "reports.withdraw-within",
            "reports.kept",
            "reports.news-hours",
            "reports.chase-after",
            "reports.issuers",
            "reports.key",
            "openrosa.url",
            "openrosa.user",
            "openrosa.password",
            "library.inbox-folder",
            "search.embeddings",
            "retention.messages",
            "retention.page",
            "operations.backups",
            "operations.backups-kept",
            "operations.metrics-token");

    private static final Pattern TOKEN = Pattern.compile("\\d{3,}:[A-Za-z0-9_-]{20,}");

    private final Settings settings;

    private ConfigReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads the settings.
     *
     * @param file the file named by the operator; where none was named, {@code config.yml} in the working folder counts
     *     if it is there
     * @param data the folder named on the command line, before all else
     * @throws ConfigException where a setting is unknown, missing or malformed
     */
    public static Config read(Optional<Path> file, Optional<Path> data, Map<String, String> environment) {
        Optional<Path> found = file.or(() -> Optional.of(Path.of("config.yml")).filter(Files::exists));
        if (found.isPresent() && Files.isDirectory(found.get())) {
            throw new ConfigException(found.get() + ": this is a folder; name the settings file in it");
        }
        if (file.isPresent() && !Files.exists(file.get())) {
            throw new ConfigException(file.get() + ": there is no such file; copy config.example.yml to it");
        }
        return new ConfigReader(Settings.of(
                        found,
                        environment,
                        KEYS,
                        Set.of("people.administrators", "reports.news-hours", "reports.issuers", "web.desk-from")))
                .config(found.isPresent(), data);
    }

    private Config config(boolean hasFile, Optional<Path> dataOption) {
        Optional<String> token = optional(
                "telegram.token",
                text -> held(TOKEN.matcher(text).matches(), text),
                "the token BotFather gave, such as 123456789:AAE…");
        Path data = dataOption.orElseGet(() -> value("data", Path::of, "a folder", Path.of("data")));
        boolean rehearsal = value("rehearsal", ConfigReader::yesOrNo, "true or false", !hasFile && token.isEmpty());
        String url = value(
                "storage.url",
                ConfigReader::storageUrl,
                "jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE, with storage.user and storage.password beside it",
                "jdbc:sqlite:" + data.resolve("danvan.db"));
        return new Config(
                rehearsal,
                data,
                optional("knowledge-base", ConfigReader::folder, "a folder that exists"),
                value("language", ConfigReader::language, "vi, tr or en", "vi"),
                value("time-zone", ZoneId::of, "a time zone such as Asia/Ho_Chi_Minh", ZoneId.of("Asia/Ho_Chi_Minh")),
                new Config.Telegram(
                        token,
                        value(
                                "telegram.api-url",
                                text -> url(text, "http", "https"),
                                "an address such as https://api.telegram.org",
                                URI.create("https://api.telegram.org")),
                        optional("telegram.proxy", ConfigReader::proxy, "http://HOST:PORT or socks5://HOST:PORT"),
                        value(
                                "telegram.mode",
                                this::mode,
                                "polling; or webhook, with web.enabled: true and web.public-url set to an https address",
                                Config.Telegram.Mode.POLLING)),
                new Config.Storage(
                        url,
                        optional("storage.user", text -> text, "a user name"),
                        optional("storage.password", text -> text, "a password")),
                new Config.Web(
                        value("web.enabled", ConfigReader::yesOrNo, "true or false", true),
                        value("web.host", text -> text, "an address to listen on", "127.0.0.1"),
                        value("web.port", ConfigReader::port, "a port from 0 to 65535", 8080),
                        optional(
                                "web.public-url",
                                text -> url(text, "http", "https"),
                                "an address such as https://bot.example.vn"),
                        value("web.desk", ConfigReader::yesOrNo, "true or false", true),
                        list("web.desk-from", AddressRange::of, "networks such as 10.20.0.0/16")),
                new Config.People(
                        value(
                                "people.admission",
                                text -> Config.Admission.valueOf(text.toUpperCase(Locale.ROOT)),
                                "invitation or open",
                                Config.Admission.INVITATION),
                        list("people.administrators", ConfigReader::address, "addresses such as telegram:4711")),
                new Config.Reminders(
                        value("reminders.hour", LocalTime::parse, "an hour such as \"07:30\"", LocalTime.of(7, 30)),
                        value(
                                "reminders.quiet-from",
                                LocalTime::parse,
                                "an hour such as \"21:00\"",
                                LocalTime.of(21, 0)),
                        value("reminders.quiet-to", LocalTime::parse, "an hour such as \"06:30\"", LocalTime.of(6, 30)),
                        value(
                                "reminders.grace",
                                ConfigReader::positive,
                                "a time such as P2D (two days) or PT12H (twelve hours)",
                                Duration.ofDays(2))),
                new Config.Reports(
                        value(
                                "reports.largest-file",
                                ConfigReader::megabytes,
                                "a whole number of megabytes from 1 to 2000",
                                20),
                        value("reports.files-a-day", ConfigReader::count, "a whole number from 1 to 10000", 100),
                        value(
                                "reports.megabytes-a-day",
                                ConfigReader::megabytesADay,
                                "a whole number of megabytes from 1 to 100000",
                                300),
                        value(
                                "reports.draft-reminder",
                                ConfigReader::positive,
                                "a time such as P1D (one day)",
                                Duration.ofDays(1)),
                        value(
                                "reports.drafts-kept",
                                ConfigReader::positive,
                                "a time such as P14D (fourteen days)",
                                Duration.ofDays(14)),
                        value(
                                "reports.withdraw-within",
                                ConfigReader::positive,
                                "a time such as PT24H (twenty-four hours)",
                                Duration.ofHours(24)),
                        value(
                                "reports.kept",
                                ConfigReader::span,
                                "a time such as P10Y (ten years) or P6M (six months)",
                                Period.ofYears(10)),
                        newsHours(),
                        value(
                                "reports.chase-after",
                                Duration::parse,
                                "a time such as P3D (three days), or PT0S for never",
                                Duration.ofDays(3)),
                        list("reports.issuers", IssuingAgency::of, IssuingAgency.EXPECTED),
                        optional("reports.key", ConfigReader::key, "32 bytes in Base64, from openssl rand -base64 32")),
                new Config.OpenRosa(
                        optional(
                                "openrosa.url",
                                text -> url(text, "http", "https"),
                                "an address such as https://central.example.vn/v1/projects/1/submission"),
                        optional("openrosa.user", text -> text, "a user name"),
                        optional("openrosa.password", text -> text, "a password")),
                new Config.Library(optional("library.inbox-folder", Path::of, "a folder")),
                new Config.Search(optional("search.embeddings", Path::of, "a folder")),
                new Config.Retention(
                        value(
                                "retention.messages",
                                ConfigReader::span,
                                "a time such as P90D (ninety days) or P1Y (one year)",
                                Period.ofDays(90)),
                        value(
                                "retention.page",
                                ConfigReader::span,
                                "a time such as P90D (ninety days) or P1Y (one year)",
                                Period.ofYears(1))),
                new Config.Operations(
                        value("operations.backups", Path::of, "a folder", data.resolve("backups")),
                        value("operations.backups-kept", ConfigReader::backups, "a whole number from 0 to 1000", 7),
                        optional(
                                "operations.metrics-token",
                                text -> held(text.length() >= 16, text),
                                "a secret of 16 letters or more, from openssl rand -hex 32")));
    }

    private <T> T value(String key, Function<String, T> parse, String expected, T otherwise) {
        return optional(key, parse, expected).orElse(otherwise);
    }

    private <T> Optional<T> optional(String key, Function<String, T> parse, String expected) {
        List<T> values = list(key, parse, expected);
        if (values.size() > 1) {
            throw new ConfigException(place(key) + ": " + key + ": expected one value, " + expected);
        }
        return values.stream().findFirst();
    }

    private <T> List<T> list(String key, Function<String, T> parse, String expected) {
        return settings.written(key).map(Settings.Written::values).orElse(List.of()).stream()
                .map(text -> parsed(key, text, parse, expected))
                .toList();
    }

    /** None are said by "none": a list without an entry cannot be told from one that is not there. */
    private List<LocalTime> newsHours() {
        List<String> written = list("reports.news-hours", text -> text, "hours");
        if (written.isEmpty()) {
            return List.of(LocalTime.of(11, 0), LocalTime.of(16, 30));
        }
        return written.equals(List.of("none"))
                ? List.of()
                : list("reports.news-hours", LocalTime::parse, "hours such as [\"11:00\", \"16:30\"], or none");
    }

    private <T> T parsed(String key, String text, Function<String, T> parse, String expected) {
        try {
            return parse.apply(text.strip());
        } catch (RuntimeException e) {
            String problem = place(key) + ": " + key + ": expected " + expected + ", not ";
            if (key.endsWith("token")
                    || key.endsWith("password")
                    || key.endsWith(".key")
                    || mayHoldPassword(key, text)) {
                // A secret is named, never shown; the cause would show it too.
                throw new ConfigException(problem + "what stands there");
            }
            throw new ConfigException(problem + "'" + text + "'", e);
        }
    }

    /** As in {@code postgres://user:password@host} or {@code ?password=…}, which is how people write it elsewhere. */
    private static boolean mayHoldPassword(String key, String text) {
        return text.contains("@") || (key.equals("storage.url") && text.contains("?"));
    }

    private String place(String key) {
        return settings.written(key).map(Settings.Written::place).orElse("settings");
    }

    /** A webhook is served on the phone page's port, and Telegram posts to nothing but HTTPS. */
    private Config.Telegram.Mode mode(String text) {
        Config.Telegram.Mode mode = Config.Telegram.Mode.valueOf(text.toUpperCase(Locale.ROOT));
        boolean served = value("web.enabled", ConfigReader::yesOrNo, "true or false", true)
                && settings.written("web.public-url").isPresent();
        return held(mode == Config.Telegram.Mode.POLLING || served, mode);
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String language(String text) {
        return held(List.of("vi", "tr", "en").contains(text), text);
    }

    private static String storageUrl(String text) {
        boolean sqlite = text.startsWith("jdbc:sqlite:");
        // The driver would take a user and a password before the host for part of the host's name, and show them.
        boolean postgres = text.startsWith("jdbc:postgresql:")
                && !text.replaceFirst("\\?.*", "").contains("@");
        return held(sqlite || postgres, text);
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        return held(port >= 0 && port <= 65_535, port);
    }

    private static Path folder(String text) {
        Path path = Path.of(text);
        return held(Files.isDirectory(path), path);
    }

    private static String address(String text) {
        return held(text.indexOf(':') > 0 && text.indexOf(':') < text.length() - 1, text);
    }

    private static Duration positive(String text) {
        Duration duration = Duration.parse(text);
        return held(!duration.isNegative(), duration);
    }

    private static URI url(String text, String... schemes) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean held = uri.getScheme() != null
                && uri.getHost() != null
                && List.of(schemes).contains(uri.getScheme());
        return held(held, uri);
    }

    private static URI proxy(String text) {
        URI uri = url(text, "http", "socks5");
        return held(uri.getPort() > 0, uri);
    }

    private static <T> T held(boolean condition, T value) {
        if (!condition) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }

    private static int megabytes(String text) {
        int number = Integer.parseInt(text);
        return held(number >= 1 && number <= 2000, number);
    }

    private static int count(String text) {
        int number = Integer.parseInt(text);
        return held(number >= 1 && number <= 10_000, number);
    }

    private static int backups(String text) {
        int number = Integer.parseInt(text);
        return held(number >= 0 && number <= 1_000, number);
    }

    private static int megabytesADay(String text) {
        int number = Integer.parseInt(text);
        return held(number >= 1 && number <= 100_000, number);
    }

    private static Period span(String text) {
        Period span = Period.parse(text);
        return held(!span.isNegative() && !span.isZero(), span);
    }

    private static String key(String text) {
        return held(Base64.getDecoder().decode(text.strip()).length == 32, text.strip());
    }
}
