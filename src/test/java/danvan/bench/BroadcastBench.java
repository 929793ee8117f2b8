package danvan.bench;

import danvan.App;
import danvan.chat.Outgoing;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import danvan.outbox.Pace;
import danvan.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A broadcast through the whole bot to a Bot API that counts, with members who write meanwhile. Arguments: recipients
 * (2400), milliseconds of network one way (20), milliseconds of jitter on the way there (0), the
 * window of the pace in milliseconds (as shipped), idle replies before the broadcast and as many after it (120): of few,
 * the 99th percentile is one slow reply.
 */
final class BroadcastBench {
    private static final int ASKERS = 40;
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);
    private static final double TELEGRAM = 30;

    private BroadcastBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int recipients = argument(arguments, 0, 2_400);
        int network = argument(arguments, 1, 20);
        int jitter = argument(arguments, 2, 0);
        int window = argument(arguments, 3, (int) Pace.telegram().window().toMillis());
        int idleReplies = argument(arguments, 4, 120);
        Pace usual = Pace.telegram();
        Pace pace = new Pace(
                usual.perWindow(), Duration.ofMillis(window), usual.perChat(), usual.chatWindow(), usual.most());
        Path data = Files.createTempDirectory("broadcast-bench");
        try (CountingTelegram telegram = new CountingTelegram(network, jitter)) {
            Config config = ConfigReader.read(
                    Optional.empty(),
                    Optional.of(data),
                    Map.of(
                            "DANVAN_TELEGRAM_TOKEN",
                            CountingTelegram.TOKEN,
                            "DANVAN_TELEGRAM_API_URL",
                            telegram.url(),
                            "DANVAN_PEOPLE_ADMISSION",
                            "open",
                            "DANVAN_REHEARSAL",
                            "false"));
            Knowledge knowledge = Knowledge.read(Path.of("knowledge-base"), System.err::println);
            knowledge.library().join();
            knowledge.forms().begin();
            try (App app = new App(config, knowledge, Clock.systemUTC())) {
                var unused = app.openTelegram(CountingTelegram.TOKEN, pace, () -> System.exit(1));
                app.begin();
                for (int asker = 0; asker < 2 * ASKERS; asker++) {
                    ask(telegram, asker);
                }
                settle(telegram, app);
                var warm = telegram.latencies();

                List<Double> before = idle(telegram, app, idleReplies);
                enqueue(config.storage().url(), recipients);
                int asked = 0;
                while (telegram.broadcasts().size() < recipients) {
                    ask(telegram, asked++);
                }
                settle(telegram, app);
                List<Double> meanwhile = telegram.latencies();
                print(telegram, recipients, warm.size());
                List<Double> after = idle(telegram, app, idleReplies);
                List<Double> idle =
                        Stream.concat(before.stream(), after.stream()).toList();
                print("idle, before", before);
                print("idle, after", after);
                print("idle", idle);
                print("meanwhile", meanwhile);
                System.out.printf(
                        "ratio p50 %.2f, p99 %.2f%n",
                        at(meanwhile, 50) / at(idle, 50), at(meanwhile, 99) / at(idle, 99));
            }
        }
    }

    private static List<Double> idle(CountingTelegram telegram, App app, int replies) {
        for (int i = 0; i < replies; i++) {
            ask(telegram, i);
        }
        settle(telegram, app);
        return telegram.latencies();
    }

    private static void print(CountingTelegram telegram, int recipients, int warm) {
        List<Long> broadcasts = telegram.broadcasts();
        long first = broadcasts.get(0);
        long last = broadcasts.get(broadcasts.size() - 1);
        double seconds = (last - first) / 1e9;
        long all = telegram.accepted().stream()
                .filter(at -> at > first && at <= last)
                .count();
        System.out.printf("recipients %d in %.1f s; warm-up replies %d%n", recipients, seconds, warm);
        System.out.printf("all messages   %.2f/s, %.1f %% of 30/s%n", all / seconds, 100 * all / seconds / TELEGRAM);
        double alone = (recipients - 1) / seconds;
        System.out.printf("broadcast only %.2f/s, %.1f %% of 30/s%n", alone, 100 * alone / TELEGRAM);
        System.out.printf("answers 429    %d%n", telegram.tooMany());
    }

    private static void print(String when, List<Double> replies) {
        System.out.printf(
                "reply, %-12s n=%-4d p50 %5.1f  p95 %5.1f  p99 %5.1f  most %5.1f ms%n",
                when, replies.size(), at(replies, 50), at(replies, 95), at(replies, 99), at(replies, 100));
    }

    private static double at(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void ask(CountingTelegram telegram, int number) {
        telegram.says(1_000 + number % ASKERS, "/help");
        LockSupport.parkNanos(EVERY);
    }

    private static void settle(CountingTelegram telegram, App app) {
        while (!telegram.allAnswered() || !app.idle()) {
            LockSupport.parkNanos(EVERY);
        }
    }

    /** As the office's broadcasts do, past their dialog. */
    private static void enqueue(String url, int recipients) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO outbox (channel, chat, priority, body, created_at, due_at)"
                                + " VALUES ('telegram', ?, 2, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            long now = Clock.systemUTC().millis();
            for (int i = 0; i < recipients; i++) {
                row.setString(1, Integer.toString(100_000 + i));
                row.setString(2, Json.write(Outgoing.message("Thông báo số " + i)));
                row.setLong(3, now);
                row.setLong(4, now);
                row.addBatch();
            }
            row.executeBatch();
            connection.commit();
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
