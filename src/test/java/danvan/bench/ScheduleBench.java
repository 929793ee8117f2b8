package danvan.bench;

import danvan.App;
import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import danvan.organization.chat.People;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Json;
import danvan.task.programme.Programmes;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it takes until a programme that the office sends is scheduled for many members, and until its reminders are in
 * the outbox. Arguments: members (20000), tasks
 * (60). Run with the heap that is to do.
 */
final class ScheduleBench {
    private static final int COMMUNES = 242;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);

    private ScheduleBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int members = argument(arguments, 0, 20_000);
        int tasks = argument(arguments, 1, 60);
        Path folder = Files.createTempDirectory("schedule-bench");
        Path base = Files.createDirectories(folder.resolve("base"));
        List<String> communes = new ArrayList<>();
        Files.writeString(base.resolve("units.yml"), units(communes));
        Path programmes = Files.createDirectories(folder.resolve("programmes"));
        Files.writeString(programmes.resolve("2024.yml"), programme(tasks));
        Config config = ConfigReader.read(
                Optional.empty(),
                Optional.of(folder.resolve("data")),
                Map.of("DANVAN_REHEARSAL", "true", "DANVAN_WEB_PORT", "0"));
        Knowledge knowledge = Knowledge.read(base, problem -> {});
        // Makes the tables and the units.
        new App(config, knowledge, Clock.systemUTC()).close();
        Townspeople.add(config.storage().url(), members, communes);

        Incoming workbook = workbook(config, Programmes.in(programmes));

        try (App app = new App(config, knowledge, Clock.systemUTC())) {
            var unused = app.openPage();
            app.begin();
            settle(app);
            long before = System.nanoTime();
            says(config, workbook);
            settle(app);
            System.out.printf("%d tasks for %d members, checked and shown: %.1f s%n", tasks, members, since(before));
            before = System.nanoTime();
            says(config, new Incoming.Tap("tap", "", applyButton(config)));
            settle(app);
            System.out.printf("applied and scheduled: %.1f s%n", since(before));
            print(config);
            for (int day = 3; day <= 5; day++) {
                before = System.nanoTime();
                app.clock().advance(Duration.ofDays(1));
                settle(app);
                System.out.printf("reminders of %d January: %.1f s%n", day, since(before));
                print(config);
            }
        }
        try (App app = new App(config, knowledge, Clock.systemUTC())) {
            long before = System.nanoTime();
            app.begin();
            settle(app);
            System.out.printf("scheduled again after a restart: %.2f s%n", since(before));
        }
        System.out.printf(
                "largest heap limit %d MiB, peak in use %d MiB%n",
                Runtime.getRuntime().maxMemory() >> 20, peak());
    }

    /** The programme's workbook, as it comes by the phone page. */
    private static Incoming workbook(Config config, Programmes programmes) throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        if (!programmes.export(2024, new Texts().in(Language.VI), workbook)) {
            throw new IllegalStateException("no programme: " + programmes.problems());
        }
        try (Database database = Database.open(config.storage())) {
            String file = new danvan.storage.Files(database, Clock.systemUTC())
                    .store(new ByteArrayInputStream(workbook.toByteArray()), 1 << 24)
                    .id();
            return new Incoming.File(Incoming.Medium.DOCUMENT, file, "programme.xlsx", "", workbook.size(), "", "");
        } catch (FileTooLarge e) {
            throw new IllegalStateException(e);
        }
    }

    /** Into the running bot's inbox: a second process may not open its database as a bot does. */
    private static void says(Config config, Incoming incoming) throws SQLException {
        Address hoa = People.exampleLink("hoa");
        try (Connection connection =
                        DriverManager.getConnection(config.storage().url());
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO inbox (channel, chat, update_id, sender_name, body, received_at)"
                                + " VALUES (?, ?, ?, 'Hoa', ?, ?)")) {
            row.setString(1, hoa.channel());
            row.setString(2, hoa.chat());
            row.setString(3, incoming.getClass().getSimpleName());
            row.setString(4, Json.write(incoming));
            row.setLong(5, Clock.systemUTC().millis());
            row.executeUpdate();
        }
    }

    /** The action of the button that applies what was shown last. */
    private static String applyButton(Config config) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(config.storage().url());
                ResultSet shown = connection
                        .createStatement()
                        .executeQuery("SELECT body FROM outbox WHERE body LIKE '%programme:ok:%' ORDER BY id DESC")) {
            Matcher button =
                    Pattern.compile("programme:ok:[^\"]+").matcher(shown.next() ? shown.getString("body") : "");
            if (!button.find()) {
                throw new IllegalStateException("no programme was shown");
            }
            return button.group();
        }
    }

    private static void print(Config config) throws SQLException {
        System.out.printf(
                "  so far %d in the ledger, %d messages in the outbox%n",
                Townspeople.count(config.storage().url(), "SELECT COUNT(*) FROM reminder"),
                Townspeople.count(config.storage().url(), "SELECT COUNT(*) FROM outbox WHERE priority = 1"));
    }

    private static void settle(App app) {
        while (!app.idle()) {
            LockSupport.parkNanos(LOOK);
        }
    }

    private static double since(long before) {
        return (System.nanoTime() - before) / 1e9;
    }

    /** The sum of the pools' peaks, which is no less than what was in use at any moment. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    private static String units(List<String> communes) {
        StringBuilder units = new StringBuilder("- {code: tinh-thai-binh, name: tỉnh, level: PROVINCE}\n");
        for (int i = 0; i < 8; i++) {
            units.append(
                    "- {code: huyen-%d, name: huyện %d, level: DISTRICT, parent: tinh-thai-binh}\n".formatted(i, i));
        }
        // The rehearsal's members live here.
        communes.add("xa-tien-duc");
        for (int i = 1; i < COMMUNES; i++) {
            communes.add("xa-" + i);
        }
        for (int i = 0; i < COMMUNES; i++) {
            units.append("- {code: %s, name: xã %d, level: COMMUNE, parent: huyen-%d}\n"
                    .formatted(communes.get(i), i, i % 8));
        }
        return units.toString();
    }

    /** Weekly, monthly, quarterly, half-yearly tasks and single days, with escalation. */
    private static String programme(int tasks) {
        StringBuilder text = new StringBuilder("year: 2024\nname: {vi: Chương trình}\ntasks:\n");
        for (int i = 0; i < tasks; i++) {
            String when = switch (i % 6) {
                case 0 -> "every: {weekly: FRIDAY}";
                case 1 -> "every: {monthly: last-working}";
                case 2 -> "every: {monthly: %d}".formatted(12 + i % 17);
                case 3 -> "every: {quarterly: %d}".formatted(12 + i % 17);
                case 4 -> "every: {half_yearly: %d}".formatted(12 + i % 17);
                default -> "due: 2024-%02d-%02d".formatted(1 + i % 12, 12 + i % 17);
            };
            text.append("""
                      - id: T%d
                        title: {vi: "Việc số %d"}
                        text: {vi: "Làm việc."}
                        source: {document: d, passage: p}
                        status: official
                        %s
                        audience: {level: commune, roles: [cadre]}
                        lead_days: [7, 1, 0]
                        evidence: none
                        escalate_after: 2
                    """.formatted(i, i, when));
        }
        return text.toString();
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
