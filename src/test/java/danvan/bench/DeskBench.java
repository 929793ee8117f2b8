package danvan.bench;

import danvan.App;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The desk's pages over HTTP, of an office with many reports: how long each page and filter takes. Arguments: the folder for
 * the data, which is used again where it is there; {@code sqlite} or {@code postgres}; reports (100000), members (20000),
 * how often each page is opened (50), and a part of the pages' addresses (all).
 */
final class DeskBench {
    private static final int COMMUNES = 104;
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 2);
    private static final String ROOT = "tinh-thai-binh";
    private static final List<String> PAGES = List.of(
            "desk",
            "desk/reports",
            "desk/reports?page=2",
            "desk/reports?page=1999",
            "desk/reports?form=FORM",
            "desk/reports?form=FORM&version=1",
            "desk/reports?state=RECEIVED&state=IN_REVIEW",
            "desk/reports?state=RETURNED",
            "desk/reports?state=RECEIVED&state=IN_REVIEW&sort=submitted&up=on",
            "desk/reports?period=2023-12",
            "desk/reports?period=2023",
            "desk/reports?from=2023-06-01&to=2023-06-30",
            "desk/reports?unit=made-7",
            "desk/reports?unit=tinh-thai-binh",
            "desk/reports?unit=made-7&exact=on&form=FORM&period=2023-12",
            "desk/reports?reporter=%231000003",
            "desk/reports?assignee=nobody",
            "desk/reports?assignee=me",
            "desk/reports?urgent=on",
            "desk/reports?urgent=on&state=RECEIVED&state=IN_REVIEW",
            "desk/reports?nil=yes",
            "desk/reports?nil=no",
            "desk/reports?files=on",
            "desk/reports?q=nha+van+hoa",
            "desk/reports?q=hop+dong+khong+co",
            "desk/reports?form=FORM&q=%22nguon+nuoc%22",
            "desk/reports?sort=receipt&up=on",
            "desk/reports?sort=submitted",
            "desk/reports?sort=form",
            "desk/reports?sort=unit",
            "desk/reports?sort=reporter&up=on",
            "desk/reports?sort=period",
            "desk/reports?sort=state",
            "desk/reports?sort=assignee",
            "desk/reports?form=FORM&sort=COLUMN",
            "desk/reports?form=FORM&sort=COLUMN&up=on",
            "desk/reports/REPORT",
            "desk/coverage",
            "desk/coverage?form=FORM",
            "desk/coverage?form=FORM&periods=12",
            "desk/figures?form=FORM&period=2023-12",
            "desk/figures?form=FORM&period=2023",
            "desk/figures?form=FORM&period=2023-12&unit=made-7",
            "desk/audit",
            "desk/files",
            "desk/sessions");

    private final HttpClient http;
    private final String root;
    private final String who;

    private DeskBench(String root, String who) {
        this.http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        this.root = root;
        this.who = who;
    }

    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        boolean onPostgres = arguments.length > 1 && arguments[1].equals("postgres");
        int reports = argument(arguments, 2, 100_000);
        int members = argument(arguments, 3, 20_000);
        int rounds = argument(arguments, 4, 50);
        String only = arguments.length > 5 ? arguments[5] : "";
        Config.Storage storage = onPostgres ? TestDatabase.postgres() : TestDatabase.sqlite(folder);
        Knowledge knowledge = Knowledge.read(Path.of("knowledge-base"), problem -> {
            throw new IllegalStateException(problem.toString());
        });
        Config config = ConfigReader.read(
                Optional.empty(),
                Optional.of(folder),
                Map.of("DANVAN_REHEARSAL", "true", "DANVAN_WEB_PORT", "0", "DANVAN_STORAGE_URL", storage.url()));
        // Makes the database, with the units of the knowledge base.
        new App(config, knowledge, Clock.systemUTC()).close();
        fill(storage, knowledge, reports, members);
        try (App app = new App(config, knowledge, Clock.systemUTC());
                Connection database = DriverManager.getConnection(storage.url());
                Statement statement = database.createStatement()) {
            String root = app.openPage();
            app.begin();
            // A lead of the whole province sees as much as the office, by another way.
            int unused = statement.executeUpdate("UPDATE member SET unit = '" + ROOT + "' WHERE name = 'Minh'");
            awaitAnswers(statement, reports);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d reports, %,d members, most heap %d MB, load %.1f%n",
                    onPostgres ? "PostgreSQL" : "SQLite",
                    reports,
                    members,
                    Runtime.getRuntime().maxMemory() >> 20,
                    load());
            try (PhoneReplies phone = new PhoneReplies(root)) {
                int replies = Math.max(20, 2 * rounds);
                // Warm, before anything is compared.
                var unusedReplies = phone.measure(replies);
                List<Double> idle = phone.measure(replies);
                for (String who : List.of("hoa", "minh")) {
                    new DeskBench(root, who).run(rounds, only);
                }
                phone(phone, root, idle, replies, only);
            }
        }
    }

    /** Replies on a phone while a desk opens one page after the other. */
    private static void phone(PhoneReplies phone, String root, List<Double> idle, int replies, String only)
            throws IOException, InterruptedException {
        DeskBench desk = new DeskBench(root, "hoa");
        desk.comesIn();
        AtomicBoolean over = new AtomicBoolean();
        Thread clicks = new Thread(
                () -> {
                    while (!over.get()) {
                        PAGES.stream()
                                .filter(page -> page.contains(only) && !page.contains("REPORT"))
                                .takeWhile(any -> !over.get())
                                .forEach(desk::opensQuietly);
                    }
                },
                "desk");
        clicks.start();
        List<Double> meanwhile = phone.measure(replies);
        over.set(true);
        clicks.join();
        System.out.printf(
                Locale.ROOT,
                "replies on a phone: idle p50 %.0f ms, p99 %.0f ms; while a desk is in use p50 %.0f ms, p99 %.0f ms%n",
                idle.get(replies / 2),
                idle.get(replies - 1),
                meanwhile.get(replies / 2),
                meanwhile.get(replies - 1));
    }

    private void opensQuietly(String page) {
        try {
            var unused = get(page.replace("FORM", "f2").replace("&sort=COLUMN", ""));
            // Somebody looks at it for a while.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Config.Storage storage, Knowledge knowledge, int reports, int members) {
        try (Database database = Database.open(storage)) {
            if (database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM report")) == 0) {
                long from = System.nanoTime();
                MadeOffice office = new MadeOffice(database, ROOT);
                int unused = office.communes(COMMUNES).size();
                office.members(members);
                office.reports(knowledge.forms().get(), reports, TODAY, 365);
                System.out.printf(Locale.ROOT, "made in %.0f s%n", seconds(from));
            }
        }
    }

    /** Until the answers of all reports stand beside their instances. */
    private static void awaitAnswers(Statement statement, int reports) throws SQLException {
        long from = System.nanoTime();
        while (true) {
            try (ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM report_words")) {
                if (found.next() && found.getInt(1) >= reports) {
                    break;
                }
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        System.out.printf(Locale.ROOT, "answers filled up in %.0f s%n", seconds(from));
    }

    private void run(int rounds, String only) throws IOException, InterruptedException {
        comesIn();
        Document table = Jsoup.parse(get("desk/reports").body());
        String form = table.select("select[name=form] option[value~=.]").attr("value");
        String report = table.select("tbody a[href*=BC-]").text().split(" ", 2)[0];
        String column = Jsoup.parse(get("desk/reports?form=" + form).body())
                .select("a[href*=sort=%2F]")
                .attr("href")
                .replaceFirst(".*sort=([^&]+).*", "$1");
        List<String> slow = new ArrayList<>();
        for (String page : PAGES) {
            String address =
                    page.replace("FORM", form).replace("COLUMN", column).replace("REPORT", report);
            if (address.contains(only)) {
                measure(address, rounds, slow);
            }
        }
        System.out.println(who + ": over 200 ms at p99: " + (slow.isEmpty() ? "none" : String.join(", ", slow)));
    }

    private void measure(String address, int rounds, List<String> slow) throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        HttpResponse<String> answer = get(address);
        for (int i = 0; i < 2; i++) {
            answer = get(address);
        }
        double cpu = cpuMillis();
        for (int i = 0; i < rounds; i++) {
            long from = System.nanoTime();
            answer = get(address);
            millis[i] = seconds(from) * 1e3;
        }
        double cpuEach = (cpuMillis() - cpu) / rounds;
        Arrays.sort(millis);
        double p99 = millis[Math.max(0, rounds * 99 / 100 - (rounds < 100 ? 0 : 1))];
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.0f | %.0f | %d kB | %.1f |%n",
                who,
                address,
                answer.statusCode(),
                millis[rounds / 2],
                p99,
                cpuEach,
                answer.body().length() >> 10,
                load());
        if (p99 > 200) {
            slow.add(address);
        }
    }

    private void comesIn() throws IOException, InterruptedException {
        Document entry = Jsoup.parse(get("desk").body());
        String token = entry.select("button[name=who]").eachAttr("value").stream()
                .filter(value -> value.contains(who))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no example " + who + " on " + entry.text()));
        HttpResponse<String> in = http.send(
                HttpRequest.newBuilder(URI.create(root + "desk/example"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", root.substring(0, root.length() - 1))
                        .POST(BodyPublishers.ofString("who=" + token))
                        .build(),
                BodyHandlers.ofString());
        if (in.statusCode() != 303) {
            throw new IllegalStateException("the example does not come in: " + in.statusCode());
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(root + address)).build(), BodyHandlers.ofString());
    }

    private static int argument(String[] arguments, int at, int usual) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double cpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e6;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
